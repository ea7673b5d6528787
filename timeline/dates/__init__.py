"""When: text and publication date -> time expressions, each with what it means.

>>> from datetime import date
>>> [(m.text, m.value.edtf) for m in find_dates("They met last month.", date(2022, 8, 15))]
[('last month', '2022-07')]
"""

from __future__ import annotations

from datetime import date

from timeline.dates.find import find_mentions
from timeline.dates.grammar import calendar_words, languages, short_codes
from timeline.model import DateMention

__all__ = ["calendar_words", "find_dates", "is_known", "language_code", "languages"]


def find_dates(text: str, published: date | None = None, language: str = "en") -> list[DateMention]:
    """The time expressions of a text, in its order; none overlaps another.

    `published` is the day that "last month" is relative to; without it, what is relative has no value.
    `language` is an ISO 639 code; a region after it ("en-GB") changes nothing. Never raises on any text.
    """
    code = language_code(language)
    if code not in languages():
        from timeline.dates.fallback import find_elsewhere

        return find_elsewhere(text, published, code)
    return find_mentions(text, code, published)


def language_code(language: str) -> str:
    """The language alone, in two small letters where it has such a code.

    >>> language_code("en-GB"), language_code("zh_Hant"), language_code("kor")
    ('en', 'zh', 'ko')
    """
    code = language.strip().casefold().replace("_", "-").partition("-")[0]
    return short_codes().get(code, code)


def is_known(language: str) -> bool:
    """Whether dates can be found in a language at all: by a grammar, or by the library behind the others.

    >>> is_known("en"), is_known("ko"), is_known("zz")
    (True, True, False)
    """
    code = language_code(language)
    if code in languages():
        return True
    from dateparser.data.languages_info import language_order

    return code in language_order
