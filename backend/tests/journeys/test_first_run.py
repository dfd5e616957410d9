"""The first run: from the address in the terminal to a workspace with colleagues and example data that goes again."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.journeys.visitor import welcome
from tests.support.running import RunningKith, data_folder

LONG_MS = 120_000


@pytest.fixture
def fresh(assets: Path) -> Iterator[RunningKith]:
    """A server with nothing in it."""
    env = {"KITH_ASSETS": str(assets), "KITH_WORKERS": "1"}
    with data_folder() as data, RunningKith(data, env=env, command="serve") as running:
        yield running


async def test_a_new_installation_is_set_up_in_the_browser(
    fresh: RunningKith, browser: Browser
) -> None:
    found = re.search(r"(/setup#\S+)", fresh.output)
    assert found is not None, fresh.output
    ann = await welcome(browser, fresh.address, None, phone=False, dark=False)
    page = ann.page
    await page.goto(fresh.address)
    await page.wait_for_url("**/setup")
    await expect(page.get_by_text("kith serve")).to_be_visible()
    await page.goto(fresh.address + found[1])
    await page.reload()
    await page.get_by_label("Company").fill("Blue Fjord")
    assert await ann.barriers() == []
    await page.get_by_role("button", name="Next").click()
    await page.get_by_label("Your name").fill("Ann Berg")
    await page.get_by_label("E-mail").fill("ann@fjord.example")
    await page.get_by_label("Password", exact=True).fill("sea otters swim")
    await page.get_by_role("button", name="Create and sign in").click()
    await page.get_by_label("Colleague's name").fill("Bo Lund")
    await page.get_by_label("E-mail").fill("bo@fjord.example")
    await page.get_by_role("button", name="Make a link").click()
    await expect(page.get_by_role("list", name="Invited")).to_contain_text("Bo Lund")
    await page.get_by_role("button", name="Next").click()
    await page.get_by_role("button", name="Look around with example data").click()
    banner = page.get_by_text("example data beside your own")
    await expect(banner).to_be_visible(timeout=LONG_MS)
    await page.goto(f"{fresh.address}/o/account")
    await expect(page.get_by_role("gridcell").first).to_be_visible()
    await page.get_by_role("button", name="Take it away").click()
    await page.get_by_role("dialog").get_by_role("button", name="Take it away").click()
    await expect(page.get_by_text("The example data is gone")).to_be_visible(timeout=LONG_MS)
    left = await page.evaluate(
        "() => fetch('/api/records/user?fields=name').then(answer => answer.json())"
    )
    assert sorted(user["name"] for user in left["items"]) == ["Ann Berg", "Bo Lund"]
    await page.context.close()
