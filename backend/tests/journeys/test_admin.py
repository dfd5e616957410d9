"""An administrator adds an object and a field, and everybody works with them at once."""

from playwright.async_api import expect

from tests.journeys.conftest import Visit


async def test_a_new_object_is_used_like_any_other(visit: Visit) -> None:
    claire = await visit()
    await claire.go("/settings/objects")
    page = claire.page
    await page.get_by_role("button", name="Add an object").click()
    sheet = page.get_by_role("dialog", name="Add an object")
    await sheet.get_by_label("Name of one record").fill("Boat")
    await sheet.get_by_label("Name of several").fill("Boats")
    await sheet.get_by_role("button", name="Create", exact=True).click()
    await expect(page.get_by_role("heading", name="Boats", level=1)).to_be_visible()
    await page.get_by_role("button", name="Add field").click()
    await page.get_by_role("dialog").get_by_role("button", name="Whole number").click()
    form = page.get_by_role("dialog", name="New field: Whole number")
    await form.get_by_label("Name", exact=True).fill("Berths")
    await form.get_by_role("button", name="Add field").click()
    await claire.toast("Berths was added")
    await page.get_by_role("link", name="Boats").first.click()
    await page.get_by_role("button", name="New Boat").first.click()
    boat = page.get_by_role("dialog", name="New Boat")
    await boat.get_by_role("textbox", name="Name", exact=True).fill("Seagull")
    await boat.get_by_role("textbox", name="Berths").fill("6")
    await boat.get_by_role("button", name="Create", exact=True).click()
    row = page.get_by_role("row").filter(has_text="Seagull")
    await expect(row).to_contain_text("6")
