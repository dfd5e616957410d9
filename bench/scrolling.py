"""How smoothly a long list scrolls: frames counted in a real browser whose processor is slowed down four times.

    python -m bench.scrolling http://127.0.0.1:8000 --list /o/deal?view=all --rows 100000

needs a running server (for instance `./kith serve` on a workspace that `./kith bench` has filled), playwright and a
Chromium. It scrolls with the wheel until `--rows` rows have gone by or the list ends, and prints how long frames took.
"""

import argparse
import asyncio
import sys

from playwright.async_api import Page, async_playwright

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
  window.frames_ms = []; let last = performance.now();
  const look = now => { window.frames_ms.push(now - last); last = now; requestAnimationFrame(look) };
  requestAnimationFrame(look);
}"""
GRID = "[data-list-grid]"


async def measure(page: Page, rows: int) -> list[float]:
    """Scroll and return the length of every frame in milliseconds."""
    height = await page.evaluate(
        "() => parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row-h'))"
    )
    slow = await page.context.new_cdp_session(page)
    await slow.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
    await page.mouse.move(*PLACE)
    await page.evaluate(WATCH)
    seen = -1.0
    idle = 0
    while seen < rows * height and idle < PATIENCE:
        await page.mouse.wheel(0, NOTCH)
        await asyncio.sleep(PAUSE_S)
        top = await page.evaluate(f"() => document.querySelector('{GRID}').scrollTop")
        idle = idle + 1 if top == seen else 0
        seen = top
    return list(await page.evaluate("() => window.frames_ms"))


def report(frames: list[float], scrolled: float) -> int:
    """Print the figures; return 1 when a frame was too long."""
    ordered = sorted(frames)
    long = [each for each in ordered if each > LIMIT_MS]
    middle, slow = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    sys.stdout.write(
        f"{len(frames)} frames over {scrolled:.0f} rows, processor {THROTTLE}x slower: "
        f"middle {middle:.1f} ms, 99 in 100 under {slow:.1f} ms, longest {ordered[-1]:.1f} ms; "
        f"{len(long)} over {LIMIT_MS} ms\n"
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
        frames = await measure(page, options.rows)
        top = await page.evaluate(f"() => document.querySelector('{GRID}').scrollTop")
        height = await page.evaluate(
            "() => parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row-h'))"
        )
        await browser.close()
    return report(frames, top / height)


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
