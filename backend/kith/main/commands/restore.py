"""Bring a workspace back from an archive. It is checked first, restored beside what is there, and compared."""

import argparse
import asyncio
from pathlib import Path

from kith.infra.blobs import open_blobs
from kith.infra.db import Database
from kith.infra.settings import Settings
from kith.main.archive import restore
from kith.main.installation import Installation, open_installation, say
from kith.main.upgrade import upgrade


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which archive, and under which name."""
    parser.add_argument("archive", type=Path, help="what `kith backup` wrote")
    parser.add_argument("--as", dest="slug", metavar="NAME", help="another short name for it")
    parser.add_argument(
        "--replace", action="store_true", help="give up the workspace that has this name now"
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Restore, bring it up to this version, and say under which name it is."""
    with open_installation(settings) as installation:
        return asyncio.run(_run(options, installation))


async def _run(options: argparse.Namespace, installation: Installation) -> int:
    database = await Database.open(installation.url, max_size=4)
    try:
        await upgrade(database, installation.settings, say)
        blobs = open_blobs(installation.settings)
        slug = await restore(
            database, options.archive, blobs, slug=options.slug, replace=options.replace
        )
        await upgrade(database, installation.settings, say)
    finally:
        await database.close()
    say(f"the workspace {slug} is back, every table and file as its checksum says")
    return 0
