"""Save a workspace, with its files, into one archive: one moment's state, with checksums. Kith may go on running."""

import argparse
import asyncio
from pathlib import Path

from kith.infra.blobs import open_blobs
from kith.infra.settings import Settings
from kith.lib import clock
from kith.main.archive import back_up
from kith.main.choice import choose_workspace
from kith.main.installation import Installation, open_installation, say


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which workspace, and where to."""
    parser.add_argument(
        "--workspace", metavar="NAME", help="short name; needed when there are several"
    )
    parser.add_argument(
        "--to",
        type=Path,
        metavar="PATH",
        help="archive to write, or a folder for it (default: in the data folder)",
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Back up and print the archive's path."""
    with open_installation(settings) as installation:
        return asyncio.run(_run(options, installation))


async def _run(options: argparse.Namespace, installation: Installation) -> int:
    slug = await choose_workspace(installation.url, options.workspace)
    name = f"{slug}-{clock.now().strftime('%Y%m%d-%H%M%S')}.kith"
    target = options.to or installation.settings.data / "backups"
    if options.to is None or target.is_dir():
        target /= name
    contents = await back_up(installation.url, slug, target, open_blobs(installation.settings))
    rows = sum(table.rows for table in contents.tables.values())
    say(f"{slug}: {len(contents.tables)} tables, {rows} rows, {len(contents.parts)} parts")
    print(target.absolute())
    return 0
