"""What is photographed, as data: each page with its address, who looks at it, and what they open first."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playwright.async_api import Page

Open = Callable[[Page], Awaitable[None]]


@dataclass(frozen=True)
class Shot:
    """`record` names an object: its best known record takes the place of `{id}` in the path."""

    name: str
    path: str
    who: str = "seller"
    record: str = ""
    open: Open | None = None
    desk_only: bool = False


def press(*keys: str, then: str = "[role=dialog]") -> Open:
    """Press keys one after the other, and wait for what they open."""

    async def run(page: Page) -> None:
        for key in keys:
            await page.keyboard.press(key)
        await page.locator(then).first.wait_for()

    return run


def click(selector: str, then: str = "[role=dialog]") -> Open:
    """Click the first thing that fits, and wait for what it opens."""

    async def run(page: Page) -> None:
        await page.locator(selector).first.click()
        await page.locator(then).first.wait_for()

    return run


PAGES: tuple[Shot, ...] = (
    Shot("sign-in", "/sign-in", who=""),
    Shot("home", "/"),
    Shot("work", "/work"),
    Shot("me", "/me"),
    Shot("bin", "/bin"),
    Shot("palette", "/", open=press("Control+k"), desk_only=True),
    Shot("keys", "/", open=press("?"), desk_only=True),
    Shot("deals", "/o/deal"),
    Shot("deals-board", "/o/deal?as=board"),
    Shot("accounts", "/o/account"),
    Shot("contacts", "/o/contact"),
    Shot("tasks", "/o/task"),
    Shot("deal", "/o/deal/{id}", record="deal"),
    Shot("account", "/o/account/{id}", record="account"),
    Shot("contact", "/o/contact/{id}", record="contact"),
    Shot("not-found", "/o/deal/00000000-0000-7000-8000-000000000000"),
    Shot("new-deal", "/o/deal", open=press("c"), desk_only=True),
    Shot("import", "/import"),
    Shot("gallery", "/gallery", who="admin"),
    Shot("settings", "/settings", who="admin"),
    Shot("settings-objects", "/settings/objects", who="admin"),
    Shot("settings-object", "/settings/objects/deal", who="admin"),
    Shot("settings-layout", "/settings/objects/deal/layout", who="admin"),
    Shot("settings-views", "/settings/objects/deal/views", who="admin"),
    Shot("settings-pipelines", "/settings/pipelines", who="admin"),
    Shot(
        "settings-pipeline",
        "/settings/pipelines",
        who="admin",
        open=click("main li button"),
    ),
    Shot("settings-profiles", "/settings/profiles", who="admin"),
    Shot("settings-profile", "/settings/profiles/seller", who="admin"),
    Shot("settings-users", "/settings/users", who="admin"),
    Shot("settings-workspace", "/settings/workspace", who="admin"),
    Shot("settings-currencies", "/settings/currencies", who="admin"),
    Shot("settings-tokens", "/settings/tokens", who="admin"),
)
