from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

Tieline = Callable[..., "subprocess.CompletedProcess[str]"]
SENTENCE = "Kim Jong Un wrote to Putin last month, and again on 9 May 2023."
PUBLISHED = ("--published", "2023-08-15")


def test_resolve_marks_each_expression_and_says_what_it_names_and_why(tieline: Tieline) -> None:
    lines = tieline("resolve", SENTENCE, *PUBLISHED).stdout.splitlines()
    assert lines[0] == "Kim Jong Un wrote to Putin [last month], and again on [9 May 2023]."
    assert lines[2] == "  last month  2023-07     1 to 31 July 2023, known to the month"
    assert lines[3].strip().startswith("counted from the day of publication, 15 August 2023; rule ")
    assert lines[4] == "  9 May 2023  2023-05-09  9 May 2023, known to the day"
    assert lines[5].strip().startswith("as the words say; rule ")


def test_resolve_says_what_an_anniversary_goes_back_to(tieline: Tieline) -> None:
    shown = tieline("resolve", "They marked the 70th anniversary of the armistice.", *PUBLISHED).stdout
    assert "goes back to 1953; rule " in shown


def test_resolve_without_a_day_of_publication_asks_for_it(tieline: Tieline) -> None:
    assert "give --published" in tieline("resolve", "They met last month.").stdout


def test_resolve_says_that_31_june_is_no_day(tieline: Tieline) -> None:
    assert "no such day" in tieline("resolve", "They met on 31 June 2022.", *PUBLISHED).stdout


def test_resolve_says_when_there_is_nothing_to_find(tieline: Tieline) -> None:
    assert tieline("resolve", "They met in Pyongyang.").stdout == "No time expression found.\n"


def test_resolve_reads_standard_input_and_files_alike(tieline: Tieline, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8-sig")
    shown = tieline("resolve", SENTENCE, *PUBLISHED).stdout
    assert tieline("resolve", "-", *PUBLISHED, stdin=SENTENCE).stdout == shown
    assert tieline("resolve", "--file", "-", *PUBLISHED, stdin=SENTENCE).stdout == shown
    assert tieline("resolve", "--file", "a.txt", *PUBLISHED, cwd=tmp_path).stdout == shown


def test_resolve_takes_a_text_or_a_file_but_not_both(tieline: Tieline) -> None:
    assert "not both" in tieline("resolve", SENTENCE, "--file", "a.txt").stderr
    assert "not both" not in tieline("resolve").stderr


@pytest.mark.parametrize("language", ["en", "EN", "en-GB"])
def test_resolve_knows_a_language_in_any_spelling(tieline: Tieline, language: str) -> None:
    assert "2023-07" in tieline("resolve", SENTENCE, *PUBLISHED, "--language", language).stdout


def test_resolve_json_has_offsets_that_point_into_the_text(tieline: Tieline) -> None:
    records = json.loads(tieline("resolve", SENTENCE, *PUBLISHED, "--format", "json").stdout)
    assert [SENTENCE[r["start"] : r["end"]] for r in records] == [r["text"] for r in records]
    assert [(r["edtf"], r["first_day"], r["last_day"]) for r in records] == [
        ("2023-07", "2023-07-01", "2023-07-31"),
        ("2023-05-09", "2023-05-09", "2023-05-09"),
    ]


def test_resolve_timeml_is_xml_that_holds_the_whole_text(tieline: Tieline) -> None:
    text = f"<b>{SENTENCE}</b> & \x07"
    root = ElementTree.fromstring(tieline("resolve", text, *PUBLISHED, "--format", "timeml").stdout)
    body = root.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == text.replace("\x07", "\ufffd")  # no offset moves
    assert [tag.get("value") for tag in body.iter("TIMEX3")] == ["2023-07", "2023-05-09"]


@pytest.mark.parametrize("text", ["\x1b[31mred\x1b[0m on 9 May 2023", "[bold]9 May 2023[/bold] [/", "日本 9 May 2023"])
def test_resolve_never_lets_the_text_steer_the_terminal(tieline: Tieline, text: str) -> None:
    done = tieline("resolve", text)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert "[9 May 2023]" in done.stdout


def test_resolve_on_a_terminal_underlines_in_colour() -> None:
    shown = on_a_terminal({"TERM": "xterm-256color"})
    assert "\x1b[" in shown
    assert "[last month]" not in shown


def test_resolve_on_a_terminal_with_no_color_has_no_colour() -> None:
    shown = on_a_terminal({"TERM": "xterm-256color", "NO_COLOR": "1"})
    assert "\x1b[3" not in shown
    assert "2023-07" in shown


def on_a_terminal(extra: dict[str, str]) -> str:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "timeline", "resolve", SENTENCE, *PUBLISHED]
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")} | extra
    subprocess.run(command, stdout=theirs, env=environment, check=True, timeout=60)
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return shown.decode()


def test_resolve_ends_in_silence_when_its_reader_has_seen_enough() -> None:
    command = f"{sys.executable} -m timeline resolve - --published 2023-08-15 | head -n 1"
    many = f"{SENTENCE}\n" * 3000
    done = subprocess.run(["sh", "-c", command], input=many, capture_output=True, text=True, check=False, timeout=120)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


def test_resolve_explains_what_a_value_rests_on(tieline: Tieline) -> None:
    shown = tieline(
        "resolve", "The 1718 Committee met last month and will meet on Friday.", *PUBLISHED, "--explain"
    ).stdout
    assert "July 2023, day not known" in shown
    assert "the day of publication, 15 August 2023" in shown
    assert "ahead, since “will” stands near; otherwise 11 August 2023" in shown
    assert "only looks like a date" in shown


def test_resolve_explains_a_date_counted_from_another(tieline: Tieline) -> None:
    text = "They met on 9 May 2023. Two days later he left."
    shown = tieline("resolve", text, *PUBLISHED, "--explain").stdout
    assert "“9 May 2023” (9 May 2023), named before it" in shown


def test_resolve_says_which_library_read_another_language(tieline: Tieline) -> None:
    assert (
        "the dateparser library"
        in tieline("resolve", "Er kam gestern.", *PUBLISHED, "--language", "de", "--explain").stdout
    )


def test_resolve_explains_in_json_too(tieline: Tieline) -> None:
    records = json.loads(tieline("resolve", SENTENCE, *PUBLISHED, "--explain", "--format", "json").stdout)
    assert [(r["in_words"], r["mention"]["edtf"]) for r in records] == [
        ("July 2023, day not known", "2023-07"),
        ("9 May 2023", "2023-05-09"),
    ]
    assert records[0]["anchors"] == [{"kind": "publication", "value": "2023-08-15", "words": ""}]


def test_resolve_has_no_reasons_in_timeml(tieline: Tieline) -> None:
    done = tieline("resolve", SENTENCE, "--explain", "--format", "timeml")
    assert done.returncode == 2
    assert "table or json" in done.stderr
