"""Ways of looking at records: groups with totals, calendar, split view, board by keys, everything selected at once."""

import re

from playwright.async_api import expect

from tests.journeys.conftest import Visit
from tests.journeys.visitor import Visitor

TRIED = '{"field":"subject","op":"starts","value":"%s"}'


async def _tasks(visitor: Visitor, name: str, **fields: list[object]) -> list[str]:
    count = max(len(values) for values in fields.values())
    return [
        (
            await visitor.create(
                "task", subject=f"{name} {n}", **{f: values[n] for f, values in fields.items()}
            )
        )["id"]
        for n in range(count)
    ]


async def test_a_list_is_grouped_with_totals_and_keeps_its_groups_in_a_view(visit: Visit) -> None:
    claire = await visit()
    await _tasks(claire, "Grouped", priority=["high", "high", "low"])
    page = claire.page
    await claire.open_list("task", f"?where={TRIED % 'Grouped'}")
    await page.get_by_role("button", name="Group", exact=True).click()
    await page.get_by_role("option", name="Priority").click()
    await page.keyboard.press("Escape")
    high = page.get_by_role("row").filter(has=page.get_by_role("button", name="Fold High"))
    await expect(high).to_contain_text("2 records")
    await expect(page.get_by_role("link", name="Grouped 0")).to_be_visible()
    await page.get_by_role("button", name="Fold High").click()
    await expect(page.get_by_role("link", name="Grouped 0")).to_have_count(0)
    await expect(page.get_by_role("link", name="Grouped 2")).to_be_visible()
    await page.get_by_role("button", name="Save as a view").first.click()
    dialog = page.get_by_role("dialog", name="Save as a view")
    await dialog.get_by_label("Name").fill("By priority")
    await dialog.get_by_role("button", name="Save", exact=True).click()
    await claire.toast("View “By priority” saved")
    await page.reload()
    await expect(high).to_contain_text("2 records")


async def test_a_date_is_moved_on_the_calendar_and_back(visit: Visit) -> None:
    claire = await visit()
    [task] = await _tasks(claire, "Planned", due=["2030-05-15"])
    page = claire.page
    await claire.go(f"/o/task?as=calendar&group=due&day=2030-05-01&where={TRIED % 'Planned'}")
    day = page.get_by_role("region", name=re.compile(r"^Friday,? 17 May"))
    event = page.get_by_role("button", name="Planned 0")
    start, end = await event.bounding_box(), await day.bounding_box()
    assert start is not None
    assert end is not None
    await page.mouse.move(start["x"] + 20, start["y"] + 10)
    await page.mouse.down()
    await page.mouse.move(start["x"] + 60, start["y"] + 20, steps=4)
    await page.mouse.move(end["x"] + 30, end["y"] + 60, steps=8)
    async with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        await page.mouse.up()
    await expect(day.get_by_role("button", name="Planned 0")).to_be_visible()
    assert (await claire.read("task", task))["due"] == "2030-05-17"
    async with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        await claire.undo("Planned 0 is now on")
    assert (await claire.read("task", task))["due"] == "2030-05-15"


async def test_a_date_is_moved_with_the_keyboard(visit: Visit) -> None:
    claire = await visit()
    [task] = await _tasks(claire, "Keyed", due=["2030-06-12"])
    page = claire.page
    await claire.go(f"/o/task?as=calendar&group=due&day=2030-06-01&where={TRIED % 'Keyed'}")
    await page.get_by_role("button", name="Keyed 0").focus()
    async with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        await page.keyboard.press("Shift+ArrowDown")
    await claire.toast("Keyed 0 is now on")
    assert (await claire.read("task", task))["due"] == "2030-06-19"


async def test_a_click_on_a_day_makes_a_record_of_that_day(visit: Visit) -> None:
    claire = await visit()
    page = claire.page
    await claire.go(f"/o/task?as=calendar&group=due&day=2030-07-01&where={TRIED % 'Clicked'}")
    await page.get_by_role("region", name=re.compile(r"^Wednesday,? 10 July")).click()
    form = page.get_by_role("dialog")
    await form.get_by_role("textbox", name="What to do").fill("Clicked there")
    await form.get_by_role("button", name="Create", exact=True).click()
    await expect(
        page.get_by_role("region", name=re.compile(r"^Wednesday,? 10 July")).get_by_role(
            "button", name="Clicked there"
        )
    ).to_be_visible()


