"""Numbers and years in words and digits; which word means what is the language's data."""

from __future__ import annotations

from timeline.dates.lexicon import Lexicon, Words

Number = int | float


def read_number(words: Words, lexicon: Lexicon) -> Number:
    """ "2 1/2", "1,000", "three and a half", "two hundred and ten" as a number; words that are none count nothing."""
    if "/" in words:
        at = words.index("/")
        whole = read_number(words[: at - 1], lexicon) if at > 1 else 0
        return whole + int(words[at - 1]) / max(1, int(words[at + 1]))
    if "." in words:
        at = words.index(".")
        return float(f"{words[at - 1]}.{words[at + 1]}")
    if "," in words or (len(words) > 1 and all(map(str.isdecimal, words))):
        digits = [word for word in words if word.isdigit()]
        return int("".join(digits)) if len(digits[-1]) == 3 else float(f"{''.join(digits[:-1])}.{digits[-1]}")
    total: Number = 0
    for word in words:
        value = _value(word, lexicon)
        total = max(total, 1) * value if value >= 100 and not word.isdigit() else total + value
    return total or 1  # "a", "an"


def read_year(words: Words, lexicon: Lexicon) -> int:
    """ "nineteen ninety-four", "two thousand", "1994" as a year."""
    values = [_value(word, lexicon) for word in words]
    parts = [int(value) for value in values if value]
    if len(parts) > 1 and 13 <= parts[0] <= 20 and parts[1] < 100:
        return 100 * parts[0] + sum(parts[1:])
    return int(read_number(words, lexicon))


def _value(word: str, lexicon: Lexicon) -> Number:
    if word.isdecimal():
        return int(word)
    value = lexicon.values["cardinal"].get((word,), 0)
    return value if isinstance(value, int | float) else 0


def read_ordinal(words: Words, lexicon: Lexicon) -> int:
    """ "20th", "twentieth" as 20."""
    value = int(words[0]) if words[0].isdecimal() else lexicon.values["ordinal"].get(words, 0)
    return value if isinstance(value, int) else 0


READERS = {"number": read_number, "year-words": read_year, "ordinal-number": read_ordinal}
