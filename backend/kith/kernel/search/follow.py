"""Follows the change log: records by their documents, changed definitions by making an object's documents anew."""

from collections.abc import Sequence

from kith.kernel.context import Context
from kith.kernel.records.change import Change
from kith.kernel.records.rollups import ACTION as ROLLED_UP
from kith.kernel.search.index import index, rebuild

DEFINITIONS = ("_field", "_object")
"""Of changes to these it matters what changed; of records only that they did."""
_MATTERS = frozenset({"searchable", "kind", "title"})
"""What changes the documents when a definition changes."""


async def follow(ctx: Context, changes: Sequence[Change]) -> None:
    """Bring the documents up to date with these changes."""
    anew = {name for change in changes if (name := _redefined(change)) in ctx.catalog.objects}
    for name in sorted(anew):
        await rebuild(ctx, name)
    for name in dict.fromkeys(change.object for change in changes):
        if name in ctx.catalog.objects:
            records = [c.record for c in changes if c.object == name and c.action != ROLLED_UP]
            await index(ctx, name, list(dict.fromkeys(records)))


def _redefined(change: Change) -> str:
    """Return the object whose documents a changed definition concerns, or nothing."""
    said = {**(change.before or {}), **(change.after or {})}
    if change.object not in DEFINITIONS:
        return ""
    if change.action == "update" and _MATTERS.isdisjoint(said):
        return ""
    return str(said.get("_of", "")).split(".")[0]
