"""What people put right: kept for ever, read in any order alike, and undone by another entry."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from timeline.errors import InputError
from timeline.storage.corrections import APART, apart_pairs, correct, read_corrections, undo


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "events.parquet.corrections"


def test_no_file_holds_no_corrections_and_reading_makes_none(file: Path) -> None:
    assert (apart_pairs(file), read_corrections(file), file.exists()) == ((), [], False)


def test_correction_keeps_who_when_what_and_why(file: Path) -> None:
    made = correct(file, "a", APART, "b", by="Ann", why="two visits")
    assert read_corrections(file) == [made]
    assert (made.number, made.made_by, made.event_id, made.field, made.value, made.why) == (
        1, "Ann", "a", "apart", "b", "two visits",
    )  # fmt: skip
    assert made.made_at.endswith("Z")
    assert made.holds


def test_pairs_do_not_depend_on_the_order_or_number_of_corrections(file: Path, tmp_path: Path) -> None:
    for pair in (("b", "a"), ("a", "b"), ("c", "a")):
        correct(file, pair[0], APART, pair[1])
    other = tmp_path / "other"
    for pair in (("a", "c"), ("a", "b")):
        correct(other, pair[0], APART, pair[1])
    assert apart_pairs(file) == apart_pairs(other) == (("a", "b"), ("a", "c"))


def test_other_fields_are_no_pairs(file: Path) -> None:
    correct(file, "a", "place", "Moscow")
    assert apart_pairs(file) == ()


def test_undone_correction_stays_in_the_history_and_no_longer_holds(file: Path) -> None:
    correct(file, "a", APART, "b", why="two visits")
    taken = undo(file, 1, by="Ben", why="one visit after all")
    first, second = read_corrections(file)
    assert (first.undone_by, second.undoes, second, second.value) == (2, 1, taken, "b")
    assert apart_pairs(file) == ()
    correct(file, "b", APART, "a")
    assert apart_pairs(file) == (("a", "b"),)


@pytest.mark.parametrize("number", [1, 2, 7])
def test_undo_refuses_what_does_not_hold(file: Path, number: int) -> None:
    correct(file, "a", APART, "b")
    undo(file, 1)
    with pytest.raises(InputError, match="tieline corrections list"):
        undo(file, number)
    assert len(read_corrections(file)) == 2


@pytest.mark.parametrize("change", ["DELETE FROM corrections", "UPDATE corrections SET made_by = 'Eve'"])
def test_history_refuses_to_be_changed(file: Path, change: str) -> None:
    correct(file, "a", APART, "b")
    connection = sqlite3.connect(file)
    with pytest.raises(sqlite3.IntegrityError, match="only grows"):
        connection.execute(change)
    connection.close()


@pytest.mark.parametrize("content", [b"not a database", b"PAR1" * 100])
def test_file_of_another_kind_is_refused_and_left_alone(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(InputError, match="file of corrections"):
        correct(file, "a", APART, "b")
    assert file.read_bytes() == content


def test_database_of_another_program_is_refused_and_left_alone(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE corrections (number INTEGER)")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(InputError, match="something else"):
        apart_pairs(file)
    assert file.read_bytes() == before


@pytest.mark.parametrize("place", [".", "none/corrections"])
def test_place_where_no_file_can_be_is_refused(tmp_path: Path, place: str) -> None:
    with pytest.raises(InputError, match="folder"):
        correct(tmp_path / place, "a", APART, "b")


def test_any_text_can_be_the_reason(file: Path) -> None:
    why = "'; DROP TABLE corrections; -- \x1b[2J \N{HANGUL SYLLABLE GA} \udcff"
    assert correct(file, "a", APART, "b", why=why).why == why.replace("\udcff", "?")
