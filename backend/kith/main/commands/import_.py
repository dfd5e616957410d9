"""Import CSV or XLSX files with a mapping, as the wizard does; a mapping may describe several files in order.

A mapping is what the wizard keeps: {"object", "columns", "mode", "key", "constants"}. Several files at once:
{"imports": [{"file": "accounts.csv", "object": "account", ...}, ...]}, the files beside the mapping or in --folder.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kith.infra.settings import Settings
from kith.lib.errors import KithError
from kith.main.installation import open_installation
from kith.main.terminal import Desk, desk, desk_arguments


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which files, how, into which workspace, as whom."""
    parser.add_argument(
        "file", nargs="?", type=Path, help="a CSV or XLSX file (unless the mapping names files)"
    )
    parser.add_argument(
        "--mapping", type=Path, required=True, help="JSON that says which column fills which field"
    )
    parser.add_argument(
        "--folder",
        type=Path,
        help="where the files are that the mapping names (default: beside it)",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would happen, change nothing"
    )
    parser.add_argument(
        "--rejected", type=Path, help="a folder for the rows that could not be imported"
    )
    desk_arguments(parser)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Import and say what came of it; 1 when rows were set aside, 2 when nothing could be done."""
    try:
        plan = list(_plan(options))
    except (OSError, ValueError) as error:
        print(f"The mapping cannot be read: {error}", file=sys.stderr)
        return 2
    with open_installation(settings) as installation:
        try:
            return asyncio.run(_import(options, installation.settings, installation.url, plan))
        except KithError as error:
            print(error.message, file=sys.stderr)
            return 2


def _plan(options: argparse.Namespace) -> Iterator[tuple[Path, dict[str, Any]]]:
    mapping = json.loads(options.mapping.read_text(encoding="utf-8"))
    folder = options.folder or options.mapping.parent
    for one in mapping.get("imports", [mapping]):
        name = one.pop("file", None)
        if options.file is None and name is None:
            raise ValueError("it names no file; give one on the command line")
        yield options.file or folder / name, one


async def _import(
    options: argparse.Namespace,
    settings: Settings,
    url: str,
    plan: list[tuple[Path, dict[str, Any]]],
) -> int:
    rejected = 0
    async with desk(settings, url, options) as at:
        for number, (path, mapping) in enumerate(plan, 1):
            print(f"{path.name} -> {mapping.get('object')}")
            report = await _one(options, at, path, mapping, number)
            rejected += report["rejected"]
            _tell(report)
    return 1 if rejected else 0


async def _one(
    options: argparse.Namespace, at: Desk, path: Path, mapping: dict[str, Any], number: int
) -> Any:  # noqa: ANN401 - JSON
    aside = options.rejected and options.rejected / f"{number}-{path.stem}-rejected.csv"
    if aside:
        aside.parent.mkdir(parents=True, exist_ok=True)
    return await at.call("import", path, mapping, dry=options.dry_run, show=_show, rejected=aside)


def _show(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r  {done:,} of {total:,} rows", end="", file=sys.stderr, flush=True)


def _tell(report: dict[str, Any]) -> None:
    if sys.stderr.isatty():
        print(file=sys.stderr)
    print(
        f"  created {report['created']:,}, updated {report['updated']:,}, set aside {report['rejected']:,}"
    )
    for column, names in report["missing"].items():
        print(f"  {column}: {len(names):,} new linked records")
    for reason in report["reasons"][:10]:
        rows = ", ".join(str(row) for row in reason["rows"])
        print(
            f"  {reason['count']:,} x {reason['column'] or 'row'}: {reason['message']} (rows {rows} ...)"
        )
