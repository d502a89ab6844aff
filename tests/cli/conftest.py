"""Two papers of our own, and a store that has read them."""

from __future__ import annotations

from pathlib import Path

import pytest
from console import run

HARBOUR = """滨江合唱节下月开唱

本报讯（记者 林晓晓）滨江合唱节将于2025年5月10日（星期六）上午在滨江剧场举行，市民可免费入场。

2019年，滨江剧场建成启用；2023年6月，剧场完成改造。今年一季度，全市接待游客120万人次，同比增长8%。
"""
STANDARDS = """质量强镇迈新步

本报讯（记者 何平）1996年，本市启动标准化示范区建设；2003年，本市荣获“品牌之乡”称号；2024年10月15日至16日，全市质量大会在会展中心召开。

《居民阳台绿化管理办法》自2025年7月1日起施行，有效期五年。
"""


def write_papers(folder: Path) -> Path:
    """``papers`` in ``folder``, with the two pages in it."""
    papers = folder / "papers"
    papers.mkdir()
    (papers / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (papers / "standards.txt").write_text(STANDARDS, encoding="utf-8")
    return papers


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with the two pages, in a folder that may be written to."""
    return write_papers(tmp_path)


@pytest.fixture(scope="session")
def reading(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a reader: a store that holds the two pages, and a day that counts as today."""
    folder = tmp_path_factory.mktemp("reading")
    write_papers(folder)
    env = {"TIMELINE_DB": str(folder / "timeline.db"), "TIMELINE_AS_OF": "2025-04-22"}
    ended = run("ingest", "papers", "--published", "2025-04-22", cwd=folder, **env)
    assert ended.code == 0, ended.err
    return env
