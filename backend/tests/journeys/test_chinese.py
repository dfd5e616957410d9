"""全程中文：列表、筛选、新建、看板、时间线。"""

from playwright.async_api import expect

from tests.journeys.conftest import Visit


async def test_a_chinese_seller_works_in_chinese(visit: Visit) -> None:
    yue = await visit("yue")
    await yue.open_list("account")
    page = yue.page
    await expect(page.get_by_role("heading", name="客户", level=1)).to_be_visible()
    await page.get_by_role("button", name="新建客户").first.click()
    form = page.get_by_role("dialog", name="新建客户")
    await (
        form.get_by_role("button", name="创建", exact=True)
        .or_(form.get_by_role("button", name="新建", exact=True))
        .click()
    )
    await expect(form.get_by_text("请填写这一项。").first).to_be_visible()
    await form.get_by_role("textbox", name="名称", exact=True).fill("星河测控技术有限公司")
    await (
        form.get_by_role("button", name="创建", exact=True)
        .or_(form.get_by_role("button", name="新建", exact=True))
        .click()
    )
    await page.get_by_role("searchbox", name="搜索客户").fill("星河测控")
    row = page.get_by_role("row").filter(has_text="星河测控技术有限公司")
    await expect(row).to_be_visible()
    await row.get_by_role("link").first.click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("星河测控技术有限公司")
    await expect(
        page.get_by_role("tab", name="动态").or_(page.get_by_role("region", name="动态"))
    ).to_be_visible()


async def test_a_word_being_composed_is_never_cut_off(visit: Visit) -> None:
    """Enter that picks a Chinese word from the input method's list must not save half of it."""
    yue = await visit("yue")
    made = await yue.create("account", name="组字")
    await yue.go(f"/o/account/{made['id']}")
    page = yue.page
    await page.get_by_role("button", name="修改名称").last.click()
    box = page.get_by_role("textbox", name="名称")
    await expect(box).to_be_focused()
    client = await page.context.new_cdp_session(page)
    await box.fill("")
    await client.send(
        "Input.imeSetComposition", {"text": "xinghe", "selectionStart": 6, "selectionEnd": 6}
    )
    await page.evaluate(
        """() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
            {key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true}))"""
    )
    await expect(box).to_be_focused()
    await client.send("Input.insertText", {"text": "星河"})
    await expect(box).to_have_value("星河")
    await box.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_contain_text("星河")
