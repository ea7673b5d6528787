"""The empty page: language, title, and the colours of both schemes for the style sheet."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from dash import Dash

from dashboards import ids
from timeline.figures.theme import css_variables, palette

UNUSED = ("/dash/deps/polyfill@", "/dash/dash_table/")
LATER = "/dash_ag_grid/"
FIRST = ("_dash-layout", "_dash-dependencies")  # what Dash asks for once its programs run
FONTS = ("fonts/inter-latin-wght-normal.woff2", "fonts/source-serif-4-latin-wght-normal.woff2")
SOURCE = re.compile(r'src="([^"]+)"')
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
{%metas%}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>@title@</title>
{%favicon%}
{%css%}
<style>@colours@</style>
</head>
<body>
<noscript>This page needs JavaScript. The same timeline is on the command line: tieline export.</noscript>
{%app_entry%}
<footer>
{%config%}
{%scripts%}
{%renderer%}
</footer>
</body>
</html>
"""


class Page(Dash):
    """A Dash app whose page loads less: nothing for browsers of 2015, nothing of Dash's own table, and what draws our
    table only when the chart stands."""

    def interpolate_index(self, *parts: Any, **named: Any) -> str:
        """Fills in the index string."""
        kept = [script for script in named["scripts"].splitlines() if not any(name in script for name in UNUSED)]
        later = [script for script in kept if LATER in script]
        address = SOURCE.findall("".join(later))[0]
        link = f'<link rel="preload" as="script" fetchpriority="low" id="{ids.TABLE_PROGRAM}" href="{address}">'
        start = self.config.requests_pathname_prefix
        asked = [f'<link rel="preload" as="fetch" crossorigin href="{start}{name}">' for name in FIRST]
        asked += [f'<link rel="preload" as="font" crossorigin href="{self.get_asset_url(name)}">' for name in FONTS]
        now = "\n".join(script for script in kept if script not in later)
        metas = "\n".join([named["metas"], link, *asked])
        return str(super().interpolate_index(*parts, **named | {"scripts": now, "metas": metas}))  # type: ignore[no-untyped-call]


def page(title: str) -> str:
    """Dash's index string. The scheme of the system holds until the reader chooses one."""
    light, dark = css_variables(palette("light")), css_variables(palette("dark"))
    colours = (
        f":root{{{light}}}"
        f"@media (prefers-color-scheme: dark){{:root:not([data-mantine-color-scheme=light]){{{dark}}}}}"
        f":root[data-mantine-color-scheme=dark]{{{dark}}}"
    )
    # Dash fills in {%...%}: a title may not
    name = escape(title).replace("{", "&#123;")
    return _PAGE.replace("@colours@", colours).replace("@title@", name)
