"""What can go wrong, as one tree.

::

    KordonError                 exit code 1
    ├── InputError              something that was read cannot be used      exit code 2
    │   ├── UnreadableFile      not text, not the encoding, empty, too large
    │   ├── BadTable            a column or a cell of a table
    │   └── BadDocument         a YAML document: vocabulary, criteria, source
    ├── DomainError             a value that contradicts itself
    ├── NotAllowed              a step that the state, a role or a gate forbids  exit code 4
    └── RegisterError           the register cannot be opened or written    exit code 3

Every message is one full sentence (or two) that names the file, the place and the remedy, because it is
shown to users as it stands and without a traceback.
"""

from __future__ import annotations


class KordonError(Exception):
    """Base of every error that Kordon raises on purpose."""

    exit_code = 1


class InputError(KordonError):
    """Something that was read cannot be used; the run goes on with the rest.

    ``file`` is the path as the user gave it, ``place`` the line, row or column (empty when the whole file
    is meant), ``remedy`` what to do about it.
    """

    exit_code = 2

    def __init__(self, file: str, place: str, problem: str, remedy: str) -> None:
        self.file = file
        self.place = place
        self.problem = problem
        self.remedy = remedy
        where = f"{file}, {place}" if place else file
        super().__init__(f"{where}: {problem}; {remedy}.")


class UnreadableFile(InputError):
    """The file as a whole cannot be read as text."""


class BadTable(InputError):
    """A column or a cell of a table cannot be used."""


class BadDocument(InputError):
    """A YAML document does not say what its kind of document must say."""


class DomainError(KordonError, ValueError):
    """A value that contradicts itself, such as a span that ends before it starts."""


class NotAllowed(KordonError):
    """A step that the state of a thing, the role of a person or a gate forbids; nothing has changed."""

    exit_code = 4


class RegisterError(KordonError):
    """The register cannot be opened, migrated or written."""

    exit_code = 3
