"""Which articles print the same text: exact copies, and wire copies with another headline, a byline, small edits.

>>> text = "The envoys met on Monday" + "".join(f" and spoke of {thing}" for thing in ("ports", "roads", "rails")) * 3
>>> one, other = signature(text), signature(f"By Jane Roe\\n\\n{text.upper()}")
>>> alike(one, other), any(map(bytes.__eq__, bands(one), bands(other)))
(True, True)
"""

from timeline.copies.compare import alike, canonical, repeats
from timeline.copies.digest import digest
from timeline.copies.signature import SCHEME, bands, signature

__all__ = ["SCHEME", "alike", "bands", "canonical", "digest", "repeats", "signature"]
