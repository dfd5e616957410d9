"""The gallery shows every kind of field in every state, and nothing in it breaks out of its box."""

from playwright.async_api import Page, expect

from kith.kernel.fields import FIELD_TYPES
from tests.journeys.conftest import Visit

STATES = {"cell", "empty", "input", "blank", "wrong"}
# Pixels differ with the fonts of a machine, boxes do not: what overflows, collapses or overlaps is seen on all of them.
MEASURE = """() => [...document.querySelectorAll('[data-kind]')].map(kind => ({
    kind: kind.dataset.kind,
    states: [...kind.querySelectorAll('[data-state]')].map(state => {
        const box = state.getBoundingClientRect()
        const inner = [...state.querySelectorAll('*')].map(each => each.getBoundingClientRect())
        const shown = inner.filter(each => each.width > 1 && each.height > 1)
        return {
            name: state.dataset.state,
            outside: shown.some(each => each.right > box.right + 1.5 || each.left < box.left - 1.5),
            low: [...state.querySelectorAll('input:not([type=checkbox],[type=hidden],[type=file])')]
                .filter(each => each.offsetParent && !each.closest('[aria-hidden]'))
                .map(each => Math.round(each.getBoundingClientRect().height))
                .some(height => height > 0 && height < 16),
        }
    }),
}))"""
BOXES = """() => [...document.querySelectorAll('[data-state]')].map(each =>
    Math.round(each.getBoundingClientRect().height))"""
SWATCHES = """() => [...document.querySelectorAll('[data-kind] [data-state=cell]')].map(each =>
    getComputedStyle(each).color)"""


async def test_every_kind_is_shown_in_every_state_within_its_box(visit: Visit) -> None:
    for phone in (False, True):
        claire = await visit(phone=phone)
        await _open(claire.page, claire.address)
        found = await claire.page.evaluate(MEASURE)
        assert {each["kind"] for each in found} == set(FIELD_TYPES)
        for each in found:
            assert {state["name"] for state in each["states"]} == STATES, each["kind"]
        broken = [
            f"{each['kind']}: {state['name']}"
            for each in found
            for state in each["states"]
            if state["outside"] or state["low"]
        ]
        assert broken == []
        wide = await claire.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0


async def test_night_changes_the_colours_and_nothing_else(visit: Visit) -> None:
    claire = await visit()
    page = claire.page
    await _open(page, claire.address)
    by_day, colours = await page.evaluate(BOXES), set(await page.evaluate(SWATCHES))
    await claire.light("dark")
    assert await page.evaluate(BOXES) == by_day
    assert colours.isdisjoint(await page.evaluate(SWATCHES))


async def _open(page: Page, address: str) -> None:
    await page.goto(f"{address}/gallery")
    await expect(page.locator("[data-kind]")).to_have_count(len(FIELD_TYPES))
    await expect(page.locator("[data-kind] [aria-busy=true]")).to_have_count(0)
    await page.evaluate("document.fonts.ready")
