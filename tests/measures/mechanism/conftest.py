"""What the tests of the mechanism share: the documents that ship."""

from __future__ import annotations

import pytest

from kordon.chain import Setup
from kordon.measures.mechanism import Mechanism, load_consultation, load_mechanism
from kordon.measures.mechanism.words import Phrases, load_words
from kordon.measures.process import Process


@pytest.fixture(scope="session")
def setup() -> Setup:
    return Setup()


@pytest.fixture(scope="session")
def mechanism(setup: Setup) -> Mechanism:
    return load_mechanism(setup.vocabulary)


@pytest.fixture(scope="session")
def process() -> Process:
    return load_consultation()


@pytest.fixture(scope="session")
def phrases() -> Phrases:
    return load_words()
