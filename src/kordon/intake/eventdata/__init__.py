"""Exports of event datasets to Parquet: streamed, resumable, with one schema and the licence of the dataset.

How an export is laid out, what its codes mean and what its licence asks for are documents in ``data/eventdata``;
another dataset is another document. A row that cannot be used goes to a file of its own with the reason.
"""

from kordon.intake.eventdata.columns import COLUMNS, schema
from kordon.intake.eventdata.importing import Outcome, guess, import_files
from kordon.intake.eventdata.layout import Layout, load_layouts

__all__ = ["COLUMNS", "Layout", "Outcome", "guess", "import_files", "load_layouts", "schema"]
