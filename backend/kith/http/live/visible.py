"""What of a change each reader may see, asked in one transaction for all of them."""

from collections.abc import Sequence

from kith.http.site import Site
from kith.kernel.context import Actor
from kith.kernel.records import live


async def events(
    site: Site, workspace: str, changes: Sequence[int], readers: Sequence[Actor]
) -> list[list[live.Event]]:
    """Return, for each reader, what they may know of the changes."""
    opened = await site.workspaces.get(workspace)
    async with site.database.unit(readonly=True) as unit:
        return await live.events(unit, opened.workspace, opened.catalog, changes, readers)
