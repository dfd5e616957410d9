"""Write the front end's types from the back end's definitions; with --check, only say whether they are up to date."""

import argparse
import os
import sys
from pathlib import Path

import kith
from kith.infra.settings import Settings
from kith.main import typescript


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the one option."""
    parser.add_argument("--check", action="store_true", help="change nothing; fail when outdated")


def run(options: argparse.Namespace, _settings: Settings) -> int:
    """Write what differs."""
    folder = target()
    if not folder.parent.is_dir():
        print("`kith types` works in a checkout of the sources only.", file=sys.stderr)
        return 2
    outdated = [name for name, text in typescript.files().items() if _read(folder / name) != text]
    if options.check:
        for name in outdated:
            print(f"  {name} is outdated; run `./kith types`")
        return 1 if outdated else 0
    folder.mkdir(exist_ok=True)
    for name in outdated:
        (folder / name).write_text(typescript.files()[name], "utf-8")
        print(f"  wrote {name}")
    return 0


def target() -> Path:
    """Return the folder of generated sources in this checkout."""
    project = os.environ.get("KITH_PROJECT")
    root = Path(project) if project else Path(kith.__file__).parents[2]
    return root / "frontend" / "src" / "generated"


def _read(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None
