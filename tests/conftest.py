"""Shared fixtures. The two captured commentaries are read from outside the repository and never copied in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kordon.vocabulary import Vocabulary, load

REPOSITORY = Path(__file__).parent.parent


def seeds_folder() -> Path:
    """Where the captured commentaries lie: ``KORDON_SEEDS``, or ``shared/seeds`` beside the checkout."""
    return Path(os.environ.get("KORDON_SEEDS", REPOSITORY.parent / "shared" / "seeds"))


@pytest.fixture(scope="session")
def seeds() -> Path:
    folder = seeds_folder()
    if not folder.is_dir():
        sentence = f"The captured commentaries are not at {folder}; set KORDON_SEEDS to their folder to run this."
        if os.environ.get("KORDON_REQUIRE_SEEDS"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return folder


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load()
