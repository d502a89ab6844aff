"""A PDF that leaves its fonts out gives the same boxes whether the machine has Chinese fonts or none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from drawing import Block, draw

from timeline.read import read_bytes
from timeline.read.pdf import places


@pytest.mark.parametrize("text", ["桥", "橋", "。", "〇"])
def test_a_letter_alone_in_its_text_object_is_kept_and_is_a_square(text: str) -> None:
    [document] = read_bytes(
        draw([Block(40, 800, 1, 20, text), Block(40, 600, 20, 9, "河边的大桥昨日合龙")]), "page.pdf"
    )
    assert document.text == f"{text}\n\n河边的大桥昨日合龙"
    place = places(document).at(0)
    assert place is not None
    assert (place.left, place.right) == pytest.approx((40, 60))
    assert 20 <= place.top - place.bottom < 24, "the file's own ascent and descent, round the square"


def test_a_process_with_a_font_handler_of_its_own_keeps_it(tmp_path: Path) -> None:
    page = tmp_path / "page.pdf"
    page.write_bytes(draw([Block(40, 600, 20, 9, "河边的大桥昨日合龙")]))
    program = (
        "import pypdfium2, sys; from pathlib import Path; from timeline.read import read_path\n"
        "own = pypdfium2.PdfSysfontBase(); own.setup()\n"
        "[document] = read_path(Path(sys.argv[1]))\n"
        "assert document.text == '河边的大桥昨日合龙' and pypdfium2.PdfSysfontBase.SINGLETON is own"
    )
    subprocess.run([sys.executable, "-c", program, str(page)], check=True)
    assert pypdfium2.PdfSysfontBase.SINGLETON is not None, "this process has the squares"
