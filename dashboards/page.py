"""The empty page: language, title, and the colours of both schemes for the style sheet."""

from __future__ import annotations

from html import escape

from timeline.figures.theme import css_variables, palette

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
