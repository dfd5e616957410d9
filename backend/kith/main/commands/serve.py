"""Start Kith for real work: database (or the one of KITH_DATABASE_URL), web, background jobs."""

import argparse
from collections.abc import Sequence
from dataclasses import replace

from kith.infra.db import Database
from kith.infra.identity import setup
from kith.infra.settings import Settings
from kith.main.serving import ADDRESS, serve


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen, and with how many processes."""
    listening(parser)
    parser.add_argument("--workers", type=int, metavar="N", help="web processes (default: 2)")


def listening(parser: argparse.ArgumentParser) -> None:
    """Options that every serving command has."""
    parser.add_argument("--host", help="address to listen on (default: this machine only)")
    parser.add_argument(
        "--port", type=int, help="port to listen on (default: 8000, or the next free one)"
    )


def chosen(options: argparse.Namespace, settings: Settings) -> Settings:
    """Put what was said on the command line over what the environment says."""
    if options.host:
        settings = replace(settings, host=options.host)
    if options.port:
        settings = replace(settings, port=options.port, port_is_fixed=True)
    if getattr(options, "workers", None):
        settings = replace(settings, workers=options.workers)
    return settings


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Serve until Ctrl-C."""
    return serve(chosen(options, settings), _greet)


async def _greet(database: Database, _settings: Settings) -> Sequence[str]:
    async with database.unit() as unit:
        names = [
            row["name"] for row in await unit.fetch("SELECT name FROM kith.workspace ORDER BY name")
        ]
        token = await setup.offer(unit)
    if token is None:
        return ["Workspaces: " + ", ".join(names)]
    return [
        "Nobody can sign in yet. Set Kith up in the browser, with this address that works once:",
        f"  {ADDRESS}/setup#{token}",
        "or in another window:  kith init",
    ]