async def test_records_are_gone_through_side_by_side(visit: Visit) -> None:
    claire = await visit()
    await _tasks(claire, "Beside", priority=["high", "low"])
    page = claire.page
    await claire.go(f"/o/task?as=split&sort=subject&where={TRIED % 'Beside'}")
    panel = page.get_by_role("complementary", name="Record beside the list")
    await expect(panel.get_by_role("heading", level=1)).to_contain_text("Beside 0")
    await page.keyboard.press("j")
    await expect(panel.get_by_role("heading", level=1)).to_contain_text("Beside 1")
    await page.reload()
    await expect(panel.get_by_role("heading", level=1)).to_contain_text("Beside 1")


async def test_accounts_stand_on_a_map_and_those_without_a_place_beside_it(visit: Visit) -> None:
    claire = await visit()
    await claire.create(
        "account", name="Mapped One", address={"city": "Lyon", "lat": 45.7, "lng": 4.8}
    )
    await claire.create("account", name="Mapped Two", address={"city": "Nowhere"})
    page = claire.page
    await claire.go('/o/account?as=map&where={"field":"name","op":"starts","value":"Mapped"}')
    beside = page.get_by_role("complementary", name="On the map")
    await expect(beside.get_by_role("button", name="Mapped One")).to_be_visible()
    await beside.get_by_text("1 without a place").click()
    await expect(beside.get_by_role("button", name="Mapped Two")).to_be_visible()
    await beside.get_by_role("button", name="Mapped One").click()
    panel = page.get_by_role("complementary", name="Record beside the list")
    await expect(panel.get_by_role("heading", level=1)).to_contain_text("Mapped One")


async def test_a_filter_asks_for_records_that_point_here(visit: Visit) -> None:
    claire = await visit()
    busy = await claire.create("account", name="Pointed At")
    await claire.create("account", name="Pointed Not")
    await claire.create("contact", name="Pat Pointer", account=busy["id"])
    rows = await claire.open_list(
        "account",
        '?where={"and":[{"field":"name","op":"starts","value":"Pointed"},'
        '{"children":"contact.account","is":"any"}]}',
    )
    await expect(rows).to_have_count(1)
    await expect(rows.first).to_contain_text("Pointed At")
    page = claire.page
    await page.get_by_role("button", name="2 filters").click()
    panel = page.get_by_role("region", name="Filter")
    await panel.get_by_role("combobox", name="Comparison").last.click()
    await page.get_by_role("option", name="has none").click()
    await expect(rows.first).to_contain_text("Pointed Not")


async def test_a_filter_on_a_field_that_is_gone_can_be_dropped(visit: Visit) -> None:
    claire = await visit()
    page = claire.page
    await claire.go('/o/account?where={"field":"long_gone","op":"eq","value":"x"}')
    await expect(page.get_by_text("This filter asks for a field that is not there")).to_be_visible()
    await page.get_by_role("button", name="Go on without it").click()
    await expect(page.get_by_role("grid", name="Accounts")).to_be_visible()


async def test_everything_that_matches_is_handed_over_and_back(visit: Visit) -> None:
    claire = await visit()
    ids = await _tasks(claire, "Many", priority=["low"] * 55)
    page = claire.page
    rows = await claire.open_list("task", f"?where={TRIED % 'Many'}")
    await expect(rows.first).to_be_visible()
    await page.keyboard.press("ControlOrMeta+a")
    await (
        page.get_by_role("button", name="Select all 55 that match")
        .or_(page.get_by_text("55 selected"))
        .first.click()
    )
    await page.get_by_role("button", name="Edit", exact=True).click()
    dialog = page.get_by_role("dialog", name="55 selected")
    await dialog.get_by_role("button", name="Which field?").click()
    await page.get_by_role("option", name="Priority").click()
    await dialog.get_by_text("Choose …").click()
    await page.get_by_role("option", name="High").click()
    await dialog.get_by_role("button", name="Change them").click()
    toast = await claire.toast("55 records done")
    assert (await claire.read("task", ids[54]))["priority"] == "high"
    await toast.get_by_role("button", name="Undo").click()
    await expect(rows.get_by_text("Low").first).to_be_visible()


async def test_columns_are_pinned_and_moved_with_the_keyboard(visit: Visit) -> None:
    claire = await visit()
    await claire.open_list("deal")
    page = claire.page
    heads = page.get_by_role("columnheader")
    await expect(heads.nth(2)).to_contain_text("Account")
    await page.get_by_role("button", name="Account", exact=True).focus()
    await page.keyboard.press("Alt+ArrowRight")
    await expect(heads.nth(3)).to_contain_text("Account")
    await heads.nth(2).hover()
    await heads.nth(2).get_by_role("button", name=re.compile("more")).click()
    await page.get_by_role("menuitem", name="Keep in sight up to here").click()
    await expect(heads.nth(2)).to_have_attribute("data-pinned", "edge")
    await expect(page).to_have_url(re.compile(r"pins=\W*2"))
