"""Which documents tell the same story: average-linkage clustering of their words.

News tells the most important things first, and names tell stories apart better than other words do: the weight of a
word falls the later it stands, and a capital doubles it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import log, sqrt

from timeline.merge.lexicon import Lexicon

ALIKE = 0.12  # mean cosine from which on two groups of documents can be one story
USUAL = 0.8  # as a share of what is usual for these documents, which their groups have to be above as well
HALF = 30  # words after which a word weighs half of what the first one does
NAMED = 2.0  # how much more a word with a capital weighs
OTHERS = 10  # documents on other things that are imagined beside: what all documents share still tells a little

Weights = Mapping[str, float]

_TOKEN = re.compile(r"[^\W_]+")


def stories(texts: Mapping[str, str], lexicon: Lexicon) -> dict[str, int]:
    """A story number for each document, by its id. Numbers follow the sorted ids."""
    ids = sorted(texts)
    groups = _linked(_weights([texts[name] for name in ids], lexicon))
    return {ids[document]: story for story, group in enumerate(groups) for document in group}


def _weights(texts: list[str], lexicon: Lexicon) -> list[Weights]:
    """TF-IDF of each document, of length 1; words of one document alone are left out."""
    counts = [_counted(text, lexicon) for text in texts]
    documents = Counter(stem for count in counts for stem in count)
    rare = {stem: log((len(texts) + OTHERS) / found) for stem, found in documents.items() if found > 1}
    return [_unit({stem: log(1 + n) * rare[stem] for stem, n in count.items() if stem in rare}) for count in counts]


def _counted(text: str, lexicon: Lexicon) -> Weights:
    """How often each stem is in the text; a late one counts for less, a name for more."""
    counts: defaultdict[str, float] = defaultdict(float)
    for place, found in enumerate(_TOKEN.findall(text)):
        word = found.casefold()
        if word not in lexicon.light:
            counts[lexicon.stem(word)] += (NAMED if found[0].isupper() else 1.0) / (1 + place / HALF)
    return counts


def _unit(weights: Weights) -> Weights:
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _excess(documents: Sequence[Weights]) -> Iterator[tuple[int, int, float]]:
    """By how much two documents are more alike than needed.

    How alike two documents usually are is what their likeness to all others lets expect (the null model of
    modularity: Newman and Girvan 2004).
    """
    alike = _alike(documents)
    reach = [sum(row) for row in alike]
    for row in alike:
        for b, likeness in enumerate(row):
            reach[b] += likeness
    total = sum(reach) or 1.0
    for a, row in enumerate(alike):
        for b, likeness in enumerate(row):
            yield a, b, likeness - max(ALIKE, USUAL * reach[a] * reach[b] / total)


def _alike(documents: Sequence[Weights]) -> list[list[float]]:
    """The cosine of each document with each one before it."""
    rows = []
    before: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, document in enumerate(documents):
        row = [0.0] * number
        for word, weight in document.items():
            for other, its in before[word]:
                row[other] += weight * its
            before[word].append((number, weight))
        rows.append(row)
    return rows


def _linked(documents: Sequence[Weights]) -> list[list[int]]:
    """Joins the two groups that are most alike on average, as long as they are alike enough."""
    groups = {number: [number] for number in range(len(documents))}
    sums: dict[int, dict[int, float]] = {number: {} for number in groups}  # excess of all pairs of two groups
    for a, b, excess in _excess(documents):
        sums[a][b] = sums[b][a] = excess
    queue = [(-excess, a, b) for a, row in sums.items() for b, excess in row.items() if a < b]
    heapify(queue)
    while queue and queue[0][0] <= 0:
        _, a, b = heappop(queue)
        if a in groups and b in groups:  # else one of them has been joined to another since
            _join(groups, sums, queue, (a, b))
    return sorted(map(sorted, groups.values()))


def _join(
    groups: dict[int, list[int]],
    sums: dict[int, dict[int, float]],
    queue: list[tuple[float, int, int]],
    pair: tuple[int, int],
) -> None:
    """Replaces two groups by one with a number of its own."""
    a, b = pair
    new, joined = max(groups) + 1, groups.pop(a) + groups.pop(b)
    sums[new] = {other: sums[a][other] + sums[b][other] for other in groups}
    for other, excess in sums[new].items():
        sums[other][new] = excess
        heappush(queue, (-excess / (len(joined) * len(groups[other])), other, new))
    groups[new] = joined
