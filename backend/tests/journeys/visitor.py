"""Somebody in front of a browser: where they go, what they see, and whether all of them can use it."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.async_api import (
    Browser,
    ConsoleMessage,
    Locator,
    Page,
    ViewportSize,
    expect,
)

from kith.main.commands.demo import PASSWORD

DOMAIN = "harbourpine.example"
AXE = Path(__file__).parents[3] / "frontend/node_modules/axe-core/axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")
DESK = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)
PATIENCE_MS = 15_000
# Colours that are on their way are no colours yet; what waits for ever may go on waiting.
SETTLED = """() => document.getAnimations().every((each) =>
  each.playState !== "running" || each.effect.getComputedTiming().iterations === Infinity)"""
# The browser says aloud what a page asked for on purpose: a conflict, a sign-in that is not there yet.
EXPECTED = ("Failed to load resource", "WebSocket connection")


@dataclass
class Visitor:
    """One person, one browser window."""

    page: Page
    address: str
    csrf: str = ""
    errors: list[str] = field(default_factory=list)

    async def go(self, path: str) -> None:
        """Open an address of the app and wait until its page is there."""
        await self.page.goto(self.address + path)
        await expect(self.page.locator("main#content")).to_be_visible()

    async def open_list(self, thing: str, query: str = "") -> Locator:
        """Open a list and return its rows, without the head."""
        await self.go(f"/o/{thing}{query}")
        rows = self.page.get_by_role("row").filter(has=self.page.get_by_role("gridcell"))
        await expect(rows.first).to_be_visible()
        return rows

    async def create(self, thing: str, **values: object) -> dict[str, Any]:
        """Make a record behind the scenes."""
        return await self._send("POST", f"/api/records/{thing}", values)

    async def change(self, thing: str, record: str, **values: object) -> dict[str, Any]:
        """Change a record behind the scenes."""
        return await self._send("PATCH", f"/api/records/{thing}/{record}", values)

    async def read(self, thing: str, record: str) -> dict[str, Any]:
        """Read a record behind the scenes."""
        return await self._send("GET", f"/api/records/{thing}/{record}")

    async def light(self, scheme: Literal["light", "dark"]) -> None:
        """Let day or night fall on the page that is open."""
        await self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        html = self.page.locator("html")
        await expect(html).to_have_attribute("data-mantine-color-scheme", scheme)
        await self.page.wait_for_function(SETTLED)

    async def toast(self, text: str) -> Locator:
        """Wait for the news that something was done."""
        shown = self.page.get_by_role("status").filter(has_text=text)
        await expect(shown.first).to_be_visible()
        return shown.first

    async def undo(self, text: str, button: str = "Undo") -> None:
        """Take back what the toast tells."""
        await (await self.toast(text)).get_by_role("button", name=button).click()

    async def barriers(self) -> list[str]:
        """What on this page would stop somebody who cannot see, or cannot use a mouse."""
        # What drops down stands outside the landmarks and is reached from its button.
        await self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = await self.page.evaluate(
            """tags => axe.run(document, {runOnly: tags, rules: {
              region: {enabled: !document.querySelector("[role=menu], [role=listbox]")}}})""",
            list(RULES),
        )
        return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found["violations"]]

    async def _send(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        answer = await self.page.context.request.fetch(
            self.address + path,
            method=method,
            headers={"X-CSRF-Token": self.csrf, "Content-Type": "application/json"},
            data=None if body is None else json.dumps(body),
        )
        assert answer.ok, await answer.text()
        found: dict[str, Any] = await answer.json()
        return found


async def welcome(
    browser: Browser, address: str, who: str | None, *, phone: bool, dark: bool
) -> Visitor:
    """Give somebody a window of their own, signed in unless they are nobody."""
    context = await browser.new_context(
        viewport=PHONE if phone else DESK,
        has_touch=phone,
        is_mobile=phone,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        accept_downloads=True,
    )
    context.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    visitor = Visitor(await context.new_page(), address)
    visitor.page.on("pageerror", lambda error: visitor.errors.append(str(error)))
    visitor.page.on("console", lambda message: _hear(visitor, message))
    if who is not None:
        answer = await context.request.post(
            f"{address}/api/session",
            data={"email": f"{who}@{DOMAIN}", "password": PASSWORD},
        )
        assert answer.ok, await answer.text()
        visitor.csrf = (await answer.json())["csrf"]
    return visitor


def _hear(visitor: Visitor, message: ConsoleMessage) -> None:
    if message.type == "error" and not message.text.startswith(EXPECTED):
        visitor.errors.append(message.text)
