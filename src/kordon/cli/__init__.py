"""The ``kordon`` command: it parses and calls, and computes nothing."""
