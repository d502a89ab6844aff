"""Characters a second from text to events, by stage, and how each grows with the text.

    python benchmarks/extracting.py

The text is the five pages of seeds/ and the annotated articles, each read as a page of its own; times are processor
seconds, the best of several runs. Below stand ten times the text in one page, and hostile pages: a line of a megabyte, a
hundred thousand commas, ten thousand dates in one sentence. Each of these must take a time that grows with its length.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from time import process_time

from timeline import dating, layout
from timeline.events import find_events
from timeline.events.attach import statements
from timeline.events.page import Page
from timeline.events.sentences import split
from timeline.model import Document
from timeline.pipeline import process
from timeline.read import read_text
from timeline.timex import tag

ROOT = Path(__file__).resolve().parent.parent
DAY = "2025-04-22"
RUNS = 5


def pages() -> list[Document]:
    """The pages of seeds/ and the annotated articles."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for path in sorted((ROOT / "tests").glob("*/articles.jsonl")) + sorted((ROOT / "tests").glob("*/*/articles.jsonl")):
        texts += [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    return [read_text(text, f"page {number}") for number, text in enumerate(texts)]


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """The least processor seconds of several runs, after one to warm up."""
    work()
    taken = []
    for _ in range(runs):
        began = process_time()
        work()
        taken.append(process_time() - began)
    return min(taken)


def stages(documents: list[Document]) -> dict[str, float]:
    """Processor seconds of each stage over all pages."""
    parts = []
    for document in documents:
        articles = layout.split(document)
        flows = {article.key: layout.flow(document, article) for article in articles}
        dated = dating.date_articles(document, articles, flows, tag, DAY)
        parts.append((document, articles, flows, dated))
    told = [
        (document, article, flows[article.key], tag(flows[article.key].text, DAY), split(flows[article.key].text))
        for document, _, flows, dated in parts
        for article in dated
    ]
    return {
        "layout": best(lambda: [[layout.flow(d, a) for a in layout.split(d)] for d in documents]),
        "dating": best(lambda: [dating.date_articles(d, articles, flows, tag, DAY) for d, articles, flows, _ in parts]),
        "time expressions": best(lambda: [tag(flow.text, DAY) for _, _, flow, _, _ in told]),
        "events": best(lambda: [find_events(d, a, flow, found) for d, a, flow, found, _ in told]),
        "  sentences": best(lambda: [split(flow.text) for _, _, flow, _, _ in told]),
        "  names": best(lambda: [Page(flow.text, parts, found, DAY, "").cast for _, _, flow, found, parts in told]),
        "  attachment": best(lambda: [statements(flow.text, found, parts) for _, _, flow, found, parts in told]),
        "all": best(lambda: [process(document, DAY) for document in documents]),
    }


def hostile() -> dict[str, str]:
    """Texts made to be slow."""
    row = "".join(f"{1 + day % 12}月{1 + day % 28}日渡口启用，" for day in range(10_000))
    return {
        "one line of a megabyte": "渡口的灯火照着江面和对岸的人家" * 70_000,
        "a hundred thousand commas": "渡口，" * 100_000,
        "ten thousand dates in one sentence": row,
        "ten thousand dates in a list": "".join(f"{1 + day % 28}日、" for day in range(10_000)),
        "rules in force from their publication": "《渡口办法》于4月26日印发，自公布之日起30日后施行。" * 2_500,
        "a hundred thousand quotation marks": "“渡口" * 50_000 + "4月26日启用”" * 100,
        "ten thousand labelled lines": "时间：4月26日\n地点：渡口\n" * 5_000,
    }


def main() -> None:
    documents = pages()
    size = sum(len(document.text) for document in documents)
    print(f"{len(documents)} pages, {size:,} characters")
    print(f"{'stage':38}{'seconds':>9}{'char/s':>12}")
    for name, seconds in stages(documents).items():
        print(f"{name:38}{seconds:>9.3f}{size / seconds:>12,.0f}")
    print()
    text = "\n".join(document.text for document in documents)
    for times in (1, 4):
        page = read_text((text + "\n") * times, "one page")
        seconds = best(lambda page=page: process(page, DAY), 1)  # type: ignore[misc]
        print(f"{f'one page of {len(page.text):,}':38}{seconds:>9.3f}{len(page.text) / seconds:>12,.0f}")
    for name, text in hostile().items():
        page = read_text(text, name)
        began = process_time()
        process(page, DAY)
        seconds = process_time() - began
        print(f"{name:38}{seconds:>9.3f}{len(text) / seconds:>12,.0f}")


if __name__ == "__main__":
    main()
