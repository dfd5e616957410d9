"""Lists: find, edit in place with a way back, filter by hand and by address, many at once, views, keys."""

from playwright.async_api import expect

from tests.journeys.conftest import Visit


async def test_a_record_is_found_and_edited_in_place_and_the_edit_taken_back(visit: Visit) -> None:
    claire = await visit()
    made = await claire.create("account", name="Quiet Harbour Ltd", employees=12)
    rows = await claire.open_list("account")
    await claire.page.get_by_role("searchbox", name="Search Accounts").fill("Quiet Harbour")
    await expect(rows).to_have_count(1)
    await rows.first.hover()
    await rows.first.get_by_role("button", name="Edit Name").click()
    name = rows.first.get_by_role("textbox", name="Name")
    await name.fill("Quiet Harbour Limited")
    await name.press("Enter")
    await expect(rows.first.get_by_role("link", name="Quiet Harbour Limited")).to_be_visible()
    async with claire.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        await claire.undo("Name saved")
    await expect(rows.first.get_by_role("link", name="Quiet Harbour Ltd")).to_be_visible()
    await expect(claire.page.get_by_text("Quiet Harbour Limited")).to_have_count(0)
    assert (await claire.read("account", made["id"]))["name"] == "Quiet Harbour Ltd"


async def test_what_cannot_be_right_is_said_before_it_is_sent(visit: Visit) -> None:
    claire = await visit()
    made = await claire.create("contact", name="Nora Quill")
    await claire.go(f"/o/contact/{made['id']}")
    await claire.page.get_by_role("button", name="Edit E-mail:").first.click()
    box = claire.page.get_by_role("textbox", name="E-mail")
    await box.fill("nora at example")
    await box.press("Enter")
    await expect(claire.page.get_by_role("alert")).to_contain_text("e-mail address")
    await box.fill("nora@example.com")
    await box.press("Enter")
    await claire.toast("E-mail saved")
    assert (await claire.read("contact", made["id"]))["email"] == "nora@example.com"


async def test_a_filter_is_built_by_hand_and_lives_in_the_address(visit: Visit) -> None:
    claire = await visit()
    await claire.create("account", name="Filter One", industry="energy")
    await claire.create("account", name="Filter Two", industry="media")
    rows = await claire.open_list(
        "account", '?where={"field":"name","op":"starts","value":"Filter"}'
    )
    page = claire.page
    await expect(rows).to_have_count(2)
    await page.get_by_role("button", name="1 filter", exact=True).click()
    panel = page.get_by_role("region", name="Filter")
    await panel.get_by_role("button", name="Condition", exact=True).click()
    await panel.get_by_role("button", name="Name", exact=True).last.click()
    await page.get_by_role("combobox", name="Name").fill("Indus")
    await page.get_by_role("option", name="Industry", exact=True).click()
    await panel.get_by_text("Choose …").click()
    await page.get_by_role("option", name="Media").click()
    await expect(rows).to_have_count(1)
    await expect(rows.first).to_contain_text("Filter Two")
    await page.reload()
    await expect(rows).to_have_count(1)
    await page.get_by_role("button", name="Remove condition").last.click()
    await expect(rows).to_have_count(2)


async def test_many_are_changed_at_once_and_back(visit: Visit) -> None:
    claire = await visit()
    ids = [(await claire.create("task", subject=f"Bulk {n}"))["id"] for n in range(3)]
    rows = await claire.open_list("task", '?where={"field":"subject","op":"starts","value":"Bulk"}')
    page = claire.page
    await expect(rows).to_have_count(3)
    await page.get_by_role("checkbox", name="Select all loaded").check()
    await page.get_by_role("button", name="Edit", exact=True).click()
    dialog = page.get_by_role("dialog", name="3 selected")
    await dialog.get_by_role("button", name="Which field?").click()
    await page.get_by_role("option", name="Priority").click()
    await dialog.get_by_text("Choose …").click()
    await page.get_by_role("option", name="High").click()
    await dialog.get_by_role("button", name="Change them").click()
    await expect(rows.get_by_text("High")).to_have_count(3)
    await claire.undo("3 records done")
    await expect(rows.get_by_text("Normal")).to_have_count(3)
    assert (await claire.read("task", ids[0]))["priority"] == "normal"


async def test_a_list_is_worked_with_the_keyboard_alone(visit: Visit) -> None:
    claire = await visit()
    rows = await claire.open_list("contact")
    page = claire.page
    for key in ("j", "j", "x", "j", "x"):
        await page.keyboard.press(key)
    await expect(page.get_by_text("2 selected")).to_be_visible()
    await expect(rows.nth(1)).to_have_attribute("aria-selected", "true")
    await page.keyboard.press("Space")
    panel = page.get_by_role("complementary", name="Record beside the list")
    third = await rows.nth(2).get_by_role("link").first.inner_text()
    await expect(panel.get_by_role("heading", level=1)).to_contain_text(third)
    await page.keyboard.press("k")
    second = await rows.nth(1).get_by_role("link").first.inner_text()
    await expect(panel.get_by_role("heading", level=1)).to_contain_text(second)
    await page.keyboard.press("Escape")
    await expect(panel).to_have_count(0)
    await page.keyboard.press("Escape")
    await expect(page.get_by_text("2 selected")).to_have_count(0)
    await page.keyboard.press("?")
    await expect(page.get_by_text("Look at it beside the list")).to_be_visible()


async def test_a_view_is_saved_and_found_again(visit: Visit) -> None:
    claire = await visit()
    await claire.open_list("product")
    page = claire.page
    await page.get_by_role("button", name="Name", exact=True).click()
    await page.get_by_role("button", name="Save as a view").first.click()
    dialog = page.get_by_role("dialog", name="Save as a view")
    await dialog.get_by_label("Name").fill("By name")
    await dialog.get_by_role("button", name="Save", exact=True).click()
    await claire.toast("View “By name” saved")
    await claire.open_list("product")
    await page.get_by_role("navigation", name="Views").get_by_role("button", name="By name").click()
    await expect(page.get_by_role("columnheader", name="Name")).to_have_attribute(
        "aria-sort", "descending"
    )
