"""The words in which `tieline explain` says what was found, and what was missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.actions import Gap
from timeline.events.account import Verdict, Weighed
from timeline.events.binding import Tie
from timeline.events.scene import Hindrance

HINDRANCES: Mapping[Hindrance, str] = {
    Hindrance.ZONE: "nothing is told in this part of an article: {zone}",
    Hindrance.NOBODY: "names no actor",
    Hindrance.TOO_LONG: "too long for a sentence: a list or a table",
    Hindrance.LONE: "names one actor alone, and no act that takes but one",
    Hindrance.NO_TRIGGER: "has no word for an act between its actors, and no date",
}
GAPS: Mapping[Gap, str] = {
    Gap.DENIAL: "it says of “{by}” that it did not take place; that act is told instead",
    Gap.GIVES_WAY: "“{by}” in its clause is told instead, with the status that this word gives it",
    Gap.GOVERNED: "it stands in the clause of “{by}”, which counts in its place",
    Gap.PART: "it names who takes part in “{by}”",
    Gap.UNLIKELY: "by its words, the classifier is sure that the two have nothing to do with each other here",
    Gap.NO_SOURCE: "nobody is named who does it",
    Gap.NO_TARGET: "nobody is named to whom it is done",
    Gap.NO_PARTNER: "it takes two sides, and at most one is named",
    Gap.SAME_SIDE: "both sides are the same actor",
    Gap.NOT_DONE: "no date is said of it, and what did not take place is lent none",
    Gap.NOT_SOON: "it is planned without a date, and not at the head of the article",
    Gap.ASIDE: "no date is said of it, and what stands in a side clause or a noun is lent none",
    Gap.LOOKS_BACK: "no date is said of it, and its form looks back or ahead: a noun, “had met”, “has met”",
    Gap.DATED_ELSE: "the dates of the sentence belong to other acts",
    Gap.NO_THREAD: "no date is said of it, and it goes on with nothing that was dated before",
    Gap.OTHER_TIME: "the date told before is far from those of this sentence",
}
TIES: Mapping[Tie, str] = {
    Tie.OWN: "“{words}” belongs to the act",
    Tie.REPORT: "“{words}” dates the report, and nothing says that the act was at another time",
    Tie.LAG: "counted by “{words}” from the act of the main clause",
    Tie.DENIAL: "as of the day on which it is denied",
    Tie.BEFORE: "no date is said of it: it goes on with the sentence before, “{words}”",
    Tie.NEWS: "no date is said of it: it goes on with the news at the head, “{words}”",
    Tie.PRINT: "no date is said of it: the day of publication stands in",
    Tie.CAPTION: "the day that the caption names",
}
SLOTS: Mapping[str, str] = {
    "subj": "subject",
    "obj": "object",
    "poss": "whose it is",
    "comp": "named before the noun",
    "clause": "named in the clause under it",
    "governor": "subject of the words that it belongs to",
    "here": "the place that it points to",
    "object": "named by its object",
    "seat": "where the subject is posted",
    "doer": "who did what the object names",
    "denier": "who denies it",
    "itself": "named by the word itself",
    "caption": "shown",
}
KINDS: Mapping[str, str] = {
    "demonym": "people or adjective",
    "capital": "capital for government",
    "reference": "stands for who was named before",
    "place": "town",
}
PARTS: Mapping[str, str] = {
    "words": "words of the act",
    "caption": "caption",
    "belief": "only believed",
    "pronoun": "pronoun",
    "date": "date",
}
LEXICON = ("vote", "entry", "fires")
MASKS = {"S": "source", "T": "target", "N": "a name", "0": "a number", "^": "the beginning"}


def reason_words(features: Iterable[str]) -> str:
    """What speaks for the classifier's answer, each thing once; its weights are in the JSON.

    >>> reason_words(["vote=forth=AID", "w=give", "p=give", "b=give T", "top=give", "path=nsubj^dative"])
    'the lexicon, “give”, “give…”, “give” + target, how source and target hang together'
    """
    return ", ".join(dict.fromkeys(map(_reason, features)))


def _reason(feature: str) -> str:
    kind, _, rest = feature.partition("=")
    if kind in LEXICON:
        return "the lexicon"
    if kind in ("path", "rise", "fall"):
        return "how source and target hang together"
    if kind == "p":
        return f"“{rest}…”"
    words = [MASKS.get(word, f"“{word}”") for word in rest.rpartition("=")[2].split()]
    return " + ".join(words) if words else "a sign"


def slot_words(slot: str) -> str:
    """
    >>> slot_words("subj"), slot_words("with")
    ('subject', 'after “with”')
    """
    return SLOTS.get(slot, f"after “{slot}”") if slot else "nobody found"


def passed_over(date: Weighed) -> str:
    """Why a date was not taken.

    >>> passed_over(Weighed("Monday", "2022-08-15", Verdict.BARRED, 99.0, "before"))
    'dates something else: beyond “before”'
    """
    if date.verdict is Verdict.NO_DAYS:
        return "names no days with a beginning and an end"
    beyond = f" beyond “{date.obstacle}”" if date.obstacle else ""
    if date.verdict is Verdict.BARRED:
        return f"dates something else{':' * bool(beyond)}{beyond}"
    return f"another is closer or finer{',' * bool(beyond)}{beyond}"
