"""Two people on one record: each sees the other's changes within a second, and neither overwrites the other unseen."""

from playwright.async_api import expect

from tests.journeys.conftest import Visit

SOON_MS = 2_000


async def test_a_change_shows_up_on_the_others_list_and_record(visit: Visit) -> None:
    claire, yue = await visit("claire"), await visit("yue")
    made = await claire.create("account", name="Seen By Both", employees=5)
    rows = await claire.open_list(
        "account", '?where={"field":"name","op":"starts","value":"Seen By"}'
    )
    await expect(rows).to_have_count(1)
    await yue.go(f"/o/account/{made['id']}")
    await expect(yue.page.get_by_role("heading", level=1)).to_contain_text("Seen By Both")
    await claire.change("account", made["id"], name="Seen By Everyone")
    await expect(rows.first).to_contain_text("Seen By Everyone", timeout=SOON_MS)
    await expect(yue.page.get_by_role("heading", level=1)).to_contain_text(
        "Seen By Everyone", timeout=SOON_MS
    )
    await yue.create("account", name="Seen By Newcomers")
    await expect(rows).to_have_count(2, timeout=SOON_MS)


async def test_both_change_one_field_and_the_later_one_chooses(visit: Visit) -> None:
    claire, yue = await visit("claire"), await visit("yue")
    made = await claire.create("account", name="Contested", employees=5)
    await claire.go(f"/o/account/{made['id']}")
    page = claire.page
    await page.get_by_role("button", name="Edit Name:").last.click()
    box = page.get_by_role("textbox", name="Name")
    await box.fill("Claire's name")
    await yue.change("account", made["id"], name="Yue's name", employees=9)
    await expect(page.get_by_role("button", name="Edit Employees: 9")).to_be_attached()
    await expect(box).to_have_value("Claire's name")
    await box.press("Enter")
    dialog = page.get_by_role("dialog", name="You both changed this")
    await expect(dialog).to_contain_text("Yue's name")
    await dialog.get_by_role("radio", name="Claire's name").check()
    await dialog.get_by_role("button", name="Keep my choice").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Claire's name")
    after = await claire.read("account", made["id"])
    assert (after["name"], after["employees"]) == ("Claire's name", 9)


async def test_who_else_looks_at_a_record_is_shown(visit: Visit) -> None:
    claire, yue = await visit("claire"), await visit("yue")
    made = await claire.create("account", name="Looked At")
    await claire.go(f"/o/account/{made['id']}")
    await yue.go(f"/o/account/{made['id']}")
    await expect(claire.page.get_by_role("img", name="林悦 Lin Yue")).to_be_visible()
