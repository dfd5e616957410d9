"""The frame stays calm: nothing jumps while a page arrives, and an ended session loses no work."""

import pytest
from playwright.async_api import expect

from kith.main.commands.demo import PASSWORD
from tests.journeys.conftest import Visit

MOST = 0.05
# Moves within half a second of a click or key are wanted; the browser marks them, we leave them out.
WATCH = """() => {
  window.moved = 0
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) window.moved += each.value
  }).observe({ type: 'layout-shift', buffered: true })
}"""


@pytest.mark.parametrize("place", ["home", "list", "record", "settings"])
async def test_nothing_jumps_while_a_page_arrives(visit: Visit, place: str) -> None:
    claire = await visit()
    made = await claire.create("account", name="Calm Works") if place == "record" else {"id": ""}
    paths = {
        "home": "/",
        "list": "/o/contact",
        "record": f"/o/account/{made['id']}",
        "settings": "/settings",
    }
    await claire.page.add_init_script(f"({WATCH})()")
    await claire.go(paths[place])
    await claire.page.wait_for_load_state("networkidle")
    assert await claire.page.evaluate("window.moved") <= MOST


async def test_an_ended_session_comes_back_to_the_same_place_with_the_draft(visit: Visit) -> None:
    claire = await visit()
    page = claire.page
    await claire.open_list("contact")
    await page.get_by_role("button", name="New Contact").click()
    form = page.get_by_role("dialog", name="New Contact")
    name = form.get_by_role("textbox", name="Name", exact=True)
    await name.fill("Still Here")
    await page.context.clear_cookies()
    await form.get_by_role("button", name="Create", exact=True).click()
    ended = page.get_by_role("dialog", name="Your session has ended")
    await ended.get_by_label("Password", exact=True).fill(PASSWORD)
    await ended.get_by_role("button", name="Sign in", exact=True).click()
    await expect(ended).to_be_hidden()
    await claire.toast("Still Here")
    assert "/o/contact" in page.url
