"""What a trigger lacks, where it made no event."""

from __future__ import annotations

from enum import StrEnum


class Gap(StrEnum):
    """Why a trigger tells no act, or an act made no event; NONE, which is false, where nothing is missing."""

    NONE = ""
    DENIAL = "denial"  # says of another act that it did not take place
    GIVES_WAY = "gives-way"  # leaves the telling to an act in its clause
    GOVERNED = "governed"  # stands in the clause of an act that counts in its place
    UNLIKELY = "unlikely"  # the classifier is sure that its actors have nothing to do with each other here
    PART = "part"  # names who takes part in another act
    NO_SOURCE = "no-source"
    NO_TARGET = "no-target"
    NO_PARTNER = "no-partner"  # needs two sides, and has one
    SAME_SIDE = "same-side"
    NOT_DONE = "not-done"  # no date of its own; and none is lent to what did not take place
    NOT_SOON = "not-soon"  # no date of its own; planned, but not at the head of the article
    ASIDE = "aside"  # no date of its own; stands in a side clause
    LOOKS_BACK = "looks-back"  # no date of its own; a noun, or "had met"
    DATED_ELSE = "dated-else"  # the dates of its sentence belong to other acts
    NO_THREAD = "no-thread"  # no date of its own; and goes on with nothing that was dated before
    OTHER_TIME = "other-time"  # the date that it would be lent is far from those of its sentence
