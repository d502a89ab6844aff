"""Content lines: what the icalendar library reads back is what was written, whatever the text."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from timeline.render.contentlines import content_line, escaped
from timeline.render.wording import clean, one_line

#: What feeds have broken on: marks with a meaning, line ends of all kinds, wide characters at the edge of a line.
AWKWARD = st.text(
    st.sampled_from("\\;,:\"'nN\n\r\x85\u2028\u2029\x00\x07\x0b\x1b\x7f\ufeff\ufffe\ud800\u202e =登高会🏮é👩\u200d"),
    max_size=200,
)


def _read(line: bytes) -> str:
    octets = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + line + b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    (entry,) = Calendar.from_ical(octets).events
    assert not entry.errors
    return str(entry["DESCRIPTION"])


@settings(max_examples=400, deadline=None)
@given(st.one_of(AWKWARD, st.text(max_size=300)))
@example("字面 \\n 与 \\N 不是换行\n这才是")
@example("END:VCALENDAR\r\nBEGIN:VEVENT")
@example("\\" * 200)
@example(",;" * 120)
def test_what_is_read_back_is_the_cleaned_text(text: str) -> None:
    assert _read(content_line("DESCRIPTION", escaped(text))) == clean(text)


@settings(max_examples=400, deadline=None)
@given(st.one_of(AWKWARD, st.text(max_size=300)))
def test_lines_are_folded_between_characters_and_not_inside_an_escape(text: str) -> None:
    octets = content_line("SUMMARY", escaped(text))
    assert octets.endswith(b"\r\n")
    rows = octets[:-2].split(b"\r\n")
    for number, row in enumerate(rows):
        assert len(row) <= 75
        row.decode("utf-8")
        assert row.startswith(b" ") is (number > 0)
        backslashes = len(row) - len(row.rstrip(b"\\"))
        assert backslashes % 2 == 0, "an escape is parted"
    assert b"".join([rows[0], *(row[1:] for row in rows[1:])]).decode() == f"SUMMARY:{escaped(text)}"


@pytest.mark.parametrize("length", range(60, 80))
@pytest.mark.parametrize("character", ["é", "登", "🏮", "\\n", ","])
def test_every_edge(length: int, character: str) -> None:
    text = "a" * length + character * 30
    assert _read(content_line("DESCRIPTION", escaped(text))) == text


@pytest.mark.parametrize("text", ["a\ufeffb", "a\ufffeb", "a\ud800b", "a\x00b", "a\u202eb", "a\x1b[2Jb"])
def test_what_is_no_text_is_dropped(text: str) -> None:
    assert _read(content_line("DESCRIPTION", escaped(text))) in ("ab", "a[2Jb")


@pytest.mark.parametrize("text", ["a\x85b", "a\u2028b", "a\u2029b", "a\rb", "a\r\nb", "a\nb"])
def test_every_line_end_is_one_line_break(text: str) -> None:
    assert _read(content_line("DESCRIPTION", escaped(text))) == "a\nb"
    assert one_line(text) == "a b"


@pytest.mark.parametrize("flag", ["-O", "-OO", "-B"])
def test_no_value_begins_a_line_of_its_own_without_assertions_either(flag: str) -> None:
    code = (
        "import sys; from timeline.render.contentlines import content_line\n"
        "sys.stdout.buffer.write(content_line('X-NOTE', 'a\\r\\nX-EVIL:1\\nATTACH:file\\rY:2'))"
    )
    done = subprocess.run([sys.executable, flag, "-c", code], capture_output=True, check=True)
    assert done.stdout == b"X-NOTE:a X-EVIL:1 ATTACH:file Y:2\r\n"
