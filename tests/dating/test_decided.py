"""A person's word on a date: it stands, outlives every reading, and what hung on the date follows it at once."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from timeline.cli import app
from timeline.dating import Decided
from timeline.model import Extraction
from timeline.pipeline import process, rules_version
from timeline.read import read_text
from timeline.store import Store
from timeline.store.datings import DatingError, chosen

NOW = datetime(2026, 5, 1, tzinfo=UTC)
TWO = (
    "新桥合龙\n\n本报讯（记者 王小明）新桥昨日合龙，年底通车。\n\n"
    "渡口停航\n\n本报讯（记者 李雷）本周六，渡口停航检修一天，南北两岸班车加密。\n"
)


def dates(extraction: Extraction) -> list[str]:
    return [article.dct.date.text if article.dct.date else "" for article in extraction.articles]


def test_a_decision_stands_over_evidence_and_published() -> None:
    page = read_text("青石日报 2025年6月11日 星期三\n\n新桥昨日合龙。", "a.txt")
    made = process(page, "2025-06-12", [Decided("2025-06-10", why="报头印错", who="编辑")])
    assert set(dates(made)) == {"2025-06-10"}
    [first, *rest] = made.articles[0].dct.evidence
    assert (first.kind, first.note, dict(first.facts)["who"]) == ("corrected", "报头印错", "编辑")
    assert [(each.kind, each.used) for each in rest] == [("published", False), ("masthead", False)]
    assert {each.against for each in rest} == {("corrected", "2025-06-10")}


def test_the_last_decision_counts_and_an_article_s_own_before_its_document_s() -> None:
    page = read_text(TWO, "a.txt")
    keys = [article.key for article in process(page).articles]
    assert len(keys) == 2
    made = process(page, None, [Decided("2025-06-11", keys[1]), Decided("2025-06-01"), Decided("2025-06-02")])
    assert dates(made) == ["2025-06-02", "2025-06-11"]


def test_an_article_is_known_again_by_its_first_words() -> None:
    page = read_text(TWO, "a.txt")
    ferry = Decided("2025-06-11", "a9", "渡口停航本报讯（记者李雷）本周六，渡口停航检修一天，南北两岸班车加密。"[:40])
    assert dates(process(page, None, [ferry])) == ["", "2025-06-11"]
    gone = Decided("2025-06-11", "a1", "别的文章")
    assert dates(process(page, None, [gone])) == ["", ""]


@pytest.fixture
def store(tmp_path: Path):  # type: ignore[no-untyped-def]
    with Store.open(str(tmp_path / "a.db")) as opened:
        opened.ingest([process(read_text(TWO, "pages/a.txt"))], NOW, rules=rules_version())
        yield opened


def days(store: Store) -> set[str]:
    return {event.when.edtf for event in store.events()}


def test_what_hung_on_the_date_is_resolved_at_once_and_undone_again(store: Store) -> None:
    undated = days(store)
    store.date("a.txt", "2025-06-11", who="编辑", why="问过报社", now=NOW)
    assert {"2025-06-10", "2025-06-14"} <= days(store)
    [made] = store.datings()
    assert (made.decided.edtf, made.decided.who, made.decided.why, made.undone) == (
        "2025-06-11",
        "编辑",
        "问过报社",
        None,
    )
    store.undate("a.txt", now=NOW)
    assert days(store) == undated
    assert store.datings()[0].undone == "2026-05-01T00:00:00Z"


def test_it_outlives_other_rules_a_changed_file_and_the_same_bytes_elsewhere(store: Store) -> None:
    store.date("a.txt", "2025-06-11", who="编辑", now=NOW)
    decided = chosen(store.datings())
    for document in (
        read_text(TWO, "pages/a.txt"),
        read_text(TWO.replace("年底", "年内"), "pages/a.txt"),
        read_text(TWO, "0/copy.txt"),
    ):
        store.ingest([process(document, None, decided(document))], NOW, rules="other")
        assert "2025-06-14" in days(store)
    assert decided(read_text("另一篇。", "pages/b.txt")) == ()


def test_one_article_alone(store: Store) -> None:
    keys = [article.key for article in store.document("a.txt").articles]
    store.date("a.txt", "2025-06-11", article=keys[1], who="编辑", now=NOW)
    found = [article.dct.date for article in store.document("a.txt").articles]
    assert [str(each) if each else "" for each in found] == ["", "2025-06-11"]
    with pytest.raises(DatingError, match=f"corrections of {keys[1]}"):
        store.undate("a.txt", now=NOW)
    store.undate("a.txt", article=keys[1], now=NOW)
    assert {article.dct.date for article in store.document("a.txt").articles} == {None}


@pytest.mark.parametrize(
    ("edtf", "article", "words"),
    [
        ("2025-13-40", "", "not an EDTF date"),
        ("2025/..", "", "two ends"),
        ("XXXX-04-22", "", "two ends"),
        ("2025", "zz", "it has a1, a2"),
    ],
)
def test_what_can_t_be_recorded_changes_nothing(store: Store, edtf: str, article: str, words: str) -> None:
    before = store.document("a.txt")
    with pytest.raises(DatingError, match=words):
        store.date("a.txt", edtf, article=article, who="", now=NOW)
    assert store.datings() == []
    assert store.document("a.txt") == before


def _run(tmp_path: Path, *arguments: str) -> tuple[int, str]:
    ended = CliRunner().invoke(app, [*arguments, "--db", str(tmp_path / "b.db")])
    return ended.exit_code, ended.output


def test_the_command(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text(TWO + name, encoding="utf-8")
    page = str(tmp_path / "a")
    assert _run(tmp_path, "ingest", str(tmp_path / "a"), str(tmp_path / "b"))[0] == 0
    code, told = _run(tmp_path, "date", "page.txt", "2025-06-11")
    assert code == 2
    assert "say more of it" in told
    path = f"{page}/page.txt"
    code, told = _run(tmp_path, "date", path, "2025-06-11", "--why", "问过报社", "--who", "编辑")
    assert code == 0
    assert told.startswith(f"{path}: 2025-06-11 (was undated)\nevents: ")
    assert "由编辑更正（" in _run(tmp_path, "why", path)[1]
    assert "：问过报社" in _run(tmp_path, "why", path)[1]
    assert "1 unchanged" in _run(tmp_path, "ingest", page)[1]
    assert "corrected to 2025-06-11 by 编辑, " in _run(tmp_path, "date", path)[1]
    assert _run(tmp_path, "date", path, "--undo")[1].startswith(f"{path}: undated (was 2025-06-11)")
    assert _run(tmp_path, "date", path, "--undo")[0] == 2
    assert _run(tmp_path, "date", path, "2025-06-11", "--undo")[0] == 2
    assert "timeline documents lists them" in _run(tmp_path, "date", "nowhere.txt", "2025-06-11")[1]
