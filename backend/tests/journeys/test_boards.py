"""Boards: a deal goes to the next stage by mouse or by keys, and a stage may ask for what it needs."""

from contextlib import AbstractAsyncContextManager
from typing import Any

from playwright.async_api import Locator, expect

from tests.journeys.conftest import Visit
from tests.journeys.visitor import Visitor

NEW_BUSINESS = '{"field":"pipeline","op":"eq","value":"new_business"}'


async def _board(visitor: Visitor, name: str) -> None:
    where = f'{{"and":[{NEW_BUSINESS},{{"field":"name","op":"eq","value":"{name}"}}]}}'
    await visitor.go(f"/o/deal?as=board&where={where}")
    await expect(visitor.page.get_by_role("article")).to_have_count(1)


def _column(visitor: Visitor, name: str) -> Locator:
    return visitor.page.get_by_role("region", name=name, exact=True)


def _saving(visitor: Visitor) -> AbstractAsyncContextManager[Any]:
    """Wait until the server has kept it; the screen shows it at once."""
    return visitor.page.expect_response(
        lambda answer: (
            answer.ok
            and answer.request.method in ("PATCH", "POST")
            and ("/api/records/deal" in answer.url or "/api/undo" in answer.url)
        )
    )


async def _drag(visitor: Visitor, card: Locator, to: Locator) -> None:
    start, end = await card.bounding_box(), await to.bounding_box()
    assert start is not None
    assert end is not None
    mouse = visitor.page.mouse
    await mouse.move(start["x"] + 40, start["y"] + start["height"] - 10)
    await mouse.down()
    await mouse.move(start["x"] + 60, start["y"] + start["height"] + 20, steps=4)
    await mouse.move(end["x"] + 120, end["y"] + 120, steps=8)
    await mouse.up()


async def _deal(visitor: Visitor, name: str, **values: object) -> dict[str, Any]:
    return await visitor.create(
        "deal", name=name, pipeline="new_business", stage="qualify", **values
    )


async def test_a_deal_is_dragged_to_the_next_stage_and_back(visit: Visit) -> None:
    claire = await visit()
    deal = await _deal(claire, "Board by mouse", amount=1000)
    await _board(claire, "Board by mouse")
    target = _column(claire, "Understand needs")
    await _drag(claire, claire.page.get_by_role("article"), target)
    await expect(target.get_by_role("article")).to_have_count(1)
    await expect(target).to_contain_text("$1K")
    async with _saving(claire):
        await claire.undo("Board by mouse is now in Understand needs")
    await expect(_column(claire, "Qualify").get_by_role("article")).to_have_count(1)
    await expect(target.get_by_role("article")).to_have_count(0)
    assert (await claire.read("deal", deal["id"]))["stage"] == "qualify"


async def test_a_deal_is_moved_with_the_keyboard(visit: Visit) -> None:
    claire = await visit()
    await _deal(claire, "Board by keys")
    await _board(claire, "Board by keys")
    page = claire.page
    await page.get_by_role("button", name="Move Board by keys").focus()
    await page.keyboard.press("Space")
    await expect(page.get_by_text("Board by keys is over Qualify.")).to_be_attached()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_text("Board by keys is over Understand needs.")).to_be_attached()
    await page.keyboard.press("Space")
    await expect(_column(claire, "Understand needs").get_by_role("article")).to_have_count(1)


async def test_a_stage_asks_for_what_it_needs(visit: Visit) -> None:
    claire = await visit()
    deal = await _deal(claire, "Board with a gate")
    await _board(claire, "Board with a gate")
    await _drag(claire, claire.page.get_by_role("article"), _column(claire, "Proposal"))
    dialog = claire.page.get_by_role("dialog", name="Proposal asks for a little more")
    await dialog.get_by_role("button", name="Move", exact=True).click()
    await expect(dialog.get_by_text("Please fill this in")).to_be_visible()
    await dialog.get_by_role("textbox", name="Amount").fill("2500")
    async with _saving(claire):
        await dialog.get_by_role("button", name="Move", exact=True).click()
    await expect(_column(claire, "Proposal").get_by_role("article")).to_have_count(1)
    moved = await claire.read("deal", deal["id"])
    assert (moved["stage"], moved["amount"]["amount"]) == ("propose", 2500)
