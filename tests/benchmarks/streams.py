"""How fast events are found in texts, and whether the synthetic archive is as real newspapers are."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import mean, median

from tests.benchmarks.synthetic.records import make_archive
from tests.benchmarks.timing import Rows, seconds
from timeline import Article, extract_events, read_articles
from timeline.storage.shipped import shipped_data

CORPORA = Path(__file__).parents[3] / "shared" / "corpora" / "timeml"
SAMPLE = 300  # real articles, and as many words of synthetic ones


def bench_events() -> Rows:
    from timeline.actions.parser import load_model, model_name

    articles = shipped_articles()
    words = sum(len(article.text.split()) for article in articles)
    nlp = load_model(model_name())
    ours = words / seconds(lambda: [extract_events(article) for article in articles], runs=3)
    parse = words / seconds(lambda: [nlp(article.text) for article in articles], runs=3)
    yield "extract_events", f"{ours:,.0f} words/s", f"spaCy's parse alone {parse:,.0f} words/s"


def bench_stream() -> Rows:
    """A newspaper's archive, where it is at hand: most of its sentences tell nothing, and need no parse."""
    from timeline.events.scene import scenes

    articles = _stream()
    if not articles:
        return
    tenth = articles[::10]
    limits = "the limits: 12,000 words/s; 4,000 with every sentence"
    yield f"{len(articles):,} articles", f"{_pace(extract_events, articles):,.0f} words/s", limits
    every = partial(extract_events, every_sentence=True)
    yield f"{len(tenth):,} of them, every sentence parsed", f"{_pace(every, tenth):,.0f} words/s", ""
    laid = [scene for article in tenth for scene in scenes(article)]
    parsed = sum(scene.is_promising for scene in laid) / len(laid)
    yield "sentences that are parsed", f"{parsed:.0%}", f"of {len(laid):,}"
    yield "memory of the process", f"{getrusage(RUSAGE_SELF).ru_maxrss / 1024:.0f} MB", "the limit: 600 MB"


def _pace(code: Callable[[Article], object], articles: Sequence[Article]) -> float:
    """Words a second of processor time, in one pass, the model loaded before."""
    code(articles[0])
    start = time.process_time()
    for article in articles:
        code(article)
    return sum(len(article.text.split()) for article in articles) / (time.process_time() - start)


def _stream() -> list[Article]:
    """The newspaper articles of the shared corpora, and the development articles; none where they are not at hand."""
    folder = CORPORA.parent / "t17"
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    told = [json.loads(line) for line in lines]
    news = [Article(each["text"], date.fromisoformat(each["pubdate"][:10]), id=str(n)) for n, each in enumerate(told)]
    return [*news, *read_articles([folder.parents[1] / "articles" / "dev"])] if news else []


def bench_likeness(sizes: Sequence[int]) -> Rows:
    """The synthetic archive beside real newspapers, where these are at hand, in the same run."""
    real, ours = _stream()[::4][:SAMPLE], _synthetic()
    beside = _traits(real) if real else {}
    for what, value in _traits(ours).items():
        yield f"synthetic: {what}", value, f"newspapers {beside[what]}" if beside else "no newspapers at hand"


def _synthetic() -> list[Article]:
    """Originals in English that can be read, of the whole time."""
    sound = (made for made in make_archive(16 * SAMPLE) if not made.fault and not made.edit and made.language == "en")
    told = [json.loads(made.line) for made in islice(sound, None, None, 4)]
    return [Article(each["text"], date.fromisoformat(each["published"][:10]), id=each["id"]) for each in told]


def _traits(articles: Sequence[Article]) -> dict[str, str]:
    """What makes articles hard or easy to read for events."""
    from timeline.events.scene import scenes

    sizes = [len(article.text.split()) for article in articles]
    words, pace = sum(sizes), _pace(extract_events, articles)
    laid = [scene for article in articles for scene in scenes(article)]
    begun = [word for article in articles for word in article.text.split()][:80_000]
    return {
        "words an article, median (mean)": f"{median(sizes):.0f} ({mean(sizes):.0f})",
        "words a sentence": f"{words / len(laid):.1f}",
        "different words in the first 80,000": f"{len(set(begun)):,}",
        "sentences that are parsed": f"{mean(scene.is_promising for scene in laid):.0%}",
        "actors in 100 words": f"{100 * sum(len(scene.named) for scene in laid) / words:.1f}",
        "dates in 100 words": f"{100 * sum(len(scene.dates) for scene in laid) / words:.1f}",
        "events an article": f"{mean(len(extract_events(article)) for article in articles):.2f}",
        "words a second": f"{pace:,.0f}",
    }


def shipped_articles() -> list[Article]:
    """The project's own."""
    return read_articles([shipped_data() / "articles"])
