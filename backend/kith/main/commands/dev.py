"""Start Kith for working on it: servers restart when Python sources change, the browser reloads when web sources do."""

import argparse
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import kith
from kith.infra.settings import Settings
from kith.main.commands.serve import chosen, listening
from kith.main.crew import Member, Program
from kith.main.installation import say
from kith.main.serving import serve_with

SOURCES = Path(kith.__file__).parent
WEB_PORT = 5173


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    listening(parser)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Serve until Ctrl-C, watching the sources."""
    settings = replace(chosen(options, settings), dev=True, workers=1)
    return serve_with(settings, extra=_vite, watch=SourceWatch(SOURCES).changed)


class SourceWatch:
    """Notices changed files by their time stamps, which is cheap enough to do often."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen = self._stamps()

    def changed(self) -> bool:
        """Whether anything changed since the last look."""
        now = self._stamps()
        before, self._seen = self._seen, now
        return now != before

    def _stamps(self) -> dict[str, int]:
        return dict(self._files())

    def _files(self) -> Iterator[tuple[str, int]]:
        for folder, names, files in os.walk(self._folder):
            names[:] = [name for name in names if name not in {"__pycache__", "tests"}]
            for file in files:
                if file.endswith((".py", ".sql", ".json")):
                    path = f"{folder}/{file}"
                    yield path, Path(path).stat().st_mtime_ns


def _vite(settings: Settings) -> tuple[Member, ...]:
    """The front end's own server, when there is a checkout with its packages."""
    project = os.environ.get("KITH_PROJECT")
    npm = shutil.which("npm", path=os.environ.get("PATH"))
    if project is None or npm is None:
        return ()
    say("open the address that Vite names below: there the browser reloads by itself")
    command = (npm, "run", "dev", "--", "--port", str(WEB_PORT), "--clearScreen", "false")
    env = {**os.environ, "KITH_API": f"http://127.0.0.1:{settings.port}"}
    program = Program(command, env, Path(project) / "frontend")
    return (Member("front end", program, reloads=False),)
