"""Search from anywhere: by words, by Chinese characters, by pinyin."""

import pytest
from playwright.async_api import expect

from tests.journeys.conftest import Visit


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Larkspur Gardens", "Larkspur Gardens Ltd"),
        ("云帆", "云帆航运有限公司"),
        ("yunfan", "云帆航运有限公司"),
        ("yfhy", "云帆航运有限公司"),
    ],
)
async def test_a_company_is_found_by(visit: Visit, text: str, found: str) -> None:
    claire = await visit()
    await claire.create("account", name=found)
    await claire.go("/")
    page = claire.page
    await page.keyboard.press("Control+k")
    await page.get_by_role("combobox").fill(text)
    await page.get_by_role("option", name=found).first.click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text(found)
