"""What somebody typed is still there: after a bad line, a reload, a sign-out, and with somebody else at the desk."""

from playwright.async_api import expect

from kith.main.commands.demo import PASSWORD
from tests.journeys.conftest import Visit
from tests.journeys.visitor import DOMAIN, Visitor


async def _sign_in(visitor: Visitor, who: str) -> None:
    answer = await visitor.page.context.request.post(
        f"{visitor.address}/api/session", data={"email": f"{who}@{DOMAIN}", "password": PASSWORD}
    )
    assert answer.ok, await answer.text()


async def test_a_change_made_without_a_line_arrives_when_it_is_back(visit: Visit) -> None:
    claire = await visit()
    made = await claire.create("account", name="Tunnel Works")
    await claire.go(f"/o/account/{made['id']}")
    page = claire.page
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Tunnel Works")
    await page.get_by_role("button", name="Edit Name:").last.click()
    await page.get_by_role("textbox", name="Name").fill("Tunnel Works Ltd")
    await page.context.set_offline(True)
    await page.get_by_role("textbox", name="Name").press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Tunnel Works Ltd")
    async with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        await page.context.set_offline(False)
    await claire.toast("Name saved")
    assert (await claire.read("account", made["id"]))["name"] == "Tunnel Works Ltd"


async def test_a_change_that_never_left_is_sent_on_the_next_visit(visit: Visit) -> None:
    claire = await visit()
    made = await claire.create("account", name="Ferry Works")
    await claire.go(f"/o/account/{made['id']}")
    page = claire.page
    await page.route("**/api/records/account/*", lambda route: route.abort(), times=1)
    await page.get_by_role("button", name="Edit Name:").last.click()
    await page.get_by_role("textbox", name="Name").fill("Ferry Works Ltd")
    async with page.expect_event("requestfailed"):
        await page.get_by_role("textbox", name="Name").press("Enter")
    async with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        await page.reload()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Ferry Works Ltd")
    assert (await claire.read("account", made["id"]))["name"] == "Ferry Works Ltd"


async def test_an_edit_in_place_outlives_a_reload_but_not_a_newer_value(visit: Visit) -> None:
    claire = await visit()
    made = await claire.create("account", name="Pier Works")
    await claire.go(f"/o/account/{made['id']}")
    page = claire.page
    name = page.get_by_role("textbox", name="Name")
    await page.get_by_role("button", name="Edit Name:").last.click()
    await name.fill("Pier Works Ltd")
    await page.reload()
    await page.get_by_role("button", name="Edit Name:").last.click()
    await expect(name).to_have_value("Pier Works Ltd")
    await name.press("Escape")
    await page.get_by_role("button", name="Edit Name:").last.click()
    await expect(name).to_have_value("Pier Works")
    await name.fill("Pier Works Inc")
    await page.reload()
    await claire.change("account", made["id"], name="Pier & Sons")
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Pier & Sons")
    await page.get_by_role("button", name="Edit Name:").last.click()
    await expect(name).to_have_value("Pier & Sons")


async def test_two_people_at_one_desk_keep_their_drafts_apart(visit: Visit) -> None:
    desk = await visit()
    await desk.open_list("contact")
    page = desk.page
    form = page.get_by_role("dialog", name="New Contact")
    name = form.get_by_role("textbox", name="Name", exact=True)
    await page.get_by_role("button", name="New Contact").click()
    await name.fill("Claire's idea")
    await _sign_in(desk, "dana")
    await desk.open_list("contact")
    await page.get_by_role("button", name="New Contact").click()
    await expect(name).to_have_value("")
    await name.fill("Dana's idea")
    await _sign_in(desk, "claire")
    await desk.open_list("contact")
    await page.get_by_role("button", name="New Contact").click()
    await expect(name).to_have_value("Claire's idea")
    await expect(form).to_contain_text("This is what you typed before")


async def test_a_form_on_the_phone_fills_the_screen_and_saves_from_below(visit: Visit) -> None:
    claire = await visit(phone=True)
    await claire.go("/o/contact")
    page = claire.page
    await page.get_by_role("button", name="Create", exact=True).tap()
    await page.get_by_role("button", name="Contact", exact=True).tap()
    form = page.get_by_role("dialog", name="New Contact")
    await form.get_by_role("textbox", name="Name", exact=True).fill("Palm Sized")
    mobile = form.get_by_role("textbox", name="Mobile")
    await mobile.fill("+49 171 5550001")
    assert await mobile.get_attribute("inputmode") == "tel"
    box = await form.bounding_box()
    assert box is not None
    assert (box["width"], box["height"] > 780) == (390, True)
    save = form.get_by_role("button", name="Create", exact=True)
    await expect(save).to_be_in_viewport()
    await save.tap()
    await claire.toast("Palm Sized")
    assert await claire.barriers() == []
