"""Write records out as CSV or XLSX: one object, or all into a folder. What is exported imports back the same."""

import argparse
import asyncio
import json
import sys
from pathlib import Path

from kith.infra.settings import Settings
from kith.lib.errors import KithError
from kith.main.installation import open_installation
from kith.main.terminal import Desk, desk, desk_arguments


def arguments(parser: argparse.ArgumentParser) -> None:
    """What, where to, from which workspace, as whom."""
    parser.add_argument("object", nargs="?", help="the object, such as deal (default: all of them)")
    parser.add_argument(
        "target", type=Path, help="the file to write (.csv or .xlsx), or a folder for all objects"
    )
    parser.add_argument(
        "--query",
        default="{}",
        help='a query as JSON, such as {"where": {"field": "outcome", "value": "won"}}',
    )
    parser.add_argument(
        "--format",
        choices=("csv", "xlsx"),
        default="csv",
        help="of the files when all objects are written",
    )
    desk_arguments(parser)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Export; 2 when it could not be done."""
    with open_installation(settings) as installation:
        try:
            return asyncio.run(_export(options, installation.settings, installation.url))
        except (KithError, ValueError, OSError) as error:
            print(error, file=sys.stderr)
            return 2


async def _export(options: argparse.Namespace, settings: Settings, url: str) -> int:
    async with desk(settings, url, options) as at:
        if options.object:
            await _one(at, options.object, options.target, json.loads(options.query))
            return 0
        options.target.mkdir(parents=True, exist_ok=True)
        for name in await at.exportable():
            await _one(at, name, options.target / f"{name}.{options.format}", {})
    return 0


async def _one(at: Desk, name: str, path: Path, query: object) -> None:
    size = await at.call("export", name, path, query)
    print(f"{path}  {size:,} bytes")
