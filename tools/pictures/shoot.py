"""Take the pictures: one browser, two windows at work at a time, each page settled before the shutter."""

import asyncio
import contextlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import (
    Browser,
    BrowserContext,
    Page,
    ViewportSize,
    async_playwright,
    expect,
)
from playwright.async_api import Error as BrowserError

from kith.main.commands.demo import PASSWORD
from tools.pictures.frozen import MOMENT
from tools.pictures.pages import Shot

SIZES = {"desk": ViewportSize(width=1440, height=900), "phone": ViewportSize(width=390, height=844)}
THEMES = ("light", "dark")
LANGUAGES = ("en", "zh-CN")
DOMAIN = "harbourpine.example"
PEOPLE = {
    ("seller", "en"): "ingrid",
    ("seller", "zh-CN"): "xiaotong",
    ("admin", "en"): "claire",
    ("admin", "zh-CN"): "lina",
}
SIDE_BY_SIDE = 2
PATIENCE_MS = 20_000
QUIET_MS = 4_000
BUSY = "[aria-busy=true]:not(button):not([data-sample] *)"


@dataclass(frozen=True)
class Look:
    """One way to look at Kith."""

    language: str
    theme: str
    size: str

    @property
    def name(self) -> str:
        """As files are called."""
        return f"{self.language}-{self.theme}-{self.size}"


@dataclass(frozen=True)
class Taken:
    """A picture, or why there is none."""

    shot: Shot
    look: Look
    path: Path
    problem: str = ""


async def take(
    address: str, program: Path, shots: Sequence[Shot], looks: Sequence[Look], folder: Path
) -> list[Taken]:
    """Photograph every page in every look."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"],
        )
        await _promote(browser, address)
        turns = asyncio.Semaphore(SIDE_BY_SIDE)

        async def one(look: Look) -> list[Taken]:
            async with turns:
                return await _album(browser, address, shots, look, folder)

        albums = await asyncio.gather(*(one(look) for look in looks))
        await browser.close()
    return [taken for album in albums for taken in album]


async def _promote(browser: Browser, address: str) -> None:
    """The company has one administrator, who reads English; for the pictures one who reads Chinese joins her."""
    window = await _window(browser, address, "admin", Look("en", "light", "desk"))
    session = await (await window.request.get(f"{address}/api/session")).json()
    headers = {"X-CSRF-Token": session["csrf"]}
    email = f"{PEOPLE['admin', 'zh-CN']}@{DOMAIN}"
    query = {"where": {"field": "email", "op": "eq", "value": email}, "limit": 1}
    found = await window.request.post(f"{address}/api/query/user", data=query, headers=headers)
    user = (await found.json())["items"][0]["id"]
    await window.request.patch(
        f"{address}/api/records/user/{user}", data={"profile": "admin"}, headers=headers
    )
    await window.close()


async def _album(
    browser: Browser, address: str, shots: Sequence[Shot], look: Look, folder: Path
) -> list[Taken]:
    windows: dict[str, BrowserContext] = {}
    taken = []
    for shot in shots:
        if shot.desk_only and look.size != "desk":
            continue
        if shot.who not in windows:
            windows[shot.who] = await _window(browser, address, shot.who, look)
        page = await windows[shot.who].new_page()
        path = folder / look.name / f"{shot.name}.png"
        problem = ""
        try:
            await _photograph(page, address, shot, path)
        except (BrowserError, AssertionError) as error:
            problem = str(error).splitlines()[0]
        await page.close()
        taken.append(Taken(shot, look, path, problem))
    for window in windows.values():
        await window.close()
    return taken


async def _photograph(page: Page, address: str, shot: Shot, path: Path) -> None:
    await page.clock.set_fixed_time(MOMENT)
    target = shot.path
    if shot.record:
        target = target.replace("{id}", await _best_known(page, address, shot.record))
    await page.goto(address + target)
    await _settle(page)
    if shot.open is not None:
        await shot.open(page)
        await _settle(page)
    await page.screenshot(path=path, animations="disabled", caret="hide")


async def _settle(page: Page) -> None:
    """Wait until nothing is on its way and no skeleton is left."""
    await page.locator("main, form").first.wait_for()
    with contextlib.suppress(BrowserError):
        await page.wait_for_load_state("networkidle", timeout=QUIET_MS)
    await expect(page.locator(BUSY)).to_have_count(0)
    await page.evaluate(
        "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))"
    )


async def _window(browser: Browser, address: str, who: str, look: Look) -> BrowserContext:
    phone = look.size == "phone"
    context = await browser.new_context(
        viewport=SIZES[look.size],
        has_touch=phone,
        is_mobile=phone,
        locale=look.language,
        timezone_id="Asia/Shanghai",
        color_scheme="dark" if look.theme == "dark" else "light",
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE_MS)
    if who:
        email = f"{PEOPLE[who, look.language]}@{DOMAIN}"
        answer = await context.request.post(
            f"{address}/api/session", data={"email": email, "password": PASSWORD}
        )
        if not answer.ok:
            raise SystemExit(f"{email} cannot sign in: {await answer.text()}")
    return context


async def _best_known(page: Page, address: str, thing: str) -> str:
    """The record that has most to show: the one most was written about."""
    answer = await page.context.request.get(f"{address}/api/session")
    csrf = (await answer.json())["csrf"]
    body: dict[str, Any] = {"limit": 1, "sort": [{"by": "updated_at", "desc": True}, {"by": "id"}]}
    answer = await page.context.request.post(
        f"{address}/api/query/{thing}", data=body, headers={"X-CSRF-Token": csrf}
    )
    found = await answer.json()
    return str(found["items"][0]["id"])


def wanted(shot: Shot, words: Sequence[str]) -> bool:
    """Whether a page was asked for by name."""
    return not words or any(re.search(word, shot.name) for word in words)
