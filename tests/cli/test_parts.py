"""What the commands are made of, without a subprocess: paths, cases, lists, TIMEX3, where the store is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from console import cells

from timeline import edtf
from timeline.config import database, project
from timeline.console import UsageError, day, filters
from timeline.model import Document, Timex
from timeline.query import QueryError
from timeline.read import read_text
from timeline.read.inputs import Inputs
from timeline.read.paths import files
from timeline.render.cases import CaseError, answers, moment_of
from timeline.render.listings import listing
from timeline.render.timex3 import timex3
from timeline.timex import tag


def timex(text: str, value: str | None, kind: str = "DATE", start: int = 0, **fields: str) -> Timex:
    parsed = edtf.parse(value) if value else None
    begin, until = (parsed.begin, parsed.until) if parsed else (None, None)
    return Timex(start, start + len(text), text, value, begin, until, kind, "explicit", **fields)


@pytest.mark.parametrize(
    ("value", "part", "written"),
    [
        ("2025-04-26", None, "2025-04-26"),
        ("2025-04-26", "evening", "2025-04-26TEV"),
        ("2025-33", None, "2025-Q1"),
        ("2025-40", None, "2025-H1"),
        ("2025-22", None, "2025-SU"),
        ("199X", None, "199"),
        ("2024-10-15/2024-10-16", None, "P2D"),
        ("2016-07/..", None, "PXM"),
        ("-0220", None, "BC0221"),
        ("2025-04-26T09:30", None, "2025-04-26T09:30"),
        (None, None, "XXXX-XX-XX"),
    ],
)
def test_timex3_values(value: str | None, part: str | None, written: str) -> None:
    expression = timex("某时", value, **({"part": part} if part else {}))
    assert ElementTree.fromstring(f"<t>{timex3('某时', [expression])}</t>")[0].get("value") == written


@pytest.mark.parametrize(
    ("text", "words", "attributes"),
    [
        (
            "9月20日至25日展出",
            "9月20日至25日",
            {"type": "DURATION", "value": "P6D", "beginPoint": "t2", "endPoint": "t3"},
        ),
        ("2016年7月至今", "2016年7月至今", {"type": "DURATION", "value": "PXM", "beginPoint": "t2"}),
        ("上周末", "上周末", {"type": "DATE", "value": "2024-W36-WE", "anchorTimeID": "t0"}),
        ("本周", "本周", {"type": "DATE", "value": "2024-W37"}),
        ("明天中午", "明天中午", {"type": "TIME", "value": "2024-09-13TMI"}),
        ("每周四晚7点", "每周四晚7点", {"type": "SET", "value": "XXXX-WXX-4T19:00", "quant": "EVERY"}),
        ("每周两次", "每周", {"type": "SET", "value": "P1W", "quant": "EVERY", "freq": "2X"}),
        ("每隔一天", "每隔一天", {"type": "SET", "value": "P2D", "quant": "EVERY"}),
        ("每年10月1日", "每年10月1日", {"type": "SET", "value": "XXXX-10-01"}),
        ("不到三天", "三天", {"type": "DURATION", "value": "P3D", "mod": "LESS_THAN"}),
        ("两年多", "两年多", {"type": "DURATION", "value": "P2Y", "mod": "MORE_THAN"}),
        ("5个工作日内", "5个工作日", {"type": "DURATION", "value": "P5D", "mod": "EQUAL_OR_LESS"}),
        ("三年多前", "三年多前", {"type": "DATE", "value": "2021", "mod": "BEFORE"}),
        ("过去三年", "过去三年", {"type": "DURATION", "value": "P3Y", "beginPoint": "t2", "endPoint": "t3"}),
        ("近日", "近日", {"type": "DATE", "value": "PAST_REF"}),
        ("目前", "目前", {"type": "DATE", "value": "PRESENT_REF"}),
        ("今后", "今后", {"type": "DATE", "value": "FUTURE_REF"}),
        ("晚上8点开门", "晚上8点", {"type": "TIME", "value": "XXXX-XX-XXT20:00"}),
    ],
)
def test_timex3_says_what_the_standard_has_for_it(text: str, words: str, attributes: dict[str, str]) -> None:
    root = ElementTree.fromstring(f"<t>{timex3(text, tag(text, '2024-09-12'), '2024-09-12')}</t>")
    [element] = [each for each in root if each.text == words]
    assert attributes.items() <= element.attrib.items()
    numbers = {each.get("tid") for each in root}
    assert {element.get(name) for name in ("beginPoint", "endPoint", "anchorTimeID")} <= numbers | {None}


def test_timex3_names_what_a_time_was_counted_from() -> None:
    text = "2019年动工，次年3月建成"
    root = ElementTree.fromstring(f"<t>{timex3(text, tag(text))}</t>")
    assert [each.get("anchorTimeID") for each in root] == [None, "t1"]


def test_timex3_keeps_the_text_whatever_is_in_it() -> None:
    text = '<a href="x">&amp;</a> 三天\x00]]>'
    marked = timex3(text, [timex("三天", None, "DURATION", text.index("三天"), duration="P3D")])
    root = ElementTree.fromstring(f"<t>{marked}</t>")
    assert "".join(root.itertext()) == text.replace("\x00", "\ufffd")
    assert root[0].attrib == {"tid": "t1", "type": "DURATION", "value": "P3D"}


@pytest.mark.parametrize("width", [16, 30, 80])
def test_a_list_fits_its_width_and_loses_nothing(width: int) -> None:
    rows = [("a", 1, "第一条很长的说明文字，需要折行才能放下"), ("bcd", 22, None)]
    lines = list(listing(("id", "n", "text"), rows, width=width))
    assert max(map(cells, lines)) <= max(width, 10 + 16)
    told = "".join(line.strip() for line in lines)  # at 80 beside the other columns, in less room below them
    assert rows[0][2] in told.replace("a    1  ", "").replace(" ", "")


def test_a_name_stands_for_its_files_once_and_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/c.txt", ".git/d.txt", "odd[1].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("某日", encoding="utf-8")
    found, failed = files([str(tmp_path), f"{tmp_path}/*.txt", str(tmp_path / "odd[1].txt"), str(tmp_path / "none")])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.txt", "b.txt", "deep/c.txt", "odd[1].txt", "none",
    ]  # fmt: skip
    assert failed == []
    assert [document.path for document in Inputs(failed).documents(found)] == [str(path) for path in found[:-1]]
    assert len(failed) == 1
    assert failed[0].startswith(f"{tmp_path}/none: ")


def test_a_page_that_breaks_the_reader_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(raw: Path, name: str, *, encoding: str | None) -> Iterator[Document]:
        if name == "bad.txt":
            raise RecursionError("too deep")
        yield read_text("2025年5月10日，书市开幕。", name)

    monkeypatch.setattr("timeline.read.inputs.read_each", read)
    failed: list[str] = []
    found = Inputs(failed).documents([Path("a.txt"), Path("bad.txt"), Path("c.txt")])
    assert [document.path for document in found] == ["a.txt", "c.txt"]
    assert failed == ["bad.txt: RecursionError: too deep; please report it together with the page"]


def test_a_case_states_its_moment_as_a_date_or_a_date_time() -> None:
    assert moment_of({"ref": "2025-04-22"}, "ref") == "2025-04-22"
    assert moment_of({"ref": "2025-04-21/2025-04-25"}, "ref") == "2025-04-21/2025-04-25"
    assert moment_of({"ref": "2025-04-22T08:30:00+08:00"}, "ref") == datetime(2025, 4, 22, 8, 30)
    assert moment_of({"ref": None}, "ref") is moment_of({}, "ref") is moment_of({"ref": ""}, "ref") is None
    with pytest.raises(CaseError, match="20250422"):
        moment_of({"ref": 20250422}, "ref")


def test_answers_come_as_lines_are_read() -> None:
    read: list[bytes] = []

    def lines() -> object:
        for line in (b'{"id": 1}\n', b'{"id": 2}\n'):
            read.append(line)
            yield line

    stream = answers(lines(), lambda case: {"n": case["id"]})  # type: ignore[arg-type]
    assert next(stream) == ('{"id": 1, "n": 1}', "")
    assert len(read) == 1


def test_whatever_a_case_raises_the_next_one_is_answered() -> None:
    def answer(case: object) -> dict[str, object]:
        raise RecursionError

    ((line, error), _) = answers([b'{"id": "x"}', b'{"id": "y"}'], answer)
    assert line == '{"id": "x", "error": "RecursionError"}'
    assert error == "line 1: RecursionError"


def test_the_store_is_found_from_where_one_stands(tmp_path: Path) -> None:
    assert database("sqlite:///x.db", tmp_path) == "sqlite:///x.db"
    root = Path(__file__).resolve().parents[2]
    assert project(root / "tests") == root
    assert database(None, root / "docs") == str(root / "db" / "timeline.db")
    assert database(None, tmp_path).endswith("timeline.db")
    assert not database(None, tmp_path).startswith(str(root))


def test_the_filters_of_the_command_line_make_a_query() -> None:
    today = date(2026, 11, 20)
    query = filters(today, year="1990..2005", topic=["质量标准", "trade"], kind=["milestone"], as_of="2025-04-22")
    assert (query.years, query.topics, query.kinds) == ((1990, 2005), ("quality", "trade"), ("milestone",))
    assert query.as_of == date(2025, 4, 22)
    assert filters(today).as_of == today
    with pytest.raises(QueryError):
        filters(today, kind=["party"])


def test_the_day_is_a_day() -> None:
    assert day(None, date(2026, 1, 2)) == day("", date(2026, 1, 2)) == date(2026, 1, 2)
    for text in ("2025-04", "yesterday", "2025-04-31"):
        with pytest.raises(UsageError, match=text):
            day(text, date(2026, 1, 2))
