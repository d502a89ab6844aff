"""The pages in a real browser, on a desk and on a phone: open, filter, see the evidence, copy the feed's address.

    make browser-check

Needs playwright and a Chromium: the system's (``CHROMIUM`` names it, else ``chromium`` on the path), or playwright's.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "serve"))
from running import running

SIZES = {"desk": (1280, 900, "light"), "phone": (360, 740, "dark")}
#: How far what is seen may move by itself (Cumulative Layout Shift); 0.1 is what good pages stay below.
STEADY = 0.01


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with running() as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        # Only our own pages are opened: as root, as in a container, there is no sandbox.
        own = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"] if os.getuid() == 0 else [])
        yield own
        own.close()


@pytest.fixture(params=SIZES)
def page(request: pytest.FixtureRequest, browser: Browser, base: str) -> Iterator[Page]:
    width, height, scheme = SIZES[request.param]
    size: Any = {"width": width, "height": height}
    context = browser.new_context(viewport=size, color_scheme=scheme, base_url=base)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    made = context.new_page()
    complaints: list[str] = []
    made.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    made.on("pageerror", lambda error: complaints.append(str(error)))
    yield made
    context.close()
    assert [each for each in complaints if "404" not in each and "400" not in each] == []


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def test_open_filter_read_and_subscribe(page: Page) -> None:
    page.goto("./")
    expect(page.get_by_role("heading", level=1)).to_contain_text("时间线")
    assert fits(page)
    page.get_by_role("combobox", name="主题").select_option("culture")
    page.get_by_role("textbox", name="年份").fill("2025")
    page.get_by_role("button", name="筛选").click()
    page.wait_for_url("**/?topic=culture&year=2025")
    expect(page.get_by_role("textbox", name="年份")).to_have_value("2025")
    events = page.locator("li.event")
    assert events.count() >= 2
    assert all("culture" in (event.get_attribute("data-topics") or "") for event in events.all())

    feed = page.locator(".subscribe > .feed")
    feed.get_by_role("button", name="复制").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("/feeds/query.ics?year=2025&topic=culture")
    expect(page.get_by_role("status")).to_contain_text("已复制")
    assert page.request.get(copied).text().startswith("BEGIN:VCALENDAR")
    assert feed.get_by_role("link", name="订阅").get_attribute("href") == copied.replace("http:", "webcal:")
    # Services that fetch a feed themselves can't reach this machine.
    expect(feed.get_by_role("link", name="Google")).to_be_hidden()

    page.get_by_role("link", name="登山活动").click()
    expect(page).to_have_title("第五届云岭登山活动在云岭山森林公园举行 · 2025年5月10日（周六）上午")
    assert fits(page)
    marked = page.locator(".article mark")
    expect(marked.first).to_be_visible()
    assert "第五届云岭登山活动将于2025年5月10日上午" in "".join(marked.all_text_contents())
    assert page.locator(".article mark.time").first.evaluate("one => getComputedStyle(one).backgroundColor") not in (
        "rgba(0, 0, 0, 0)",
        page.evaluate("getComputedStyle(document.body).backgroundColor"),
    )
    page.get_by_role("link", name="看整页").click()
    expect(page.get_by_role("heading", level=2)).to_contain_text("这一页里的事件")
    assert fits(page)
    page.get_by_role("link", name="时间线").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("时间线")


def test_a_filter_is_taken_away_by_its_cross(page: Page) -> None:
    page.goto("./?topic=culture&upcoming=1")
    page.get_by_role("link", name="去掉条件：主题").click()
    page.wait_for_url("**/?upcoming=1")
    page.get_by_role("link", name="全部 All").click()
    assert page.locator("li.event").count() > 5


def test_it_works_by_keyboard_alone(page: Page) -> None:
    page.goto("./")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.get_by_role("searchbox", name="文字").focus()
    page.keyboard.type("外贸")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?text=*")
    expect(page.locator("li.event")).to_have_count(1)
    link = page.locator("li.event h3 a")
    link.focus()
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_everything_has_a_name_for_those_who_listen(page: Page) -> None:
    for path in ("./", "./api"):
        page.goto(path)
        assert page.locator("main").count() == 1
        assert page.get_by_role("navigation").count() >= 1
        unnamed = page.evaluate(
            """() => [...document.querySelectorAll("a, button, input, select, summary")].filter(one =>
                !one.hidden && !(one.getAttribute("aria-label") || one.textContent.trim() || one.labels?.length))
                .map(one => one.outerHTML)"""
        )
        assert unnamed == []


def test_nothing_moves_by_itself(page: Page) -> None:
    page.goto("./")
    page.wait_for_load_state("networkidle")
    shift = page.evaluate(
        """() => new Promise(done => {
            let sum = 0;
            new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value; })
                .observe({type: "layout-shift", buffered: true});
            setTimeout(() => done(sum), 500);
        })"""
    )
    assert shift <= STEADY


def test_the_first_printed_page_holds_the_first_events(page: Page) -> None:
    page.goto("./")
    titles = page.locator("li.event h3").all_text_contents()[:3]
    with pypdfium2.PdfDocument(page.pdf(format="A4")) as printed:
        words = printed[0].get_textpage().get_text_range().replace("\r\n", "")
    assert len(titles) == 3 and all(title in words for title in titles)


def test_words_can_be_read_on_their_ground(page: Page) -> None:
    page.goto("./")
    worst = page.evaluate(
        """() => {
            const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
            const parts = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour;
                canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
            const light = ([r, g, b]) => [r, g, b].map(c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
            const ground = one => { for (; one; one = one.parentElement) {
                const colour = parts(getComputedStyle(one).backgroundColor); if (colour[3] > 250) return colour; }
                return [255, 255, 255]; };
            let worst = [99, ""];
            for (const one of document.querySelectorAll("h1, h2, h3, p, li, a, button, span, label, summary, time")) {
                if (!one.checkVisibility() || !one.textContent.trim()) continue;
                const pair = [light(parts(getComputedStyle(one).color)), light(ground(one))].sort((a, b) => b - a);
                const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
                if (ratio < worst[0]) worst = [ratio, one.outerHTML.slice(0, 120)];
            }
            return worst;
        }"""
    )
    assert worst[0] >= 4.5, worst  # WCAG 2.2, 1.4.3


def test_without_script_all_but_copying_works(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base)
    page = context.new_page()
    page.goto("./")
    page.get_by_role("textbox", name="年份").fill("1996")
    page.get_by_role("button", name="筛选").click()
    expect(page.locator("li.event")).to_have_count(1)
    expect(page.get_by_role("button", name="复制").first).to_be_hidden()
    context.close()
