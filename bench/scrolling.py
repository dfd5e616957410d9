"""How smoothly a long list scrolls: the work for each frame in a real browser, its processor slowed down four times.

    python -m bench.scrolling http://127.0.0.1:8000 --list /o/deal?view=all --rows 100000

needs a running server (for instance `./kith serve` on a workspace that `./kith bench` has filled), playwright and a
Chromium. It scrolls with the wheel until `--rows` rows have gone by or the list ends. What counts is the processor's
time per task of the page's main thread, because other programs do not lengthen it; how long frames took stands beside.
"""

import argparse
import asyncio
import json
import sys
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Browser, Page, async_playwright

THROTTLE = 4
LIMIT_MS = 50
VIEWPORT = {"width": 1440, "height": 900}
PLACE = (760, 500)
NOTCH = 600
PAUSE_S = 0.05
"""A brisk hand: twelve thousand pixels a second, three hundred rows."""
PATIENCE = 60
"""So many turns of the wheel without moving mean that the list has ended."""
WATCH = """() => {
  window.frames_ms = []; window.watching = true; let last = performance.now();
  const look = now => {
    window.frames_ms.push(now - last); last = now;
    if (window.watching) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
GRID = "[data-list-grid]"
STRETCH = 2_000
"""So many rows are traced at a time: a trace of all of them would not fit into memory."""


@dataclass
class Measured:
    """What one scroll through the list took, in milliseconds."""

    rows: float = 0
    tasks: list[float] = field(default_factory=list)
    frames: list[float] = field(default_factory=list)


async def measure(browser: Browser, page: Page, rows: int) -> Measured:
    """Scroll, stretch by stretch."""
    found = Measured()
    height = await page.evaluate(
        "() => parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row-h'))"
    )
    slow = await page.context.new_cdp_session(page)
    await slow.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
    await page.mouse.move(*PLACE)
    moved = True
    while moved and found.rows < rows:
        until = min(rows, found.rows + STRETCH) * height
        await browser.start_tracing(page=page, categories=["toplevel"])
        await page.evaluate(WATCH)
        top, moved = await _scroll(page, until)
        found.frames += await page.evaluate("() => { window.watching = false; return frames_ms }")
        found.tasks += _tasks(json.loads(await browser.stop_tracing()))
        found.rows = top / height
    return found


async def _scroll(page: Page, until: float) -> tuple[float, bool]:
    top, idle = -1.0, 0
    while top < until and idle < PATIENCE:
        await page.mouse.wheel(0, NOTCH)
        await asyncio.sleep(PAUSE_S)
        before, top = (
            top,
            await page.evaluate(f"() => document.querySelector('{GRID}').scrollTop"),
        )
        idle = idle + 1 if top == before else 0
    return top, idle < PATIENCE


def _tasks(trace: dict[str, Any]) -> list[float]:
    events = trace["traceEvents"]
    threads = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    return [
        event["tdur"] / 1000
        for event in events
        if event["name"].endswith("::RunTask")
        and "tdur" in event
        and (event["pid"], event["tid"]) in threads
    ]


def report(found: Measured) -> int:
    """Print the figures; return 1 when a task was too long."""
    tasks, frames = sorted(found.tasks), sorted(found.frames)
    long = [each for each in tasks if each > LIMIT_MS]
    late = [each for each in frames if each > LIMIT_MS]
    sys.stdout.write(
        f"{found.rows:.0f} rows, processor {THROTTLE}x slower\n"
        f"processor's time per task: longest {tasks[-1]:.1f} ms, "
        f"the tenth longest {tasks[-10]:.1f} ms; {len(long)} of {len(tasks)} over {LIMIT_MS} ms\n"
        f"frames: middle {frames[len(frames) // 2]:.1f} ms, longest {frames[-1]:.1f} ms; "
        f"{len(late)} of {len(frames)} over {LIMIT_MS} ms\n"
    )
    return 1 if long else 0


async def run(options: argparse.Namespace) -> int:
    """Sign in, open the list, scroll."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=options.chromium,
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        context = await browser.new_context(viewport=VIEWPORT)
        answer = await context.request.post(
            f"{options.address}/api/session",
            data={"email": options.email, "password": options.password},
        )
        if not answer.ok:
            sys.stderr.write(f"cannot sign in: {await answer.text()}\n")
            return 2
        page = await context.new_page()
        await page.goto(options.address + options.list)
        await page.wait_for_selector(f"{GRID} [role=row] [role=gridcell]")
        found = await measure(browser, page, options.rows)
        await browser.close()
    return report(found)


def main() -> int:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("address")
    parser.add_argument("--list", default="/o/deal?view=all")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--email", default="claire@harbourpine.example")
    parser.add_argument("--password", default="people-first")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    return asyncio.run(run(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
