"""Pages and characters a second that reading gives from each format, and memory over a thousand pages.

    python benchmarks/reading.py

Every page is made here: three stories of invented things, about two thousand characters. Each format is read in a
process of its own, a hundred pages ten times over. Time is the processor's, the best of the ten; the peak of memory in
the end may be no more than GROWTH above the peak after the first time. It takes about a minute and a half.
"""

from __future__ import annotations

import io
import re
import resource
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

from timeline.read import read_bytes

PAGES, FIRST = 1000, 100
GROWTH = 8  # megabytes
#: Pages in one feed or archive.
PACKED = 20


def stories(number: int) -> list[tuple[str, list[str]]]:
    """Three stories, each a headline and paragraphs; no two pages are alike."""
    found = []
    for story in range(3):
        seed = number * 3 + story
        lines = [
            f"本报讯　第{seed}号渡口的修缮工程{month}月{seed % 28 + 1}日开工，工期{seed % 90 + 10}天，施工期间渡船改从"
            f"下游{seed % 7 + 1}百米处的临时码头开出，每隔{seed % 20 + 10}分钟一班，票价不变，请过河的居民互相转告。"
            for month in range(1, 9)
        ]
        found.append((f"第{seed}号渡口开始修缮", lines))
    return found


def text(number: int) -> bytes:
    return "\n\n".join("\n\n".join([title, *lines]) for title, lines in stories(number)).encode()


def gb18030(number: int) -> bytes:
    return text(number).decode().encode("gb18030")


def markup(number: int, frame: str) -> bytes:
    body = "".join(
        f"<h2>{title}</h2>" + "".join(f"<p>{line}</p>" for line in lines) for title, lines in stories(number)
    )
    links = "".join(f"<li><a href='/{link}.htm'>第{link}版</a></li>" for link in range(40))
    head = f"<head><meta charset='utf-8'><title>{stories(number)[0][0]}</title></head>"
    return f"<html>{head}<body><ul>{links}</ul><div {frame}>{body}</div><p>版权所有</p></body></html>".encode()


def html_by_rule(number: int) -> bytes:
    return markup(number, "id='ozoom'")


def html_without(number: int) -> bytes:
    return markup(number, "class='c2'")


def pdf(number: int) -> bytes:
    """Three columns, a story in each."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen import canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    page = canvas.Canvas(stream, pagesize=(842, 1191), invariant=1)
    for column, (title, lines) in enumerate(stories(number)):
        left, top = 40 + column * 260, 1140
        page.setFont("STSong-Light", 18)
        page.drawString(left, top, title)
        page.setFont("STSong-Light", 9)
        story = "".join(lines)
        for row, start in enumerate(range(0, len(story), 26)):
            page.drawString(left, top - 24 - row * 13, story[start : start + 26])
    page.showPage()
    page.save()
    return stream.getvalue()


def docx(number: int) -> bytes:
    from docx import Document

    made = Document()
    for title, lines in stories(number):
        made.add_heading(title, level=1)
        for line in lines:
            made.add_paragraph(line)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def feed(number: int) -> bytes:
    items = "".join(
        f"<item><title>{title}</title><guid>{page}-{place}</guid><pubDate>Wed, 11 Jun 2025 08:00:00 +0800</pubDate>"
        f"<description>{''.join(f'&lt;p&gt;{line}&lt;/p&gt;' for line in lines)}</description></item>"
        for page in range(number * PACKED, (number + 1) * PACKED)
        for place, (title, lines) in enumerate(stories(page))
    )
    return f"<rss version='2.0'><channel><title>渡口</title>{items}</channel></rss>".encode()


def zipped(number: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for page in range(number * PACKED, (number + 1) * PACKED):
            made.writestr(f"{page}.txt", text(page))
    return stream.getvalue()


def tarred(number: int) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:xz") as made:
        for page in range(number * PACKED, (number + 1) * PACKED):
            entry = tarfile.TarInfo(f"{page}.txt")
            entry.size = len(text(page))
            made.addfile(entry, io.BytesIO(text(page)))
    return stream.getvalue()


#: Each format: how a file of it is made, its name, and how many pages are in one file.
FORMATS: dict[str, tuple[Callable[[int], bytes], str, int]] = {
    "text, UTF-8": (text, "a.txt", 1),
    "text, GB18030": (gb18030, "a.txt", 1),
    "HTML, site rule": (html_by_rule, "a.html", 1),
    "HTML, no rule": (html_without, "a.html", 1),
    "PDF, 3 columns": (pdf, "a.pdf", 1),
    "DOCX": (docx, "a.docx", 1),
    "RSS": (feed, "a.xml", PACKED),
    "ZIP of text": (zipped, "a.zip", PACKED),
    "tar.xz of text": (tarred, "a.tar.xz", PACKED),
}


def read(name: str, files: list[bytes]) -> tuple[int, float]:
    """Characters read from the files of a format, and processor seconds."""
    called = FORMATS[name][1]
    began = process_time()
    characters = sum(len(document.text) for raw in files for document in read_bytes(raw, called))
    return characters, process_time() - began


def peak() -> int:
    """The largest size of this process so far, in megabytes."""
    # What getrusage tells includes the size that the parent had when it started this process.
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\s*(\d+) kB", status.read_text())[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * (1024 if sys.platform == "darwin" else 1))


def measure(name: str) -> None:
    """Prints characters and the least seconds of FIRST pages, the peak after them and after PAGES; the pages are made
    beforehand, and read again and again."""
    make, _, pages = FORMATS[name]
    files = [make(number) for number in range(FIRST // pages)]
    characters, seconds = read(name, files)
    early = peak()
    for _ in range(PAGES // FIRST - 1):
        seconds = min(seconds, read(name, files)[1])
    print(characters, seconds, early, peak())


def measured(name: str) -> tuple[int, float, int, int]:
    """The same, from a process of its own."""
    command = [sys.executable, str(Path(__file__).resolve()), name]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    return int(told[0]), float(told[1]), int(told[2]), int(told[3])


def main() -> None:
    """Print the table; a format whose memory grows is marked."""
    print(f"{'format':18}{'pages/s':>9}{'characters/s':>14}{'MB':>6}{'growth':>8}")
    over = 0
    for name in FORMATS:
        characters, seconds, early, late = measured(name)
        over += late - early > GROWTH
        note = "  over" if late - early > GROWTH else ""
        speed = f"{FIRST / seconds:>9,.0f}{characters / seconds:>14,.0f}"
        print(f"{name:18}{speed}{late:>6}{late - early:>8}{note}", flush=True)
    print(f"{over} of {len(FORMATS)} grow by more than {GROWTH} MB between {FIRST} and {PAGES:,} pages")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    else:
        main()
