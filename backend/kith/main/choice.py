"""Which workspace a command means."""

from typing import ClassVar

from kith.infra.db import Database
from kith.kernel.storage import workspaces
from kith.lib.errors import ErrorKind, KithError


class NoWorkspace(KithError):
    """There is no workspace yet. Make one with `kith init`."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "main.no_workspace"


class SeveralWorkspaces(KithError):
    """There are several workspaces ({names}). Say which one with --workspace NAME."""

    code: ClassVar[str] = "main.several_workspaces"


async def choose_workspace(url: str, wanted: str | None) -> str:
    """Return the wanted workspace's short name, or the only one's."""
    database = await Database.open(url, max_size=1)
    try:
        async with database.unit(readonly=True) as unit:
            if await unit.fetchval("select to_regclass('kith.workspace')") is None:
                raise NoWorkspace
            if wanted:
                return (await workspaces.load(unit, wanted)).slug
            slugs = [found.slug for found in await workspaces.all_workspaces(unit)]
    finally:
        await database.close()
    if not slugs:
        raise NoWorkspace
    if len(slugs) > 1:
        raise SeveralWorkspaces(names=", ".join(slugs))
    return slugs[0]
