"""The engine on a language made up here: words and rules are data, and no word of any language is in the code."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import timeline.dates
from timeline.dates import find_dates
from timeline.dates.grammar import Grammar, load_grammar, make_grammar, make_lexicon
from timeline.dates.lexicon import build
from timeline.dates.numbers import read_number, read_year
from timeline.dates.pattern import Compiler, literals
from timeline.dates.resolve import MEANINGS
from timeline.dates.scan import scan
from timeline.dates.tokens import LONG, Tokens, rows, split

WORDS: dict[str, Any] = {"classes": {"unit": {"lune": "month", "long lune": "year"}, "turn": {"ilast": -1}}}


def _rules(*patterns: str) -> dict[str, Any]:
    rule = {"name": "r", "meaning": "unit", "patterns": list(patterns), "examples": [], "not": []}
    return {"rule": [rule], "phrases": {"span": "[turn] [unit]"}}


def _grammar(*patterns: str) -> Grammar:
    rules = _rules(*patterns)
    return make_grammar("xx", WORDS, rules, "report", make_lexicon(WORDS, rules))


def _fits(text: str, *patterns: str) -> list[str]:
    grammar = _grammar(*patterns)
    tokens = Tokens.read(text, grammar.lexicon.rows)
    spans = [tokens.span(fit.first, fit.last) for fit in scan(tokens.symbols, grammar)]
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("<turn> <unit>", "so ILAST long lune!", ["ILAST long lune"]),
        ("<turn> (<unit> | ever)", "ilast ever, ilast lune", ["ilast ever", "ilast lune"]),
        ("the? [unit]", "the lune the", ["the lune"]),
        ("!the [unit]", "the lune, a lune", ["lune"]),
        ("&the [unit] !ago", "the lune ago, the lune", ["lune"]),
        ("[unit] &( ago \\) )", "lune ago) lune ago", ["lune"]),
        ("[span] ago", "ilast lune ago", ["ilast lune ago"]),
        ("[unit]", "lune\n\nlune lu ne", ["lune", "lune"]),
    ],
)
def test_pattern_fits_what_it_says(pattern: str, text: str, found: list[str]) -> None:
    assert _fits(text, pattern) == found


def test_longest_pattern_wins_over_earlier_ones() -> None:
    assert _fits("ilast long lune", "<turn>", "<turn> <unit>") == ["ilast long lune"]


def test_particles_are_known_with_each_word_and_cut_from_the_expression() -> None:
    lexicon = build({"turn": {"kilast": -1, "to": 1}}, ["lune"], {"kara": "with-from", "wa": "", "to": ""})
    assert lexicon.stemmed(("kilastkara", "lunewa", "to", "other")) == ("kilast", "lune", "to", "other")
    assert lexicon.rows["kilastkara"] in lexicon.symbols["with-from"]
    assert lexicon.rows["kilastwa"] == lexicon.rows["kilast"]
    assert lexicon.rows["to"] in lexicon.symbols["turn"]


def test_names_are_read_however_their_signs_are_printed() -> None:
    found = find_dates("They met on New Year’s Day.", date(2024, 6, 19))
    assert [(m.text, m.value.edtf) for m in found if m.value] == [("New Year’s Day", "2024-01-01")]


def test_quotation_marks_are_no_letters() -> None:
    assert split("«luna»") == ("«", "luna", "»")


def test_braces_stand_for_each_ending_of_a_word() -> None:
    lexicon = build({"unit": {"lun{a,am}": 1, "{mid ,}lun{ae,is}": 2}}, ())
    values = {" ".join(words): value for words, value in lexicon.values["unit"].items()}
    assert values == {"luna": 1, "lunam": 1, "mid lunae": 2, "mid lunis": 2, "lunae": 2, "lunis": 2}
    assert "Lunam" in lexicon.spellings


@pytest.mark.parametrize(
    "pattern",
    [
        "( <unit>",
        "<unit> )",
        "[nothing]",
        "the?",
        "&<turn> <unit>",
        "!(the <turn>) <unit>",
        "!([turn] | the [turn]) <unit>",
    ],
)
def test_pattern_that_cannot_be_read_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError):
        _grammar(pattern)


def test_compiler_knows_how_long_a_pattern_can_be() -> None:
    lexicon = build(WORDS["classes"], literals("the"))
    piece = Compiler(lexicon, {}).piece("the? [turn] [unit]?")
    assert (piece.shortest, piece.longest) == (1, 4)


def test_every_meaning_that_rules_name_is_in_the_closed_set() -> None:
    assert {rule.meaning for rule in load_grammar("en").rules} <= set(MEANINGS)


@pytest.mark.parametrize(
    "text",
    [
        "That eveningKim\u00a0Jong  Un.On\n August 16",
        " \n\nx",
        "ªb\u2028c_d",
        "7:30İz",
        "a \n\t\n b",
        "a\fb",
        "7,a " * LONG,
        "7,a\n\n" * LONG,
    ],
)
def test_pieces_cover_the_text(text: str) -> None:
    tokens = Tokens.read(text, rows(dict[str, str]().get))
    places = [tokens.span(piece, piece + 1) for piece in range(len(tokens.symbols))]
    cut = "".join(text[start:end] for start, end in places)
    assert "".join(cut.split()) == "".join(text.split())
    assert places == sorted(places)
    assert [text[start:end] for start, end in places if text[start:end].strip()] == [
        *map(str.strip, filter(str.strip, tokens.pieces(0, len(places))))
    ]


def test_long_chunks_are_cut_as_short_ones_are() -> None:
    """Beside a chunk that is too long, the same words stand at the same places."""
    text, known = "On August 16,2024 - at\u00a07:30 - he said\n \nso. ", load_grammar("en").lexicon.rows
    short, long = Tokens.read(text, known), Tokens.read(text + "x" * (LONG + 1), known)
    assert (short.gap, long.gap) == (1, 0)
    assert long.symbols == short.symbols + "x"
    assert [long.span(at, at + 1) for at in range(len(short.symbols))] == [
        short.span(at, at + 1) for at in range(len(short.symbols))
    ]


def test_words_of_a_text_are_cut_at_signs_numbers_and_capitals() -> None:
    assert split("eveningKim's") == ("evening", "Kim", "'", "s")
    assert split("(http://example.org/2015/05 www.example.org)") == (
        "(",
        "http://example.org/2015/05",
        "www.example.org)",
    )


@pytest.mark.parametrize(
    ("words", "number"),
    [("2 1 / 2", 2.5), ("2 . 5", 2.5), ("1 , 000", 1000), ("twenty - five", 25), ("a hundred", 100), ("an", 1),
     ("two and a half", 2.5), ("half an", 0.5), ("5 / 0", 5), ("two hundred and ten", 210)],
)  # fmt: skip
def test_number_in_words_is_read(words: str, number: float) -> None:
    assert read_number(tuple(words.split()), load_grammar("en").lexicon) == number


@pytest.mark.parametrize(("words", "year"), [("nineteen ninety - four", 1994), ("two thousand", 2000), ("1994", 1994)])
def test_year_in_words_is_read(words: str, year: int) -> None:
    assert read_year(tuple(words.split()), load_grammar("en").lexicon) == year


def test_engine_has_no_word_of_a_language() -> None:
    """Words of English stand in its data alone: no string of the code is one of its months, days or cues."""
    lexicon = load_grammar("en").lexicon
    names = ("month", "weekday", "day-word", "part", "season", "decade-name")
    words = {word for name in names for row in lexicon.values[name] for word in row if len(word) > 2}
    folder = Path(timeline.dates.__file__).parent
    for path in folder.glob("*.py"):
        code = re.sub(r'""".*?"""|#[^\n]*', "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        strings = set(re.findall(r'"([a-z]+)"', code))
        assert strings.isdisjoint(words), path.name


STORY = "It went on in 1931, 1932, 1933, 1934, 1935 and 1936. "


def test_story_hangs_dates_on_the_year_named_last() -> None:
    mentions = timeline.dates.find_dates(STORY + "In August it ended.", date(2024, 6, 19))
    assert (mentions[-1].timex3, mentions[-1].basis) == ("1936-08", "discourse")


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("1938\n\nIt was far from the calm of May 1935. In June it went on.", "1938-06"),
        ("The long march (1937-1939)\n\nIt was no match for that of 1912. In June it began.", "1937-06"),
        ("In 1938 it ended.\n\nAll had begun in May 1935. In June it went on.", "1935-06"),
    ],
)
def test_story_stays_in_the_years_of_its_heading(text: str, timex3: str) -> None:
    mentions = timeline.dates.find_dates(STORY + "\n\n" + text, date(2024, 6, 19))
    assert mentions[-1].timex3 == timex3


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("In May 1936 the king (born 7 June 1890) came. A month later he left.", "1936-06"),
        ("In May 1936 the king (1890-1951) came. In June he left.", "1936-06"),
        ("In May 1936 the king came (he was back on 7 June 1940). A month later he left.", "1940-07"),
        ("The king (born in 1890) came in May 1938. A month later he left.", "1938-06"),
    ],
)
def test_story_does_not_go_on_from_years_in_brackets(text: str, timex3: str) -> None:
    mentions = timeline.dates.find_dates(STORY + text, date(2024, 6, 19))
    assert mentions[-1].timex3 == timex3


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("On 3 May 1936 it began. The next day it rained.", "1936-05-04"),
        ("On 3 May 1936 he came, who was born in 1890. The next day it rained.", "1936-05-04"),
        ("On 3 May 1936 it began. In August it was still so. The next day it rained.", "1936-08-XX"),
        ("In May 1936 it began. That evening it rained.", "1936-05-XXTEV"),
        ("In 1936 it began. That same day it rained.", "XXXX-XX-XX"),
    ],
)
def test_story_tells_no_day_that_it_does_not_know(text: str, timex3: str) -> None:
    mention = timeline.dates.find_dates(STORY + text, date(2024, 6, 19))[-1]
    assert mention.timex3 == timex3
    assert (mention.value.edtf if mention.value else "XXXX") == timex3.partition("-X")[0]


def test_story_comes_back_to_its_line_after_a_leap() -> None:
    text = STORY + "On March 3, 1936 he left (he was back in December 1990). On April 5 he arrived."
    mentions = timeline.dates.find_dates(text, date(2024, 6, 19))
    assert mentions[-1].timex3 == "1936-04-05"


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("It fell in 216 BC. The following year it was rebuilt.", "BC0215"),
        ("It fell in 216 BC. Ten years earlier it was rich.", "BC0226"),
        ("It fell in 216 BC. In the following decade it was rebuilt.", "BC020"),
        ("It fell in 216 BC. It is said in Juche 113 (2024).", "2024"),
        ("It fell in 1 BC. In the following year it was rebuilt.", ""),
    ],
)
def test_years_before_christ_are_counted_down(text: str, timex3: str) -> None:
    mentions = timeline.dates.find_dates(text, date(2024, 6, 19))
    assert mentions[-1].timex3 == timex3
    assert (mentions[-1].value is None) == (timex3 != "2024")


def test_far_future_is_not_before_christ() -> None:
    assert [m.timex3 for m in timeline.dates.find_dates("It is today.", date(9999, 6, 19))] == ["9999-06-19"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He said on Friday that he agreed.", "2024-06-14"),
        ("He will speak on Friday.", "2024-06-21"),
        ("On Friday he will speak.", "2024-06-21"),
        ("They met on Friday. They will meet again.", "2024-06-14"),
        ("The vote is scheduled for July 3.", "2024-07-03"),
        ("They arrived in the United States on Friday.", "2024-06-14"),
        ("The shop was opened in May.", "2024-05"),
        ("He will be there between July 3 and 5.", "2024-07-03/2024-07-05"),
        ("He was there between May 3 and 5.", "2024-05-03/2024-05-05"),
        ("In August they moved.", "2023-08"),
        ("They will move in August.", "2024-08"),
        ("The mayor could not be reached Monday.", "2024-06-17"),
        ("The council showed its plan Monday.", "2024-06-17"),
        ("Two climbers were said to be missing Monday.", "2024-06-17"),
        ("The mine is set to close, but the union set terms Monday.", "2024-06-17"),
        ("The storm will hit the coast Friday.", "2024-06-21"),
        ("The two sides did not meet Monday.", "2024-06-17"),
        ("The two ministers meet Monday in Bonn.", "2024-06-24"),
        ("A strike planned for Monday will close the port.", "2024-06-24"),
        ("The court gave them until Monday to pay.", "../2024-06-24"),
        ("The talks lasted until Monday.", "../2024-06-17"),
        ("The next vote is on Monday, the clerk said.", "2024-06-24"),
    ],
)
def test_tense_decides_the_direction(text: str, edtf: str) -> None:
    values = [mention.value for mention in timeline.dates.find_dates(text, date(2024, 6, 19))]
    assert [value.edtf for value in values if value] == [edtf]


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("They met in August 1935, and by the end of 1936 it was over. Under a plan of that May they left.", "1936-05"),
        ("It began in 1337. On 26 August 1346 and 19 September 1356 it was lost. Four years later, in 1360, and again"
         " in 1415, it was won. In the spring it ended.", "1415-SP"),
        ("Rome won in 202 BC, and again in 197 BC. For long there was peace. In spring it ended.", "BC0197-SP"),
    ],
)  # fmt: skip
def test_story_is_known_by_its_years(text: str, timex3: str) -> None:
    assert timeline.dates.find_dates(STORY * ("1935" in text) + text, date(2024, 6, 19))[-1].timex3 == timex3


def test_outlook_leaves_the_quarter_that_is_reported() -> None:
    text = "Net for the third quarter rose. A fourth-quarter charge is likely. Sales fell in the latest quarter."
    assert timeline.dates.find_dates(text, date(2024, 11, 5))[-1].timex3 == "2024-Q3"


def test_region_of_a_language_changes_nothing() -> None:
    day = date(2024, 6, 19)
    assert timeline.dates.find_dates("Last month", day, "en-GB") == timeline.dates.find_dates("Last month", day)


def test_new_year_greetings_leave_sunday_in_the_old_year() -> None:
    text = "New Year greetings were exchanged. The leader sent greetings on Sunday."
    mentions = timeline.dates.find_dates(text, date(2024, 1, 2))
    assert [mention.timex3 for mention in mentions] == ["2024-01-01", "2023-12-31"]


@pytest.mark.parametrize(
    "text",
    ["On the last day of 9999 and the fifth half of June.", "the eve of Easter 1583", "9999 Fridays ago",
     "the first week of January 1", "June 18 and 19 and 20 and", "between June 31 and 32", "9999/10000, 2010/11/12"],
)  # fmt: skip
@pytest.mark.parametrize("published", [None, date.min, date.max])
def test_odd_parts_of_dates_never_raise(text: str, published: date | None) -> None:
    for mention in timeline.dates.find_dates(text, published):
        assert text[mention.start : mention.end] == mention.text


def test_part_that_a_month_does_not_have_has_no_value() -> None:
    (mention,) = timeline.dates.find_dates("The fifth Monday of May 2024 was fine.", date(2024, 6, 19))
    assert (mention.text, mention.value) == ("The fifth Monday of May 2024", None)
