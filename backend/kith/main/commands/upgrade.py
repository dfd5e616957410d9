"""Bring every workspace up to this version of Kith: show the plan, back up, then change all or nothing.

`kith serve` does the same at its start; this command is for those who rather do it by hand.
"""

import argparse
import asyncio

from kith.infra.db import Database
from kith.infra.settings import Settings
from kith.main.installation import Installation, open_installation, say
from kith.main.upgrade import plan, upgrade


def arguments(parser: argparse.ArgumentParser) -> None:
    """Look first, if you like."""
    parser.add_argument("--plan", action="store_true", help="only show what would be done")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Upgrade, or show what an upgrade would do."""
    with open_installation(settings) as installation:
        return asyncio.run(_run(installation, only_plan=options.plan))


async def _run(installation: Installation, *, only_plan: bool) -> int:
    database = await Database.open(installation.url, max_size=4)
    try:
        if not only_plan:
            await upgrade(database, installation.settings, say)
            return 0
        steps = await plan(database)
        for line in steps or ["Everything is up to date."]:
            print(line)
        return 0
    finally:
        await database.close()
