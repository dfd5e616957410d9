"""Every page can be used by everybody: no barrier that axe knows of, on the desk and on the phone, by day and night."""

from typing import Literal

import pytest
from playwright.async_api import expect

from tests.journeys.conftest import Visit

GALLERY = "/gallery"  # shows waiting states on purpose
LIGHTS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PAGES = (
    "/",
    "/o/account",
    "/o/deal?as=board",
    "/o/task",
    "/import",
    "/bin",
    "/me",
    "/settings/objects",
    "/settings",
    "/settings/objects/deal",
    "/settings/objects/deal/layout",
    "/settings/objects/deal/views",
    "/settings/pipelines",
    "/settings/profiles",
    "/settings/profiles/seller",
    "/settings/users",
    "/settings/workspace",
    "/settings/currencies",
    "/settings/tokens",
    GALLERY,
)


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
async def test_no_page_has_a_barrier_by_day_or_night(visit: Visit, *, phone: bool) -> None:
    claire = await visit(phone=phone)
    contact = await claire.create("contact", name="Every Body")
    found: dict[str, list[str]] = {}
    for path in (*PAGES, f"/o/contact/{contact['id']}"):
        await claire.go(path)
        await claire.page.wait_for_load_state("networkidle")
        if path != GALLERY:
            await expect(claire.page.locator("[aria-busy=true]")).to_have_count(0)
        for scheme in LIGHTS:
            await claire.light(scheme)
            if barriers := await claire.barriers():
                found[f"{path} {scheme}"] = barriers
    assert found == {}


async def test_forms_and_dialogs_have_no_barrier(visit: Visit) -> None:
    claire = await visit()
    await claire.open_list("deal")
    page = claire.page
    await page.get_by_role("button", name="New Deal").click()
    await expect(page.get_by_role("dialog", name="New Deal")).to_be_visible()
    assert await claire.barriers() == []
    await page.get_by_role("dialog").get_by_role("button", name="Account", exact=True).click()
    await expect(page.get_by_role("option").first).to_be_visible()
    assert await claire.barriers() == []


async def test_the_dialogs_of_the_settings_have_no_barrier(visit: Visit) -> None:
    claire = await visit()
    page = claire.page
    for path, button in (
        ("/settings/objects", "Add an object"),
        ("/settings/objects/deal", "Change Amount"),
        ("/settings/objects/deal", "Change Weighted amount"),
        ("/settings/objects/deal", "Change Total of product lines"),
        ("/settings/pipelines", "Change New business"),
        ("/settings/profiles", "Add a profile"),
        ("/settings/profiles/seller", "Rights on the fields of Deals"),
        ("/settings/users", "Change Dana Whitfield"),
        ("/settings/tokens", "Create a token"),
    ):
        await claire.go(path)
        await page.get_by_role("button", name=button).first.click()
        await expect(page.get_by_role("dialog")).to_be_visible()
        for scheme in LIGHTS:
            await claire.light(scheme)
            assert await claire.barriers() == [], f"{path}: {button}, {scheme}"
