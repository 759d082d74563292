"""What some tests need beside the package, and the sentence that says how to get it."""

import importlib.util
import os
import shutil

import pytest

REQUIRED = bool(os.environ.get("KORDON_REQUIRE_EXTRAS"))
"""Whether a missing extra fails a test, as in CI, where a plain clone skips it."""


def _absent(module: str) -> bool:
    return importlib.util.find_spec(module) is None and not REQUIRED


needs_arrow = pytest.mark.skipif(
    _absent("pyarrow"), reason="pyarrow is not installed: make .venv/extras, or pip install 'kordon[spark]'"
)
needs_pyspark = pytest.mark.skipif(
    _absent("pyspark"), reason="pyspark is not installed: make .venv/extras, or pip install 'kordon[spark]'"
)
needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None and not REQUIRED, reason="systemd is absent: deploy/system-packages.sh"
)
needs_spark = pytest.mark.skipif(
    _absent("pyspark") or (shutil.which("java") is None and not REQUIRED),
    reason="Spark needs pyspark (make .venv/extras) and Java 17 (deploy/system-packages.sh)",
)


def postgresql_url() -> str:
    """The address of a server that tests may make databases on; without one they are skipped."""
    url = os.environ.get("KORDON_POSTGRESQL", "")
    if not url:
        sentence = (
            "There is no PostgreSQL server to test on; set KORDON_POSTGRESQL to the address of one, "
            "such as KORDON_POSTGRESQL=$(deploy/postgresql-test.sh start)."
        )
        if os.environ.get("KORDON_REQUIRE_POSTGRESQL"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return url
