"""Which documents tell the same story: average-linkage clustering of their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import log, sqrt

from timeline.merge.lexicon import Lexicon
from timeline.merge.words import words

ALIKE = 0.1  # mean cosine from which on two groups of documents are one story

Weights = Mapping[str, float]


def stories(texts: Mapping[str, str], lexicon: Lexicon) -> dict[str, int]:
    """A story number for each document, by its id. Numbers follow the sorted ids."""
    ids = sorted(texts)
    groups = _linked(_weights([texts[name] for name in ids], lexicon))
    return {ids[document]: story for story, group in enumerate(groups) for document in group}


def _weights(texts: list[str], lexicon: Lexicon) -> list[Weights]:
    """TF-IDF of each document, of length 1; words of one document alone are left out."""
    counts = [Counter(lexicon.stem(word) for word in words(text) if word not in lexicon.light) for text in texts]
    documents = Counter(stem for count in counts for stem in count)
    return [
        _unit({w: (1 + log(n)) * log((len(texts) + 1) / documents[w]) for w, n in count.items() if documents[w] > 1})
        for count in counts
    ]


def _unit(weights: Weights) -> Weights:
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _linked(documents: list[Weights]) -> list[list[int]]:
    """Joins the two groups that are most alike on average, as long as they are alike enough."""
    groups = {number: [number] for number in range(len(documents))}
    sums: dict[int, dict[int, float]] = {number: {} for number in groups}  # likeness of all pairs of two groups
    for a, b in combinations(groups, 2):
        sums[a][b] = sums[b][a] = sum(weight * documents[b].get(word, 0.0) for word, weight in documents[a].items())
    queue = [(-likeness, a, b) for a, row in sums.items() for b, likeness in row.items() if a < b]
    heapify(queue)
    while queue and queue[0][0] <= -ALIKE:
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
    for other, likeness in sums[new].items():
        sums[other][new] = likeness
        heappush(queue, (-likeness / (len(joined) * len(groups[other])), other, new))
    groups[new] = joined
