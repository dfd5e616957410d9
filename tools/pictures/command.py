"""Take a picture of every page: desk and phone, light and dark, English and Chinese.

Starts the example company on a data folder of its own, on a fixed day, and writes the pictures and a contact sheet
(index.html) into a folder. `--only` takes some of them again and leaves the others.
"""

import argparse
import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from tools.checks.browser import ensure_browser
from tools.pictures.pages import PAGES
from tools.pictures.sheet import write_sheet
from tools.pictures.shoot import LANGUAGES, SIZES, THEMES, Look, take, wanted

PATIENCE = 180.0


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which pages, which looks, where to."""
    parser.add_argument(
        "--only", nargs="+", default=[], metavar="NAME", help="only pages whose name contains NAME"
    )
    parser.add_argument("--language", choices=LANGUAGES, help="only this language")
    parser.add_argument("--theme", choices=THEMES, help="only this theme")
    parser.add_argument("--size", choices=tuple(SIZES), help="only this size")
    parser.add_argument("--out", type=Path, help="folder (default: .kith/pictures)")
    parser.add_argument("--port", type=int, default=8150, help="port of the server")
    parser.add_argument(
        "--address", help="photograph a running example company instead of starting one"
    )


def run(options: argparse.Namespace, _settings: object) -> int:
    """Take them, and say where they are."""
    program = ensure_browser()
    if program is None:
        print("There is no Chromium on this machine; KITH_CHROMIUM can name one.")
        return 2
    shots = [shot for shot in PAGES if wanted(shot, options.only)]
    if not shots:
        print("No page is called that. There are:", ", ".join(shot.name for shot in PAGES))
        return 2
    private = Path(os.environ["KITH_PROJECT"]) / ".kith"
    folder = options.out or private / "pictures"
    looks = [
        Look(language, theme, size)
        for language, theme, size in product(LANGUAGES, THEMES, SIZES)
        if options.language in {None, language}
        and options.theme in {None, theme}
        and options.size in {None, size}
    ]
    started = time.monotonic()
    with _company(options, private) as address:
        taken = asyncio.run(take(address, program, shots, looks, folder))
    sheet = write_sheet(folder, taken)
    failed = [each for each in taken if each.problem]
    for each in failed:
        print(f"  {each.look.name} {each.shot.name}: {each.problem}")
    print(f"{len(taken) - len(failed)} pictures in {time.monotonic() - started:.0f} s: {sheet}")
    return 1 if failed else 0


@contextmanager
def _company(options: argparse.Namespace, private: Path) -> Iterator[str]:
    """The example company as it is on the fixed day; made anew each time, because pictures change it."""
    if options.address:
        yield options.address.rstrip("/")
        return
    data = private / "pictures-data"
    shutil.rmtree(data, ignore_errors=True)
    address = f"http://127.0.0.1:{options.port}"
    env = {**os.environ, "KITH_DATA": str(data), "KITH_WORKERS": "1", "KITH_RATE_LIMIT": "100000"}
    env["PYTHONPATH"] = os.environ["KITH_PROJECT"]
    program = (sys.executable, "-P", "-m", "tools.pictures.frozen", "--port", str(options.port))
    server = subprocess.Popen(program, env=env, stdin=subprocess.DEVNULL)
    try:
        _wait(server, f"{address}/api/hello")
        yield address
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(PATIENCE)
        shutil.rmtree(data, ignore_errors=True)


def _wait(server: subprocess.Popen[bytes], url: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise SystemExit("The server did not start; its words are above.")
        try:
            urllib.request.urlopen(url, timeout=2).close()  # noqa: S310 - our own server
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
        else:
            return
    raise SystemExit("The server did not answer in time.")
