from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from kordon.coding import Coder, load_coder
from kordon.domain.coded import Coded
from kordon.domain.report import Report
from kordon.geo.gazetteer import load_gazetteer
from kordon.vocabulary import Vocabulary

Code = Callable[..., Coded]


@pytest.fixture(scope="session")
def coder(vocabulary: Vocabulary) -> Coder:
    return load_coder(vocabulary, load_gazetteer())


@pytest.fixture(scope="session")
def code(coder: Coder) -> Code:
    """Code a text as it is: ``code(text, published=date, lang="en")``."""

    def run(text: str, published: dt.date | None = dt.date(2024, 6, 12), lang: str = "en") -> Coded:
        return coder.code(Report(id="r", text=text, lang=lang, published_at=published, grade="B2"))

    return run
