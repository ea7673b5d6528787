"""Why each time expression has its value: worked out on demand, by asking the engine the same once more.

Nothing is traced while dates are found. What a value rests on is seen by taking that away: without the day of
publication, without a date named before, with the words pointing the other way, is it still the same?
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.dates.context import Context
from timeline.dates.direction import Direction, told
from timeline.dates.discourse import Discourse
from timeline.dates.find import Placed, mention, placed, read
from timeline.dates.grammar import languages
from timeline.dates.invisible import put_back, without_marks
from timeline.dates.open_ends import LONGEST
from timeline.dates.reading import Reading
from timeline.dates.scan import all_fits, scan
from timeline.dates.tokens import Tokens
from timeline.model import DateMention, TimeValue

MOST = 4  # alternatives shown
DATELINE = re.compile(r"\s*(?:\([^()\n]{2,40}\)\s*)?(?:--|[-–—])\s")
FAR_IN = 200  # a dateline ends before this many characters
LIBRARY = "dateparser"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day that the value is counted from.

    kind   "publication", "named" (a date that the text names before) or "dateline" (the same, in the dateline)
    value  in EDTF
    words  of the date named before; "" for publication
    """

    kind: str
    value: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Leaning:
    """Which way an expression points that leaves this open: "past", "future" or "open" (no word tells).

    cue    the word that told; "" where none did
    others the values that the other directions would have given, in EDTF
    """

    direction: str
    cue: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another rule that fits at the same place: its words, and the EDTF or else TIMEX3 value that it would give.

    `value` is "" where it gives none, or where it says that this is no date at all.
    """

    rule: str
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One place where a rule fits; half-open offsets.

    mention  what is found there; None where it only looks like a date
    pattern  of the rule, as languages/README.md describes; "" where the dateparser library read it
    example  a sentence that the rule reads
    opening  the words that leave an end of the date open ("since", "by"); "" where none do
    story    whether the text tells of the past, so that its dates follow each other
    """

    start: int
    end: int
    text: str
    mention: DateMention | None
    rule: str
    pattern: str = ""
    example: str = ""
    anchors: tuple[Anchor, ...] = ()
    leaning: Leaning | None = None
    opening: str = ""
    alternatives: tuple[Alternative, ...] = ()
    story: bool = False


def explain_dates(text: str, published: date | None = None, language: str = "en") -> list[Explanation]:
    """One explanation for each mention of `find_dates`, and for each place that only looks like a date.

    >>> day = date(2022, 8, 15)
    >>> first, second = explain_dates("They met last month. They will meet on Friday.", day)
    >>> first.rule, first.anchors
    ('turn-unit', (Anchor(kind='publication', value='2022-08-15', words=''),))
    >>> second.leaning
    Leaning(direction='future', cue='will', others=('2022-08-12',))
    >>> explain_dates("They met on May 9, 2023. Two days later he left.", day)[1].anchors
    (Anchor(kind='named', value='2023-05-09', words='May 9, 2023'),)
    >>> [(each.text, each.rule, each.mention) for each in explain_dates("The 1718 Committee met.", day)]
    [('1718 Committee', 'look-alike', None)]
    """
    from timeline.dates import find_dates, language_code

    code = language_code(language)
    if code not in languages():
        return [_by_library(found, published) for found in find_dates(text, published, code)]
    plain, places = without_marks(text)
    return list(_explained(list(placed(plain, code, published, idle=True)), text, places))


def _by_library(found: DateMention, published: date | None) -> Explanation:
    anchors = (Anchor("publication", str(published)),) if published and found.basis != "explicit" else ()
    return Explanation(found.start, found.end, found.text, found, LIBRARY, anchors=anchors)


def _explained(rows: list[Placed], text: str, places: Sequence[int] | None) -> Iterator[Explanation]:
    named = list[tuple[TimeValue, DateMention]]()
    for row in rows:
        found = mention(row) if row.reading else None
        yield _one(row, found, named, text, places)
        if found and row.reading and row.reading.value:
            named.append((row.reading.value, found))


def _one(
    row: Placed,
    found: DateMention | None,
    named: list[tuple[TimeValue, DateMention]],
    text: str,
    places: Sequence[int] | None,
) -> Explanation:
    context, rule = row.context, row.fit.form.rule
    start, end = (found.start, found.end) if found else context.tokens.span(context.first, context.last)
    shown = found and (put_back(found, text, places) if places else found)
    if places:
        start, end = places[start], places[end - 1] + 1
    return Explanation(
        start, end, text[start:end], shown, rule.name, row.fit.form.pattern, _example(row),
        _anchors(row, named) if found else (), _leaning(row) if found else None,
        _opening(row, found) if found else "", _alternatives(row), context.story,
    )  # fmt: skip


