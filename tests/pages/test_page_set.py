"""The gate: what is written on the pages of the page set comes back, in its order and in its articles."""

from __future__ import annotations

import page_scoring
import pytest
from page_stories import HALVES, Fixture, fixtures

from timeline.layout import split
from timeline.read import read_bytes

SET = [fixture for half in HALVES for fixture in fixtures(half)]


@pytest.fixture(scope="module")
def counts() -> dict[str, dict[str, page_scoring.Tally]]:
    return {half: page_scoring.tallies(half) for half in HALVES}


@pytest.mark.parametrize("half", HALVES)
def test_no_figure_falls_below_its_floor(half: str, counts: dict[str, dict[str, page_scoring.Tally]]) -> None:
    reached = page_scoring.total(counts[half].values())
    held = page_scoring.floors()[half]
    assert {name: value for name, value in reached.items() if value < held[name]} == {}


@pytest.mark.parametrize("fixture", SET, ids=lambda fixture: fixture.name)
def test_a_page_comes_back_as_it_was_written(
    fixture: Fixture, counts: dict[str, dict[str, page_scoring.Tally]]
) -> None:
    figures = counts[fixture.name.partition("/")[0]][fixture.name].figures()
    assert figures["body_f1"] >= 0.92
    assert figures["order_tau"] >= 0.98


@pytest.mark.parametrize("fixture", SET, ids=lambda fixture: fixture.name)
def test_every_character_belongs_to_one_article(fixture: Fixture) -> None:
    for document in read_bytes(page_scoring.drawn(fixture), page_scoring.filename(fixture)):
        owned: list[int] = []
        for article in split(document):
            spans = {span for paragraph in article.paragraphs for span in paragraph}
            spans |= {span for span in (article.headline, article.byline) if span}
            owned += {at for span in spans for at in range(span.start, span.end)}
        assert len(owned) == len(set(owned))
        assert set(owned) >= {at for at, char in enumerate(document.text) if not char.isspace()}


def test_the_floors_hold_what_the_project_promises() -> None:
    for half in HALVES:
        assert page_scoring.floors()[half]["body_f1"] >= 0.98
        assert page_scoring.floors()[half]["order_tau"] >= 0.98


def test_floors_are_raised_and_never_lowered() -> None:
    assert page_scoring.raised({"body_f1": 0.9917}, {"body_f1": 0.98}) == {"body_f1": 0.991}
    assert page_scoring.raised({"body_f1": 0.9}, {"body_f1": 0.98}) == {"body_f1": 0.98}


def test_a_page_is_drawn_the_same_each_time() -> None:
    for fixture in SET:
        assert page_scoring.drawn(fixture) == page_scoring.drawn(fixture)


def test_the_set_is_wide() -> None:
    ways = [fixture.draw for fixture in SET]
    assert len(SET) >= 60
    assert ways.count("pdf.page") >= 12
    assert len({way for way in ways if way.startswith("html.")}) >= 10
    assert len({fixture.encoding for fixture in SET if fixture.draw.startswith("html.")}) >= 6


def test_what_is_lost_or_misplaced_is_counted() -> None:
    fixture = next(fixture for fixture in SET if fixture.name == "first/scan_two_columns")
    articles = page_scoring.read(fixture)
    assert page_scoring.tally(fixture, articles).figures()["body_f1"] == 1
    swapped = [page_scoring.Read(each.role, "", "", "".join(reversed(each.body))) for each in articles]
    assert page_scoring.tally(fixture, swapped).figures()["order_tau"] < 0
    one = [page_scoring.Read("news", "", "", "".join(each.body for each in articles))]
    figures = page_scoring.tally(fixture, one).figures()
    assert figures["body_f1"] < 0.8
    assert figures["split_recall"] < 1
