"""What a person reads of an event's history: fields in words, nothing as the store writes it."""

from __future__ import annotations

from typing import Any

import pytest

from timeline.render.decisions import change, value


@pytest.mark.parametrize(
    ("field", "held", "zh", "en"),
    [
        ("details", {"fee": "免费", "contact": "1234"}, "费用：免费；联系：1234", "Fee: 免费; Contact: 1234"),
        ("links", [["expires", "0123456789ab"]], "到期：01234567", "its end: 01234567"),
        ("actors", ["渡口市文旅局", "渡口博物馆"], "渡口市文旅局、渡口博物馆", "渡口市文旅局, 渡口博物馆"),
        (
            "conflicts",
            [{"field": "figure", "values": ["1.2公里", "1.4公里"], "quotes": ["长1.2公里", "长1.4公里"]}],
            "1.2公里 / 1.4公里；长1.2公里 / 长1.4公里",
            "1.2公里 / 1.4公里; 长1.2公里 / 长1.4公里",
        ),
        ("recurrence", "FREQ=WEEKLY", "FREQ=WEEKLY", "FREQ=WEEKLY"),
        ("sources", [], "无", "none"),
        ("salience", 0.5, "0.5", "0.5"),
    ],
)
def test_a_field_is_told_in_words(field: str, held: Any, zh: str, en: str) -> None:
    assert (value(field, held), value(field, held, "en")) == (zh, en)


def test_a_change_is_told_from_what_it_was() -> None:
    assert change("details", {}, {"fee": "免费"}) == "细节：无 → 费用：免费"
