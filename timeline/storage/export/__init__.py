"""The timeline as files for people and for other programs: one small module a format.

What is written is always all that was chosen, and the file says how it was chosen (`About`).
"""

from timeline.storage.export.about import About
from timeline.storage.export.formats import FORMATS, Format, format_named
from timeline.storage.export.rows import Rows
from timeline.storage.export.write import export_file, export_rows

__all__ = ["FORMATS", "About", "Format", "Rows", "export_file", "export_rows", "format_named"]
