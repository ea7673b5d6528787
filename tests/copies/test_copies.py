"""Wire copies are found whatever was done to them; a story with news of its own is never taken for one."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.copies.pairs import APPEAL, COPIES, OTHERS, UNSURE, Change, Writer
from timeline.copies import alike, bands, canonical, digest, repeats, signature
from timeline.model import Article

ANY = st.text(st.characters(), max_size=400)
DAILY = (
    "The ministry said that {count} aircraft and 6 ships of the neighbouring state were seen around the island on "
    "{day}, and that it had sent aircraft and ships of its own and had followed them with missiles on the coast until "
    "they left for the mainland late in the evening, as it does whenever they come near, and nobody was in danger."
)


def found(change: Change, language: str, words: int, pairs: int = 25) -> tuple[float, float]:
    """How many of the texts that were changed so are copies, and how many could be found by their bands."""
    copies = candidates = 0
    for number in range(pairs):
        writer = Writer(f"{language} {words} {number}", language)
        story = writer.story(words)
        one, other = printed(story), printed(change(writer, story))
        copies += repeats(other, one)
        candidates += share_band(one, other)
    return copies / pairs, candidates / pairs


def printed(paragraphs: Sequence[str]) -> bytes:
    return signature("\n\n".join(paragraphs))


def share_band(one: bytes, other: bytes) -> bool:
    return any(map(bytes.__eq__, bands(one), bands(other)))


@pytest.mark.parametrize("change", COPIES)
@pytest.mark.parametrize(("language", "words"), [("en", 250), ("ru", 250), ("ko", 250)])
def test_wire_copy_is_found(change: str, language: str, words: int) -> None:
    copies, candidates = found(COPIES[change], language, words)
    assert copies >= 0.88
    assert candidates >= 0.95


@pytest.mark.parametrize("change", OTHERS)
@pytest.mark.parametrize(("language", "words"), [("en", 60), ("en", 250), ("ru", 250), ("ko", 250)])
def test_text_with_news_of_its_own_is_no_copy(change: str, language: str, words: int) -> None:
    copies, _ = found(OTHERS[change], language, words)
    assert copies == 0


def test_the_more_is_edited_the_less_is_found() -> None:
    rates = [found(change, "en", 250)[0] for change in UNSURE.values()]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] > 0.9
    assert rates[-1] < 0.1


def test_articles_that_share_an_appeal_are_no_copies() -> None:
    one, other = (printed([*Writer(name).story(40), *APPEAL]) for name in "ab")
    assert not alike(one, other)


@pytest.mark.parametrize(
    "change", [{"count": "17"}, {"day": "Tuesday"}, {"day": "9 May"}, {"count": "twelve", "day": "3 May"}]
)
def test_report_that_comes_every_day_in_the_same_words_is_no_copy(change: dict[str, str]) -> None:
    usual = {"count": "12", "day": "Monday"}
    assert not alike(signature(DAILY.format(**usual)), signature(DAILY.format(**usual | change)))


def test_text_that_was_cut_repeats_the_whole_one_but_not_the_other_way_round() -> None:
    story = Writer("cut").story(250)
    whole, part = printed(story), printed(story[:-3])
    assert repeats(part, whole)
    assert not repeats(whole, part)
    assert alike(whole, part)
    assert alike(part, whole)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kim came to Moscow.", "KIM  came to “Moscow”", True),
        ("Kim came to Moscow.", "Kim came to Minsk.", False),
        ("Ким приехал в Москву.", "КИМ приехал в Москву", True),
        ("김정은이 왔다.", "김정은이 갔다.", False),
        ("", " ", True),
        ("!!!", "???", False),
    ],
)
def test_short_texts_are_copies_only_if_all_words_are_the_same(one: str, other: str, same: bool) -> None:
    assert alike(signature(one), signature(other)) is same
    assert share_band(signature(one), signature(other)) is same


def test_very_long_text_is_a_copy_only_of_the_same_words() -> None:
    words = Writer("long").words(12_000)
    assert alike(signature(" ".join(words)), signature("\n".join(words).upper()))
    assert not alike(signature(" ".join(words)), signature(" ".join([*words, "end"])))


def test_version_that_only_repeats_the_one_before_is_an_original() -> None:
    """A story that grows by a few words again and again ends as another story."""
    writer = Writer("grows")
    versions = [writer.story(100)]
    for _ in range(8):
        versions.append([*versions[-1], " ".join(writer.words(10))])
    signatures = [printed(version) for version in versions]
    assert all(alike(one, other) for one, other in pairwise(signatures))
    originals = canonical(signatures, [0] * len(signatures))
    assert len(set(originals)) > 1
    assert all(repeats(signatures[number], signatures[original]) for number, original in enumerate(originals))
    assert all(originals[original] == original for original in originals)


def test_digest_differs_with_every_field() -> None:
    article = Article("Kim came.", date(2022, 8, 15), id="a")
    others = [
        replace(article, **change)
        for change in (
            {"text": "Kim came. "}, {"published": None}, {"published": date(2022, 8, 16)}, {"id": "b"},
            {"title": "Kim"}, {"source": "Kim"}, {"url": "Kim"}, {"language": "ru"}, {"published_basis": "given"},
            {"published_at": datetime(2022, 8, 15, 1, tzinfo=UTC)},
            {"title": "a", "id": ""}, {"text": "Kim came.10:2022-08-15", "published": None},
        )
    ]  # fmt: skip
    assert len({digest(each) for each in [article, *others]}) == len(others) + 1
    assert digest(article) == digest(replace(article))


@settings(deadline=None)
@given(ANY, ANY)
def test_any_text_has_a_signature_and_is_a_copy_of_itself(one: str, other: str) -> None:
    first, second = signature(one * 20), signature(f"{other} {one * 20}")
    assert alike(first, first)
    assert bands(first) == bands(signature(one * 20))
    assert alike(first, second) == alike(second, first)
    assert len(digest(Article(one, None))) == 32
    if first[:8] == second[:8]:
        assert share_band(first, second)


@settings(deadline=None, max_examples=30)
@given(st.randoms(use_true_random=False))
def test_originals_depend_on_nothing_but_the_texts_in_their_order(chance: random.Random) -> None:
    writer = Writer("order")
    story = writer.story(100)
    versions = [signature("\n".join(change(Writer(name), story))) for name, change in (COPIES | OTHERS).items()]
    chance.shuffle(versions)
    days = [0] * len(versions)
    assert canonical(versions, days) == canonical(list(versions), days)
    for number, original in enumerate(canonical(versions, days)):
        earlier = [other for other in range(number) if canonical(versions[:number], days)[other] == other]
        expected = [other for other in earlier if repeats(versions[number], versions[other])]
        assert original == (expected[0] if expected else number)


def test_signature_is_the_same_in_every_process() -> None:
    text = "\n\n".join(Writer("process").story(100)) + " 12 Мая, 北京 김정은이"
    told = "import sys\nfrom timeline.copies import *\nmade = signature(sys.argv[1])\nprint((made, bands(made)))"
    made = signature(text)
    for seed in ("0", "1", "12345"):
        run = subprocess.run(
            [sys.executable, "-c", told, text], env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True, text=True, encoding="utf-8", check=True,
        )  # fmt: skip
        assert run.stdout.strip() == repr((made, bands(made)))


def test_signature_and_bands_are_those_of_any_machine() -> None:
    """They are kept: were they others in a new version of the library, what is kept would have to be made anew."""
    made = signature("On 12 May the envoys of both states met in the capital. " * 4)
    assert sha256(made).hexdigest()[:16] == "f72af199b48a5f18"
    assert sha256(b"".join(bands(made))).hexdigest()[:16] == "cb9481475eba76ab"
