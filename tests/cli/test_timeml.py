"""TimeML in, TimeML out: the same text, the values of find_dates, and the day of the document itself."""

from __future__ import annotations

import contextlib
import io
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.cli.timeml import print_timeml
from timeline.dates import find_dates
from timeline.errors import InputError
from timeline.reading.timeml import parse_timeml, read_timeml

Tieline = Callable[..., "subprocess.CompletedProcess[str]"]
CORPORA = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpora" / "timeml"
FILES = sorted(CORPORA.glob("*/*.tml"))
DCT = '<DCT><TIMEX3 tid="t0" type="DATE" value="2023-08-15" functionInDocument="CREATION_TIME">today</TIMEX3></DCT>'
TEXT = (
    'On <TIMEX3 tid="t9" type="DATE" value="1999">9 May</TIMEX3> they <EVENT eid="e1">met</EVENT> '
    "&lt;again&gt; in early June."
)
DOCUMENT = f"<?xml version='1.0' encoding='UTF-8'?><TimeML><DOCID>a-1</DOCID>{DCT}<TEXT>{TEXT}</TEXT></TimeML>"


def _written(text: str, published: date | None) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        print_timeml(text, find_dates(text, published), published, "en", "a & b")
    return out.getvalue()


def test_timeml_document_is_read_without_its_tags_and_written_with_ours(tieline: Tieline, tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(DOCUMENT, encoding="utf-8")
    root = ElementTree.fromstring(tieline("resolve", "a.tml", "--format", "timeml", cwd=tmp_path).stdout)
    body = root.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == "On 9 May they met <again> in early June."
    ours = {"type": "DATE", "temporalFunction": "true", "functionInDocument": "NONE", "anchorTimeID": "t0"}
    assert [each.attrib for each in body.iter("TIMEX3")] == [
        {"tid": "t1", "value": "2023-05-09"} | ours,
        {"tid": "t2", "value": "2023-06", "mod": "START"} | ours,
    ]
    assert root.findtext("DOCID") == "a-1"
    assert [each.get("value") for each in root.iterfind("DCT/TIMEX3")] == ["2023-08-15"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("<TimeML><TEXT>one", "not well-formed XML"),
        ("<TimeML></TimeML>", "but it has none"),
        (DOCUMENT.replace("2023-08-15", "soon"), "document creation time: soon: expected a day"),
        ('<!DOCTYPE a [<!ENTITY b "ha">]><TimeML><TEXT>&b;</TEXT></TimeML>', "declares the entity b"),
    ],
)
def test_broken_timeml_is_one_clear_line(tieline: Tieline, tmp_path: Path, content: str, why: str) -> None:
    (tmp_path / "a.tml").write_text(content, encoding="utf-8")
    done = tieline("resolve", "--file", "a.tml", cwd=tmp_path)
    assert done.returncode == 1
    assert why in done.stderr
    assert done.stderr.count("\n") == 1


def test_missing_timeml_file_is_named(tieline: Tieline) -> None:
    assert "no-such.tml: expected a file" in tieline("resolve", "no-such.tml").stderr


@given(st.text(max_size=200), st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_written_timeml_gives_the_text_back(text: str, published: date | None) -> None:
    document = parse_timeml(_written(f"{text} on 9 May 2023", published), "here")
    assert len(document.text) == len(f"{text} on 9 May 2023")
    assert document.published == published


@pytest.mark.skipif(not FILES, reason="../shared is not here: the corpora are not part of the project")
def test_corpus_documents_keep_their_text_and_the_values_found() -> None:
    for path in FILES:
        before = read_timeml(path)
        written = _written(before.text, before.published)
        assert parse_timeml(written, path.name).text == before.text, path.name
        body = ElementTree.fromstring(written).find("TEXT")
        assert body is not None
        found = find_dates(before.text, before.published)
        assert [each.get("value") for each in body.iter("TIMEX3")] == [mention.timex3 for mention in found], path.name


def test_entity_bomb_is_refused_before_it_grows() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><TimeML><TEXT>&c;</TEXT></TimeML>'
    with pytest.raises(InputError, match="declares the entity"):
        parse_timeml(bomb, "bomb.tml")
