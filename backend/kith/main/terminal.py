"""A place at the terminal: an open workspace in the name of one person, for commands that read and write records."""

import argparse
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, ClassVar

from kith.infra.blobs import open_blobs
from kith.infra.db import Database
from kith.infra.settings import Settings
from kith.kernel.api import Context, access, records
from kith.lib.errors import ErrorKind, KithError
from kith.main.choice import choose_workspace
from kith.main.contexts import Contexts, Open
from kith.main.loader import load


class NobodyOfThatName(KithError):
    """There is no active user with the e-mail address {email}."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "main.nobody"


@dataclass(frozen=True, slots=True)
class Desk:
    """What a command works with: `open` begins a transaction as the chosen person."""

    open: Open

    async def call(self, command: str, *args: Any, **more: Any) -> Any:  # noqa: ANN401 - each command has its own
        """Call what a module offers to the command line."""
        offered = next(m.commands[command] for m in load() if command in m.commands)
        return await offered(self.open, *args, **more)

    async def exportable(self) -> list[str]:
        """The objects that this person may export."""
        async with self.open() as ctx:
            return [name for name in ctx.catalog.objects if access.can(ctx, name, "export")]


def desk_arguments(parser: argparse.ArgumentParser) -> None:
    """Which workspace, as whom."""
    parser.add_argument(
        "--workspace", metavar="NAME", help="short name; needed when there are several"
    )
    parser.add_argument(
        "--user", metavar="EMAIL", help="act with this person's rights (default: as Kith itself)"
    )


@asynccontextmanager
async def desk(settings: Settings, url: str, options: argparse.Namespace) -> AsyncIterator[Desk]:
    """Open the workspace that the options choose."""
    slug = await choose_workspace(url, options.workspace)
    database = await Database.open(url, max_size=4)
    try:
        contexts = Contexts(database, load(), open_blobs(settings))
        async with contexts.open(slug) as ctx:
            user = await _find(ctx, options.user) if options.user else None
        yield Desk(contexts.opener(slug, user, "command"))
    finally:
        await database.close()


async def _find(ctx: Context, email: str) -> uuid.UUID:
    user = await records.find(ctx, "user", {"field": "email", "op": "eq", "value": email})
    if user is None:
        raise NobodyOfThatName(email=email)
    return user.id
