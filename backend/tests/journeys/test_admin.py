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


async def test_a_layout_is_seen_by_others_the_moment_it_is_saved(visit: Visit) -> None:
    claire, tomas = await visit(), await visit("tomas")
    deal = await tomas.create("deal", name="Layout Lookout")
    await tomas.go(f"/o/deal/{deal['id']}")
    section = tomas.page.get_by_role("heading", name="Money first")
    await expect(tomas.page.get_by_role("heading", name="Where it stands")).to_be_visible()
    await expect(section).to_have_count(0)
    await claire.go("/settings/objects/deal/layout")
    page = claire.page
    await page.get_by_role("textbox", name="Name of the section").nth(1).fill("Money first")
    preview = page.get_by_role("complementary", name="Preview")
    await expect(preview.get_by_text("Money first")).to_be_visible()
    await page.get_by_role("button", name="Where Amount stands").click()
    await page.get_by_role("menuitem", name="Move up").click()
    await page.get_by_role("button", name="Save").click()
    await claire.toast("Layout saved")
    await expect(section).to_be_visible()


async def test_a_profile_narrowed_by_an_admin_holds_in_open_windows(visit: Visit) -> None:
    claire, tomas = await visit(), await visit("tomas")
    await tomas.go("/o/product")
    new = tomas.page.get_by_role("button", name="New Product")
    await claire.go("/settings/profiles/seller")
    page = claire.page
    box = page.get_by_role("checkbox", name="Products: Create")
    allowed = await box.is_checked()
    await expect(new.first).to_be_visible() if allowed else await expect(new).to_have_count(0)
    await box.click()
    await page.get_by_role("button", name="Save").click()
    await claire.toast("It holds at once")
    if allowed:
        await expect(new).to_have_count(0)
    else:
        await expect(new.first).to_be_visible()
    await page.get_by_role("button", name="Undo all changes").click()
    await page.get_by_role("dialog").get_by_role("button", name="Undo all changes").click()
    await expect(page.get_by_role("button", name="Undo all changes")).to_have_count(0)
