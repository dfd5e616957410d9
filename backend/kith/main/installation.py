"""One installation: its settings made complete, and its database running for as long as it is needed."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace

from kith.infra.postgres import Server, place
from kith.infra.postgres.account import server_account
from kith.infra.postgres.lock import find_holder
from kith.infra.postgres.placement import make_folder
from kith.infra.settings import Settings

Report = Callable[[str], None]
PATIENCE = 600.0


@dataclass(frozen=True, slots=True)
class Installation:
    """`settings` name the data folder in use and the database; `server` is ours unless we joined or were given one."""

    settings: Settings
    url: str
    server: Server | None = None
    joined: bool = False


def say(text: str) -> None:
    """Tell the person at the terminal, if there still is one: work goes on when the window is closed."""
    with suppress(OSError):
        print(f"  {text}", file=sys.stderr, flush=True)


@contextmanager
def open_installation(
    settings: Settings, report: Report = say, *, exclusive: bool = False
) -> Iterator[Installation]:
    """Use the database that is given, join the one that runs, or start our own and stop it at the end.

    `exclusive` refuses to join: two servers of one folder would be one too many.
    """
    if settings.database_url:
        make_folder(settings.data)
        yield Installation(settings, settings.database_url)
        return
    wanted, settings = settings.data, placed(settings)
    if settings.data != wanted:
        report(f"PostgreSQL may not enter {wanted}; the data is in {settings.data}")
    running = None if exclusive else _running(settings)
    if running:
        yield Installation(replace(settings, database_url=running), running, joined=True)
        return
    with Server(settings.data, report=report) as server:
        yield Installation(replace(settings, database_url=server.url), server.url, server)


def placed(settings: Settings) -> Settings:
    """Return the settings with the data folder that is really used; root's may have to be another one."""
    if settings.database_url:
        return settings
    return replace(settings, data=place(settings.data, server_account()))


def _running(settings: Settings) -> str | None:
    """The address of the server that another Kith has started, once it is ready."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        holder = find_holder(settings.data)
        if holder is None:
            return None
        if holder.ready and holder.url:
            return holder.url
        time.sleep(0.1)
    return None
