"""Benchmarks: ours beside a peer in one run, as ratios. A module here with a `run()` is a benchmark."""
