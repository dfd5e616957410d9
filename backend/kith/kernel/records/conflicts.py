"""Two people, one record: what was changed elsewhere is kept, what both changed is put before the writer."""

from collections.abc import Mapping
from typing import cast

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.records.errors import Conflict
from kith.kernel.records.load import Present, show
from kith.kernel.records.shapes import Shape, Values
from kith.lib.json import Json, loads


async def settle(
    ctx: Context, target: Shape, present: Present, plain: Values, version: int | None
) -> tuple[str, ...]:
    """Return the fields that others changed since `version`; raise Conflict where they are the writer's fields too."""
    if version is None or version == present.version:
        return ()
    seen = await _as_seen(ctx, target, present, version)
    disputed: dict[str, Mapping[str, Json]] = {
        name: {"yours": value, "theirs": present.plain.get(name), "before": seen[name]}
        for name, value in plain.items()
        if name in seen and value != present.plain.get(name)
    }
    if disputed:
        raise Conflict(loads(await show(ctx, target, present.id, access.reader(ctx))), disputed)
    return tuple(sorted(seen.keys() & access.readable(ctx, target.name)))


async def _as_seen(ctx: Context, target: Shape, present: Present, version: int) -> dict[str, Json]:
    """Return what the fields that changed since `version` held then."""
    rows = await ctx.unit.fetch(
        f'select before::text, after::text from "{target.schema}"._change'
        " where record = $1 and version > $2 order by id desc",
        present.id,
        version,
    )
    seen: dict[str, Json] = {}
    for row in rows:
        before, after = (
            cast("dict[str, Json]", loads(row[part] or "{}")) for part in ("before", "after")
        )
        seen.update({name: before.get(name) for name in after})
    return {name: value for name, value in seen.items() if value != present.plain.get(name)}
