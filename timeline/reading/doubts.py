"""What is to be checked of days of publication, in words."""

from __future__ import annotations

from timeline.model import Article


def doubt(article: Article) -> str:
    """What speaks against the day of an article, or that it is a guess; "" where nothing is to be checked.

    >>> from datetime import date
    >>> doubt(Article("", date(2022, 8, 15), published_basis="address", published_note="the dateline says 2022-08-12"))
    'taken as published on 2022-08-15 (address), but the dateline says 2022-08-12'
    """
    if not article.published_note:
        return ""
    if article.is_guessed:
        return f"no day of publication is given; inferred from the text: {article.published_note}"
    return f"taken as published on {article.published} ({article.published_basis}), but {article.published_note}"
