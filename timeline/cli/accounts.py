"""`tieline explain` on standard output: for people, and as JSON."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from math import prod
from typing import Any

from rich.console import Console
from rich.text import Text

from timeline.cli.reasons import as_record as date_record
from timeline.cli.reasons import lines as date_lines
from timeline.cli.verdicts import GAPS, HINDRANCES, KINDS, PARTS, TIES, passed_over, reason_words, slot_words
from timeline.cli.words import said, visible
from timeline.events.account import Account, Role, Trial, Verdict
from timeline.model import Actor, ActorMention, Article, Event, TimeValue

LABEL = 14  # cells
SHOWN = ("counted from", "open end", "direction")
ARC = re.compile(r" ([<>])\w+(?::\w+)?\1 ")
Found = Sequence[tuple[Article, Sequence[Account]]]
Line = tuple[str, str]


def for_people(found: Found) -> None:
    """A block for each sentence: its words, who and when is named in it, and each trigger with what became of it."""
    console = Console(highlight=False, soft_wrap=True)
    for article, accounts in found:
        named = visible(article.title or article.id)
        published = said(TimeValue.day(article.published)) if article.published else "on a day not known"
        console.print(Text(f"{named}, published {published}", "bold underline"))
        for account in accounts:
            _print(console, account, article.published)
        if not accounts:
            console.print("\nNo such sentence.")


def _print(console: Console, account: Account, published: date | None) -> None:
    console.print("\n", Text(f"{account.number}  ", "dim"), Text(visible(account.sentence.text), "bold"), sep="")
    if account.hindrance:
        why = HINDRANCES[account.hindrance].format(zone=account.sentence.zone)
        console.print(_line(("set aside", why)))
        return
    for line in (*_named(account), *_dates(account, published)):
        console.print(_line(line))
    for trial in account.trials:
        style = "bold green" if trial.event else "bold yellow"
        console.print(Text(f"  {visible(trial.trigger.text)}", style).append(f"  {_kind(trial)}", "default"))
        for label, words in _outcome(trial):
            console.print(Text("  ").append_text(_line((label, words))))
    if not account.trials:
        console.print(_line(("no event", "no word stands in it that is known to tell an act")))


def _line(line: Line) -> Text:
    return Text(f"  {line[0]:{LABEL}}", "dim").append(visible(line[1]), "default")


def _named(account: Account) -> Iterator[Line]:
    """Who is named, and how each was found."""
    for number, mention in enumerate(account.actors):
        yield "" if number else "who", f"“{mention.text}”: {_who(mention)}"


def _who(mention: ActorMention) -> str:
    kind = KINDS.get(mention.kind, mention.kind)
    office = f", {' or '.join(mention.roles)}" if mention.roles else ""
    return f"{_actors(mention.actors) or 'no actor'}, {kind}{office}"


def _actors(actors: Sequence[Actor]) -> str:
    """
    >>> _actors([Actor("PRK", "North Korea", "Kim Jong Un")])
    'PRK (Kim Jong Un)'
    """
    return ", ".join(actor.code + f" ({actor.person})" * bool(actor.person) for actor in actors)


def _dates(account: Account, published: date | None) -> Iterator[Line]:
    """Each date with its value, and what that rests on."""
    for number, each in enumerate(each for each in account.dates if each.mention):
        told = dict(date_lines(each, published))
        reasons = [f"{label} {told[label]}" for label in SHOWN if label in told and (each.anchors or label != SHOWN[0])]
        yield "" if number else "when", f"“{each.text}”: {'; '.join([told['means'], *reasons])}"


def _kind(trial: Trial) -> str:
    mode = f", {trial.mode}" if trial.mode else ""
    return f"{trial.type}{mode}; rule “{trial.rule}”"


def _outcome(trial: Trial) -> Iterator[Line]:
    """(label, words) for a trigger: whether it made an event, then what speaks for it."""
    yield ("event", _event(trial.event)) if trial.event else ("no event", GAPS[trial.gap].format(by=trial.by))
    yield "source", _role(trial.source)
    both = trial.mutual and trial.source.slot and trial.target.slot in ("", trial.source.slot)
    yield "target", "the same, both ways" if both else _role(trial.target)
    yield "status", f"{trial.status}" + (f", from “{trial.cue}”" if trial.cue else "")
    if trial.announced:
        yield "counts as", f"{trial.announced}: who will do it announces it himself"
    if trial.attributed_to:
        yield "claimed by", _actors(trial.attributed_to)
    if trial.probability is not None:
        reasons = reason_words(name for name, _ in trial.weights)
        yield "classifier", f"{trial.probability:.0%} sure" + f", from {reasons}" * bool(reasons)
    yield from _dating(trial)
    if trial.confidence:
        product = " x ".join(f"{part:g} ({PARTS[name]})" for name, part in trial.confidence)
        yield "confidence", f"{prod(part for _, part in trial.confidence):.2f} = {product}"


def _event(event: Event) -> str:
    sides = [_actors(side) for side in (event.source, event.target)]
    way = f"{sides[0]}, together" if event.source == event.target else " -> ".join(side for side in sides if side)
    place = f", in {event.place.name}" if event.place else ""
    return f"{said(event.when)}: {event.type}, {way}{place}"


def _role(role: Role) -> str:
    if not role.slot:
        return slot_words("")
    path = f"; {_chain(role.paths[0])}" if role.paths and ARC.search(role.paths[0]) else ""
    return f"{_actors(role.actors) or 'nobody known'}: {slot_words(role.slot)}{path}"


def _chain(path: str) -> str:
    """The words from a trigger to a name, without the parser's names for what joins them.

    >>> _chain("help <pcomp< for <prep< fined >dobj> Russia")
    'help – for – fined – Russia'
    """
    return ARC.sub(" – ", path)


def _dating(trial: Trial) -> Iterator[Line]:
    if trial.dating:
        moved = "; set back, since it has happened" if trial.dating.moved else ""
        tie = TIES[trial.dating.tie].format(words=trial.dating.words)
        yield "date", f"{said(trial.dating.when)}: {tie}{moved}"
    for each in trial.weighed:
        if each.verdict is not Verdict.TAKEN:
            yield "not", f"“{each.text}”: {passed_over(each)}"


def as_json(found: Found) -> None:
    """A list of objects, one sentence a line."""
    lines = (json.dumps(_record(article, each), ensure_ascii=False) for article, accounts in found for each in accounts)
    sys.stdout.write("[" + ",\n ".join(lines) + "]\n")


def _record(article: Article, account: Account) -> dict[str, Any]:
    return {
        "article": article.id,
        "number": account.number,
        **asdict(account.sentence),
        "not_parsed": account.hindrance.value or None,
        "actors": [asdict(mention) for mention in account.actors],
        "dates": [date_record(each, article.published) for each in account.dates],
        "triggers": [_trial(trial) for trial in account.trials],
    }


def _trial(trial: Trial) -> dict[str, Any]:
    dating, event = trial.dating, trial.event
    record = {name: getattr(trial, name) for name in ("rule", "type", "mode", "status", "mutual", "cue", "announced")}
    return record | {
        "trigger": asdict(trial.trigger),
        "source": asdict(trial.source),
        "target": asdict(trial.target),
        "attributed_to": [asdict(actor) for actor in trial.attributed_to],
        "probability": trial.probability,
        "weights": dict(trial.weights),
        "date": {"edtf": dating.when.edtf, "tie": dating.tie, "words": dating.words, "moved": dating.moved}
        if dating
        else None,
        "dates_weighed": [asdict(each) for each in trial.weighed],
        "confidence": dict(trial.confidence),
        "event": _summary(event) if event else None,
        "why_not": trial.gap.value or None,
        "reason": GAPS[trial.gap].format(by=trial.by) if trial.gap else None,
    }


def _summary(event: Event) -> dict[str, Any]:
    sides = ([actor.code for actor in side] for side in (event.source, event.target))
    source, target = sides
    return {
        "event_id": event.event_id,
        "type": event.type,
        "status": event.status,
        "date_edtf": event.when.edtf,
        "source": source,
        "target": target,
        "place": event.place.name if event.place else None,
        "confidence": event.confidence,
    }
