"""Time per character of texts that bring taggers to a halt, beside that of news text.

    python benchmarks/hostile.py

Budget: each text within twice the time per character of news text. Each is read at a tenth of its size as well, so
that work growing faster than the text shows, and is not read in full where the tenth already took longer than PATIENCE.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

from timeline.timex import tag

ROOT = Path(__file__).resolve().parent.parent
ANCHOR = date(2025, 4, 22)
BUDGET = 2.0  # times the time per character of news text
PATIENCE = 5.0  # seconds
#: A short text is read again until so many seconds were spent on it: one reading of it lasts less than the machine's noise.
LEAST = 0.5

#: Each text at the size of ``n`` in a million.
TEXTS: dict[str, Callable[[int], str]] = {
    "one line of a megabyte": lambda n: repeated(news().replace("\n", ""), n),
    '"1" * 10^6': lambda n: "1" * n,
    '"二〇" * 10^5': lambda n: "二〇" * (n // 10),
    '"年月日" * 10^5': lambda n: "年月日" * (n // 10),
    '"至" * 10^6': lambda n: "至" * n,
    '"2025年" * 10^5': lambda n: "2025年" * (n // 10),
    "1000 dates joined by 、": lambda n: "、".join(f"{k % 12 + 1}月{k % 28 + 1}日" for k in range(n // 1000)),
    '"（" * 10^6': lambda n: "（" * n,
    '"每" * 10^6': lambda n: "每" * n,
    '"十" * 10^6': lambda n: "十" * n,
    '"A1" * 10^5': lambda n: "A1" * (n // 10),
    '" " * 10^6': lambda n: " " * n,
    '"1 " * 10^5': lambda n: "1 " * (n // 10),
    '"初一" * 10^5': lambda n: "初一" * (n // 10),
    '"当天" * 10^5': lambda n: "当天" * (n // 10),
    '"26日" * 10^5': lambda n: "26日" * (n // 10),
    '"4月26日至" * 10^5': lambda n: "4月26日至" * (n // 10),
}


def news() -> str:
    """The pages of seeds/ and the articles of the annotated set."""
    pages = [page.read_text(encoding="utf-8", errors="replace") for page in sorted((ROOT / "seeds").glob("*.txt"))]
    lines = (ROOT / "tests/devset/articles.jsonl").read_text(encoding="utf-8").splitlines()
    return "\n".join([*pages, *(json.loads(line)["text"] for line in lines)])


def repeated(text: str, length: int) -> str:
    """``text`` again and again, ``length`` characters of it."""
    return (text * (length // len(text) + 1))[:length]


def seconds(text: str) -> float:
    """Processor time of one reading."""
    begin = process_time()
    tag(text, ANCHOR)
    return process_time() - begin


def best(text: str, least: int) -> float:
    """Processor time of the fastest of ``least`` readings, of more where they are short."""
    spent = [seconds(text) for _ in range(least)]
    while sum(spent) < LEAST:
        spent.append(seconds(text))
    return min(spent)


def main() -> None:
    """Print the table; a text that takes longer than the budget allows is marked."""
    tag(news()[:10_000], ANCHOR)
    page = repeated(news(), 1_000_000)
    usual = best(page, 3) / len(page)
    print(f"{'text':28}{'characters':>12}{'ns a char':>12}{'at a tenth':>12}{'to news':>9}")
    print(f"{'news':28}{len(page):12,}{usual * 1e9:12,.0f}{'':>12}{1:9.2f}")
    over = 0
    for name, make in TEXTS.items():
        small = make(100_000)
        spent = best(small, 3)
        tenth = spent / len(small)
        if spent > PATIENCE:
            print(f"{name:28}{len(make(1_000_000)):12,}{'not read':>12}{tenth * 1e9:12,.0f}{'':>9}  over")
            over += 1
            continue
        text = make(1_000_000)
        whole = best(text, 2) / len(text)
        over += whole > BUDGET * usual
        note = "  over" if whole > BUDGET * usual else ""
        print(f"{name:28}{len(text):12,}{whole * 1e9:12,.0f}{tenth * 1e9:12,.0f}{whole / usual:9.2f}{note}", flush=True)
    print(f"{over} of {len(TEXTS)} over {BUDGET:g} times the time per character of news")


if __name__ == "__main__":
    main()
