"""A change of definitions in progress: one at a time per workspace, all of it or nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kith.infra import jobs
from kith.kernel import access
from kith.kernel.catalog import Catalog
from kith.kernel.catalog.load import bump, read
from kith.kernel.context import Context
from kith.kernel.design.errors import BrokenFormula
from kith.kernel.fields.names import quoted
from kith.kernel.schema import Workspace
from kith.kernel.storage.apply import apply
from kith.kernel.storage.plan import plan
from kith.lib.json import Json, dumps

FINISH = "design.finish"
SMALL = 20_000
"""A table with fewer rows is changed at once; a larger one step by step, by a job."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What there was before the change, and the workspace at its new version."""

    ctx: Context
    workspace: Workspace
    before: Catalog

    @property
    def schema(self) -> str:
        """The workspace's schema."""
        return self.workspace.schema

    async def now(self) -> Catalog:
        """Return the catalog as changed so far."""
        return await read(self.ctx.unit, self.workspace, self.ctx.catalog.modules)

    async def is_small(self, object_name: str, most: int | None = None) -> bool:
        """Say whether an object's table is small enough to be changed at once."""
        table, most = f"{self.schema}.{quoted(object_name)}", SMALL if most is None else most
        sql = f"select count(*) <= {most} from (select from {table} limit {most + 1}) as first_rows"
        return bool(await self.ctx.unit.fetchval(sql))


async def begin(ctx: Context) -> Draft:
    """Begin a change; other admins of the workspace wait until it is committed."""
    access.check_admin(ctx)
    version = await bump(ctx.unit, ctx.workspace.id)
    workspace = replace(ctx.workspace, catalog_version=version)
    return Draft(ctx, workspace, await read(ctx.unit, workspace, ctx.catalog.modules))


async def finish(draft: Draft, *touched: str, also: str | None = None) -> Catalog:
    """Shape the tables as the definitions now say; what would hold up others follows in a job.

    `touched` are the objects whose tables may change at once if they are small; `also` is an object with a computed
    field to be filled by the job.
    """
    catalog = await draft.now()
    broken = [problem for problem in catalog.problems if problem not in draft.before.problems]
    if broken:
        raise BrokenFormula(place=broken[0].place, problem=broken[0].why)
    small = [
        name for name in touched if name in draft.before.objects and await draft.is_small(name)
    ]
    steps = await plan(draft.ctx.unit, draft.workspace, catalog, small)
    await apply(draft.ctx.unit, steps)
    if steps.afterwards or also:
        slug, actor = draft.workspace.slug, draft.ctx.actor.user
        await jobs.enqueue(
            draft.ctx.unit, slug, actor, FINISH, {"fill": also}, lock=f"{FINISH}:{slug}"
        )
    return catalog


async def log(
    draft: Draft,
    what: str,
    names: tuple[str, ...],
    action: str,
    changes: Mapping[str, tuple[Json, Json]],
) -> None:
    """Write the change down beside those of records; `what` is `_object` or `_field`."""
    ctx, columns = draft.ctx, ("name",) if what == "_object" else ("object", "name")
    where = " and ".join(f"{column} = ${index + 8}" for index, column in enumerate(columns))
    await ctx.unit.execute(
        f"insert into {draft.schema}._change"
        " (at, actor, object, record, action, version, before, after, batch, origin)"
        f" select $1, $2, '{what}', id, $3, 1, $4::text::jsonb, $5::text::jsonb, $6, $7"
        f" from {draft.schema}.{what} where {where}",
        ctx.now,
        ctx.actor.user,
        action,
        _side(changes, 0, names),
        _side(changes, 1, names),
        ctx.batch,
        ctx.origin,
        *names,
    )


def differences(
    before: Mapping[str, Json], after: Mapping[str, Json], keys: Iterable[str]
) -> dict[str, tuple[Json, Json]]:
    """Return what differs between two definitions."""
    pairs = {key: (before.get(key), after.get(key)) for key in keys}
    return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}


def _side(changes: Mapping[str, tuple[Json, Json]], side: int, names: tuple[str, ...]) -> str:
    found: dict[str, Json] = {key: pair[side] for key, pair in changes.items()}
    return dumps({"_of": ".".join(names), **found}).decode()