def _example(row: Placed) -> str:
    """The first example of the rule that the same pattern fits; else its first."""
    grammar, form = row.context.grammar, row.fit.form
    texts = [str(example["text"]) for example in form.rule.examples]
    for text in texts:
        symbols = Tokens.read(text, grammar.lexicon.rows).symbols
        if any(fit.form is form for fit in scan(symbols, grammar)):
            return text
    return next(iter(texts), "")


def _plain(reading: Reading | None) -> str:
    """What a reading says, for comparison and display."""
    if reading is None:
        return ""
    return reading.value.edtf if reading.value else reading.timex3


def _anchors(row: Placed, named: list[tuple[TimeValue, DateMention]]) -> tuple[Anchor, ...]:
    """The dates named before without which the value is another; else publication, if that is what it takes."""
    found = {anchor.value: anchor for anchor in _named_before(row, named)}
    if found:
        return tuple(found.values())
    published = row.context.published
    if published and _differ(row, row.context, row.context._replace(published=None)):
        return (Anchor("publication", str(published)),)
    return ()


def _named_before(row: Placed, named: list[tuple[TimeValue, DateMention]]) -> Iterator[Anchor]:
    context, so_far = row.context, row.context.so_far
    for field in Discourse._fields:
        value = getattr(so_far, field)
        values = [each for each in (value if isinstance(value, tuple) else (value,)) if isinstance(each, TimeValue)]
        less = so_far._replace(**{field: Discourse._field_defaults[field]})
        if values and any(
            _differ(row, context._replace(published=day), context._replace(published=day, so_far=less))
            for day in {context.published, None}
        ):
            yield _anchor(values[0], named, context.tokens.text)


def _differ(row: Placed, one: Context, other: Context) -> bool:
    return _plain(read(row.fit, one)) != _plain(read(row.fit, other))


def _anchor(value: TimeValue, named: list[tuple[TimeValue, DateMention]], text: str) -> Anchor:
    for each, found in reversed(named):
        if each == value:
            is_dateline = found.end < FAR_IN and DATELINE.match(text, found.end) is not None
            return Anchor("dateline" if is_dateline else "named", value.edtf, found.text)
    return Anchor("named", value.edtf)


def _leaning(row: Placed) -> Leaning | None:
    """None where the direction makes no difference."""
    values = {each: _plain(read(row.fit, row.context._replace(leaning=each))) for each in Direction}
    if len(set(values.values())) == 1:
        return None
    found = told(row.context)
    tokens = row.context.tokens
    cue = tokens.piece(found.at) if found.at >= 0 else ""
    others = dict.fromkeys(value for value in values.values() if value and value != _plain(read(row.fit, row.context)))
    return Leaning(found.direction.name.lower(), cue, tuple(others))


def _opening(row: Placed, found: DateMention) -> str:
    """The words that opened an end: within the expression, or before it."""
    context, tokens = row.context, row.context.tokens
    if found.value is None or row.reading is None or found.value == row.reading.value:
        return ""
    start, end = tokens.span(context.first, context.last)
    if inside := tokens.text[found.start : start].strip() or tokens.text[end : found.end].strip():
        return inside
    bounds = context.grammar.lexicon.values.get("bound", {})
    rows = [tokens.words(context.first - count, context.first) for count in range(1, min(LONGEST, context.first) + 1)]
    return " ".join(next((words for words in reversed(rows) if words in bounds), ()))


def _alternatives(row: Placed) -> tuple[Alternative, ...]:
    """What other rules read at the same place, the longest first; one a rule."""
    context = row.context
    fits = sorted(all_fits(context.tokens.symbols, context.first, context.grammar), key=lambda fit: -fit.last)
    shown = dict[str, Alternative]()
    for fit in fits:
        rule = fit.form.rule
        if rule.name != row.fit.form.rule.name and rule.name not in shown:
            here = context._replace(last=fit.last)
            start, end = context.tokens.span(fit.first, here.last)
            shown[rule.name] = Alternative(rule.name, context.tokens.text[start:end], _plain(read(fit, here)))
    return tuple(list(shown.values())[:MOST])
