"""A server of its own over a store made from invented pages, for the checks that ask it from outside.

with running() as base: ...
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "a-token-for-checks-only"
PAGES = {
    "a1.txt": (
        "北渡大桥通车\n\n2025年5月1日，北渡大桥正式通车，两岸车程缩短到十分钟。大桥于2021年3月动工。\n\n"
        "读书月启动\n\n2025年5月3日上午，青溪镇读书月在镇图书馆启动，活动持续至5月31日。报名电话：0000-1234567。\n"
    ),
    "a2.txt": (
        "质量立市三十年\n\n1996年，柳浦县率先提出“质量立市”。2003年，全县获评国家级品牌示范区。\n\n"
        "到2026年底，柳浦县将建成三个产业园。《柳浦县质量促进办法》自2025年7月1日起施行，有效期至2030年6月30日。\n"
    ),
    "a3.txt": (
        "登山活动预告\n\n第五届云岭登山活动将于2025年5月10日上午在云岭山森林公园举行，市民可免费参加。\n\n"
        "外贸对接会\n\n2025年5月20日，外贸产销对接会将在白沙镇会展中心召开，预计三百家企业参加。\n"
    ),
}


@contextmanager
def running(*options: str, as_of: str = "2025-05-02") -> Iterator[str]:
    """The address of a server that takes the bearer of ``TOKEN``; it is ended behind the block."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in PAGES.items():
            (folder / file).write_text(text, encoding="utf-8")
        env = {**os.environ, "TIMELINE_DB": str(folder / "timeline.db"), "TIMELINE_TOKEN": TOKEN}
        command = [sys.executable, "-m", "timeline.cli"]
        pages = [str(folder / file) for file in PAGES]
        subprocess.run([*command, "ingest", *pages, "--published", "2025-05-02", "--source", "青溪日报"], env=env,
                       check=True, stdout=subprocess.DEVNULL, cwd=ROOT)  # fmt: skip
        serve = [*command, "serve", "--port", "0", "--as-of", as_of, *options]
        server = subprocess.Popen(serve, env=env, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        try:
            assert server.stdout is not None
            base = server.stdout.readline().strip()
            for _ in range(300):
                try:
                    urllib.request.urlopen(f"{base}healthz", timeout=5).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield base
        finally:
            server.terminate()
            server.communicate(timeout=60)
