"""On a phone, with a thumb: find, read, change, add, and drag a card."""

import re

from playwright.async_api import expect

from tests.journeys.conftest import Visit
from tests.journeys.measures import small_targets
from tests.journeys.visitor import PHONE


async def test_a_contact_is_found_changed_and_talked_about(visit: Visit) -> None:
    claire = await visit(phone=True)
    made = await claire.create("contact", name="Thumb Person", title="Buyer")
    await claire.go("/o/contact")
    page = claire.page
    await page.get_by_role("searchbox", name="Search Contacts").fill("Thumb Person")
    card = page.get_by_role("listitem").filter(has_text="Thumb Person")
    await card.first.tap()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Thumb Person")
    await page.get_by_text("Buyer").last.tap()
    sheet = page.get_by_role("dialog", name="Job title")
    await sheet.get_by_role("textbox", name="Job title").fill("Head of buying")
    await sheet.get_by_role("button", name="Save", exact=True).tap()
    await claire.toast("Job title saved")
    await page.get_by_role("tab", name="Timeline").tap()
    await page.get_by_role("button", name="What happened? What comes next?").tap()
    await page.get_by_role("textbox", name="Text").fill("Met at the fair.")
    await page.get_by_role("button", name="Save", exact=True).tap()
    await expect(page.get_by_role("link", name="Met at the fair.")).to_be_visible()
    assert (await claire.read("contact", made["id"]))["title"] == "Head of buying"


async def test_filters_open_from_below_and_work(visit: Visit) -> None:
    claire = await visit(phone=True)
    await claire.go("/o/account")
    page = claire.page
    await page.get_by_role("button", name="Filter", exact=True).tap()
    sheet = page.get_by_role("dialog", name="Filter")
    await sheet.get_by_role("button", name="Condition", exact=True).tap()
    await sheet.get_by_role("textbox", name="Name").fill("no such company")
    await sheet.get_by_role("button", name="Close").tap()
    await expect(page.get_by_text("No Accounts match")).to_be_visible()
    await page.get_by_role("button", name="Show all").tap()
    await expect(page.get_by_role("listitem").first).to_be_visible()


async def test_what_is_touched_is_large_enough(visit: Visit) -> None:
    claire = await visit(phone=True)
    found = {}
    for path in ("/", "/o/deal", "/o/account", "/bin", "/settings/objects/deal", "/settings/users"):
        await claire.go(path)
        await claire.page.wait_for_load_state("networkidle")
        await expect(claire.page.locator("[aria-busy=true]")).to_have_count(0)
        found[path] = await small_targets(claire.page)
    assert {path: small for path, small in found.items() if small} == {}


async def test_a_card_is_carried_to_another_column_with_a_finger(visit: Visit) -> None:
    claire = await visit(phone=True)
    # Filled so that no stage asks for more, however far the board scrolls under the finger.
    deal = await claire.create(
        "deal",
        name="Board by thumb",
        pipeline="new_business",
        stage="qualify",
        amount=900,
        expected_close="2030-01-31",
        lost_reason="other",
    )
    await claire.go('/o/deal?as=board&where={"field":"name","op":"eq","value":"Board by thumb"}')
    page = claire.page
    card = page.get_by_role("article")
    await expect(card).to_have_count(1)
    box = await card.bounding_box()
    assert box is not None
    finger = await page.context.new_cdp_session(page)

    async def touch(kind: str, *at: dict[str, float]) -> None:
        await finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(at)})

    start = {"x": box["x"] + 60, "y": box["y"] + 20}
    await touch("touchStart", start)
    await expect(page.locator("[data-dragging]")).to_have_count(1)
    await touch("touchMove", {"x": start["x"] + 60, "y": start["y"] + 10})
    await touch("touchMove", {"x": PHONE["width"] - 12, "y": start["y"] + 40})
    await expect(page.get_by_text(re.compile("is over (?!Qualify)"))).to_be_attached()
    async with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        await touch("touchEnd")
    await claire.toast("Board by thumb is now in")
    assert (await claire.read("deal", deal["id"]))["stage"] != "qualify"
