"""The language-model coder: asks the endpoint, and takes of its answer what the report bears out."""

from __future__ import annotations

from dataclasses import replace

from kordon.coding.asking import answer_schema, check, messages
from kordon.coding.asking.question import LONGEST
from kordon.coding.asking.schema import NAME
from kordon.coding.coder import Coder
from kordon.domain.coded import Coded
from kordon.domain.report import Report
from kordon.domain.suggested import MODEL
from kordon.llm.endpoint import Declined, Endpoint
from kordon.vocabulary import Vocabulary


class ModelCoder:
    """Fulfils :class:`kordon.coding.suggesting.ReportCoder`; every rule is ``model:`` and the name of the model.

    ``code`` raises :class:`~kordon.llm.endpoint.EndpointError` where the endpoint fails; a bad answer gives
    warnings.
    """

    def __init__(self, rules: Coder, vocabulary: Vocabulary, endpoint: Endpoint) -> None:
        self._rules = rules
        self._vocabulary = vocabulary
        self._endpoint = endpoint
        self._schema = answer_schema(vocabulary)

    def code(self, report: Report, /) -> Coded:
        """What the model finds in the report and its words bear out."""
        known, reading = self._rules.follow(report)
        if reading is None:  # no lexicon of the language: nothing could check an answer
            return Coded(report, warnings=known.warnings)
        try:
            answer = self._endpoint.ask(messages(report, self._schema, self._vocabulary), NAME, self._schema)
        except Declined as error:
            return Coded(report, warnings=(f"Report {report.id}: {error}",))
        found = check(answer, reading, self._vocabulary, f"{MODEL}:{self._endpoint.model}")
        if len(report.text) > LONGEST:
            told = f"Report {report.id}: only its first {LONGEST} letters were sent."
            found = replace(found, warnings=(told, *found.warnings))
        return found
