"""The door: by e-mail and password, politely shut for a wrong one, and back to where one wanted to go."""

from playwright.async_api import expect

from kith.main.commands.demo import PASSWORD
from tests.journeys.conftest import Visit


async def test_somebody_signs_in_and_arrives_where_the_link_led(visit: Visit) -> None:
    guest = await visit(None)
    await guest.page.goto(f"{guest.address}/o/deal")
    await guest.page.get_by_label("E-mail").fill("claire@harbourpine.example")
    await guest.page.get_by_label("Password", exact=True).fill("not the password")
    await guest.page.get_by_role("button", name="Sign in", exact=True).click()
    await expect(guest.page.get_by_role("alert")).to_be_visible()
    await guest.page.get_by_label("Password", exact=True).fill(PASSWORD)
    await guest.page.get_by_role("button", name="Sign in", exact=True).click()
    await expect(guest.page.get_by_role("heading", name="Deals", level=1)).to_be_visible()
    assert guest.page.url == f"{guest.address}/o/deal"
