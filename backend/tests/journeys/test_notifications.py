"""What one person does, the person concerned hears of: at once, with the reason, and once."""

from playwright.async_api import expect

from tests.journeys.conftest import Visit


async def test_a_record_that_is_handed_over_rings_at_once_and_opens(visit: Visit) -> None:
    claire, dana = await visit(), await visit("dana")
    await dana.go("/")
    me = await dana.page.evaluate("() => fetch('/api/session').then(answer => answer.json())")
    await claire.create("account", name="Handed Over Ltd", owner=me["user"]["id"])
    page = dana.page
    await page.get_by_role("button", name="Notifications, 1 unread").click()
    line = page.get_by_role("listitem").filter(has_text="Handed Over Ltd")
    await expect(line).to_contain_text("Claire Fontaine handed you the account")
    await expect(line).to_contain_text("It is yours now")
    await line.get_by_role("link", name="Handed Over Ltd").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Handed Over Ltd")
    await expect(page.get_by_role("button", name="Notifications", exact=True)).to_be_visible()


async def test_on_a_phone_the_tabs_and_the_bell_are_within_reach(visit: Visit) -> None:
    tomas = await visit("tomas", phone=True)
    await tomas.go("/")
    page = tomas.page
    menu = page.get_by_role("navigation", name="Main menu")
    for tab, address in (("Customers", "**/o/account"), ("Work", "**/work"), ("Me", "**/me")):
        await menu.get_by_role("link", name=tab, exact=True).tap()
        await page.wait_for_url(address)
    await page.get_by_role("button", name="Notifications").tap()
    await expect(page.get_by_role("dialog", name="Notifications")).to_be_visible()


async def test_the_menu_can_be_narrow_and_stays_so(visit: Visit) -> None:
    claire = await visit("ingrid")
    await claire.go("/")
    page = claire.page
    await page.get_by_role("button", name="Narrow the menu").click()
    await expect(page.get_by_role("button", name="Widen the menu")).to_be_visible()
    await expect(page.get_by_role("link", name="Deals", exact=True)).to_be_visible()
    await claire.go("/work")
    await expect(page.get_by_role("button", name="Widen the menu")).to_be_visible()
