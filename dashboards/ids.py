"""The names by which callbacks and tests find the parts of the page."""

from timeline.storage.export.formats import FORMATS

URL = "url"
QUERY = "query"  # the filter part of the address
DRAWN = "drawn"  # the filter that the chart shows: the table follows it
TOLD = "told"  # what each choice would leave, what is filtered, and what was not understood
CHOICES = "choices"  # what the lists of filters hold
EVENT = "event"  # the id of the event that is open
PICKED = "picked"  # the row that the page itself has selected in the table
WIDTH = "width"  # px of the drawing board
SCHEME = "scheme"  # light or dark
SCHEME_CHOICE = "scheme-choice"
PROVIDER = "provider"  # of the scheme, to all of the page

SINCE = "since"
UNTIL = "until"
TEXT = "text"
CLEAR = "clear"
ALL_YEARS = "all-years"
CLEAR_EMPTY = "clear-empty"
CHIPS = "chips"  # what is filtered
NOTE = "note"  # what of the address was not understood

COUNT = "count"
OVERVIEW = "overview"
LANES = "lanes"
CHART = "chart"
LOOK = "look"  # the way to look that is chosen
LANES_BY = "lanes-by"  # what has a lane of its own
BELOW = "below"  # what a look has below its chart
EMPTY = "empty"
TABLE = "table"
TABLE_PLACE = "table-place"  # where it comes
TABLE_LATER = "table-later"  # the table, before it is there
TABLE_PROGRAM = "table-program"  # the address of what draws it
COLUMNS = "columns"  # those of the table that are shown

EVIDENCE = "evidence"
EVIDENCE_BODY = "evidence-body"
EVIDENCE_CLOSE = "evidence-close"
EARLIER = "earlier"
LATER = "later"

FILTERS = "filters"
FILTERS_OPEN = "filters-open"
FILTERS_CLOSE = "filters-close"
COPY = "copy"

EXPORTS = {format.name: f"export-{format.name}" for format in FORMATS}
PICTURES = {kind: f"picture-{kind}" for kind in ("png", "svg")}
EXPORT_JOB = "export-job"  # the file that is being written
EXPORT_READY = "export-ready"  # the address of one that is
EXPORT_TICK = "export-tick"
EXPORT_NOTICE = "export-notice"
EXPORT_WORDS = "export-words"
EXPORT_BAR = "export-bar"
EXPORT_CANCEL = "export-cancel"
CITE = "cite"
CITATIONS = "citations"
CITATIONS_BODY = "citations-body"

HELP = "help"
HELP_OPEN = "help-open"

PAGE = "page"
WHOLE = "whole"  # the link from inside another page to this one
STORY = "story"  # of what the story is told: an address; "" where it is not
STORY_OPEN = "story-open"
STORY_BODY = "story-body"
STORY_CLOSE = "story-close"
WALK = "walk"  # the place on the timeline that the keyboard walks from event to event
WALK_RING = "walk-ring"
WALK_KEYS = "walk-keys"
STEP = "step"  # where on the rows the keyboard wants to go
STEPPED = "stepped"  # the row that stands there
SEEK = "seek"  # the open event, and what it is looked for among
SOUGHT = "sought"  # its place in the table, and in a chart without marks
SAID = "said"  # what is told to those who listen
EXPORT_MENU = "export-menu"
