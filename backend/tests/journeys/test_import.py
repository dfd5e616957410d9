"""The import wizard: a small file goes in, the bad row stays out with its reason, and all of it comes back out."""

from pathlib import Path

from playwright.async_api import expect

from tests.journeys.conftest import Visit

ROWS = """Name,Industry,Employees,Website
远帆科技有限公司,Technology,120,yuanfan.example
Copper Lane Ltd,Eating out,45,copperlane.example
Wrong Number Ltd,Energy,lots,wrong.example
"""


async def test_a_file_goes_in_and_comes_out_again(visit: Visit, tmp_path: Path) -> None:
    claire = await visit()
    file = tmp_path / "companies.csv"
    file.write_bytes(ROWS.encode("gb18030"))
    await claire.go("/import?object=account")
    page = claire.page
    await page.locator("input[type=file]").set_input_files(file)
    await expect(page.get_by_text("4 of 4 columns are imported")).to_be_visible()
    await expect(page.get_by_text("远帆科技有限公司")).to_be_visible()
    await page.get_by_role("combobox", name="Option for “Eating out”").click()
    await page.get_by_role("option", name="Hospitality").click()
    await page.get_by_role("button", name="Check without importing").click()
    await expect(page.get_by_text("is not a number")).to_be_visible()
    await page.get_by_role("button", name="Import 2 rows").click()
    await expect(page.get_by_text("Done. 2 rows are in Kith now.")).to_be_visible()
    async with page.expect_download() as download:
        await page.get_by_role("button", name="Get the row set aside").click()
    rejected = Path(await (await download.value).path()).read_text(encoding="utf-8-sig")
    assert "Wrong Number Ltd" in rejected
    assert "Copper Lane" not in rejected
    await page.get_by_role("button", name="Take it back").click()
    await page.get_by_role("dialog").get_by_role("button", name="Take it back").click()
    await expect(page.get_by_text("Taken back: everything is as it was before.")).to_be_visible()
    await page.get_by_role("link", name="See Accounts").click()
    await page.get_by_role("searchbox", name="Search Accounts").fill("Copper Lane")
    await expect(page.get_by_text("No Accounts match")).to_be_visible()


async def test_what_a_list_shows_is_taken_away_as_a_file(visit: Visit) -> None:
    claire = await visit()
    await claire.create("product", name="Exported Sensor", code="EXP-1")
    await claire.open_list("product", '?where={"field":"code","op":"eq","value":"EXP-1"}')
    page = claire.page
    await page.get_by_role("button", name="More", exact=True).click()
    await page.get_by_role("menuitem", name="Export").click()
    dialog = page.get_by_role("dialog", name="Export")
    await dialog.get_by_text("CSV", exact=True).click()
    async with page.expect_download() as download:
        await dialog.get_by_role("button", name="Export", exact=True).click()
    text = Path(await (await download.value).path()).read_text(encoding="utf-8-sig")
    assert "Exported Sensor" in text
