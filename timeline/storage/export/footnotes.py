"""Real Word footnotes, which python-docx keeps but cannot make.

They are a part of their own in the document (ECMA-376, 17.11), with links, and a mark in the text for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from lxml import etree

from timeline.storage.export.chronology import Note
from timeline.storage.export.markup import printable

_LINES = ("separator", "continuationSeparator")  # those that Word draws above footnotes; ids 0 and 1
TEXT, REFERENCE, LINK = "footnotetext", "footnotereference", "Hyperlink"  # ids of styles, made of their names
MOST = 600  # letters of a quote


class Footnotes:
    """The footnotes of one document; `close` puts them into it."""

    def __init__(self, document: Any) -> None:
        self.root = etree.fromstring(f"<w:footnotes {nsdecls('w', 'r')}/>".encode())
        name = PackURI("/word/footnotes.xml")
        self.part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, b"", document.part.package)
        document.part.relate_to(self.part, RELATIONSHIP_TYPE.FOOTNOTES)
        for number, kind in enumerate(_LINES):
            self._note(number, _within("w:p", _within("w:r", _element(f"w:{kind}")))).set(qn("w:type"), kind)
        self.next = len(_LINES)
        _add_styles(document)

    def add(self, paragraph: Any, notes: Iterable[Note]) -> None:
        """A mark at the end of the paragraph, and below the page a paragraph for each source."""
        paragraph.add_run()._r.extend((_within("w:rPr", _element("w:rStyle", REFERENCE)), self._reference()))
        told = [self._source(note) for note in notes]
        mark = _within("w:r", _within("w:rPr", _element("w:rStyle", REFERENCE)), _element("w:footnoteRef"))
        told[0].insert(1, mark)
        told[0].insert(2, _run(" "))
        self._note(self.next, *told)
        self.next += 1

    def close(self) -> None:
        """Writes the part."""
        self.part._blob = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _reference(self) -> Any:
        reference = _element("w:footnoteReference")
        reference.set(qn("w:id"), str(self.next))
        return reference

    def _source(self, note: Note) -> Any:
        quote = note.quote if len(note.quote) <= MOST else f"{note.quote[:MOST]}…"
        told = _within("w:p", _within("w:pPr", _element("w:pStyle", TEXT)))
        told.append(_run(note.citation + (f" “{quote}”" if quote else "")))
        if note.url:
            told.extend((_run(" "), self._link(note.url)))
        return told

    def _note(self, number: int, *content: Any) -> Any:
        note = _within("w:footnote", *content)
        note.set(qn("w:id"), str(number))
        self.root.append(note)
        return note

    def _link(self, url: str) -> Any:
        link = _within("w:hyperlink", _run(url, LINK))
        link.set(qn("r:id"), self.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return link


def _element(name: str, value: str = "") -> Any:
    element = OxmlElement(name)
    if value:
        element.set(qn("w:val"), value)
    return element


def _within(name: str, *children: Any) -> Any:
    element = _element(name)
    element.extend(children)
    return element


def _run(text: str, style: str = "") -> Any:
    words = _element("w:t")
    words.text = printable(re.sub(r"\s+", " ", text))
    words.set(qn("xml:space"), "preserve")
    return _within("w:r", _within("w:rPr", _element("w:rStyle", style)), words) if style else _within("w:r", words)


def _add_styles(document: Any) -> None:
    """The styles by which Word knows marks, notes and links."""
    from docx.enum.style import WD_STYLE_TYPE

    small = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    small.base_style, small.font.size = document.styles["Normal"], Pt(9)
    small.paragraph_format.space_after = Pt(0)
    document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER).font.superscript = True
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.underline = True
