"""A real server with the example company, and people who visit it in a headless Chromium."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright
from tools.checks.browser import find_browser

from tests.journeys.visitor import Visitor, welcome
from tests.support.running import RunningKith, data_folder

FRONTEND = Path(__file__).parents[3] / "frontend"
Visit = Callable[..., Awaitable[Visitor]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def assets() -> Path:
    """The built web app: the one that KITH_ASSETS names, or the one in this checkout."""
    folder = Path(os.environ.get("KITH_ASSETS") or FRONTEND / "dist")
    if not (folder / "index.html").exists():
        pytest.skip("the web app has not been built: npm run build in frontend/")
    return folder


@pytest.fixture(scope="session")
def kith(assets: Path) -> Iterator[RunningKith]:
    """A server with a fresh example company."""
    env = {"KITH_ASSETS": str(assets), "KITH_WORKERS": "1"}
    with data_folder() as data, RunningKith(data, env=env, command="demo") as running:
        yield running


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for all journeys."""
    program = find_browser()
    if program is None:
        pytest.skip("there is no Chromium on this machine; KITH_CHROMIUM can name one")
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield launched
        await launched.close()


@pytest.fixture
async def visit(kith: RunningKith, browser: Browser) -> AsyncIterator[Visit]:
    """Open the app as somebody; every visitor leaves after the test, and none may have met an error."""
    visitors: list[Visitor] = []

    async def opened(
        who: str | None = "claire", *, phone: bool = False, dark: bool = False
    ) -> Visitor:
        visitor = await welcome(browser, kith.address, who, phone=phone, dark=dark)
        visitors.append(visitor)
        return visitor

    yield opened
    for visitor in visitors:
        await visitor.page.context.close()
    assert [error for visitor in visitors for error in visitor.errors] == []
