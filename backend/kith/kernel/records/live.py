"""What of a change each reader may know: the record as they see it now, that it is gone for them, or nothing."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kith.infra.db import Unit
from kith.kernel import access
from kith.kernel.catalog import Catalog
from kith.kernel.context import Actor, Context
from kith.kernel.query import compile as query
from kith.kernel.query.rights import Trusted
from kith.kernel.records.change import COLUMNS, Change
from kith.kernel.records.shapes import shape
from kith.kernel.schema import Workspace
from kith.lib.json import dumps

# Fields that rights stand on have one column, whose plain form PostgreSQL reads as it is.
_DECIDING = frozenset({"user", "link", "parent", "choice", "checkbox"})
_APPEARS = frozenset({"create", "restore"})
_Key = tuple[str, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Event:
    """A change as one reader may know it; without a record it is gone for them."""

    change: Change
    record: bytes | None

    @property
    def message(self) -> bytes:
        """The event as JSON text."""
        head = dumps(
            {
                "type": "change",
                "object": self.change.object,
                "id": self.change.record,
                "action": self.change.action,
                "version": self.change.version,
                "actor": self.change.actor,
                "origin": self.change.origin,
                "cursor": self.change.id,
            }
        )
        return head[:-1] + b',"record":' + (self.record or b"null") + b"}"


async def events(
    unit: Unit,
    workspace: Workspace,
    catalog: Catalog,
    changes: Sequence[int],
    readers: Sequence[Actor],
) -> list[list[Event]]:
    """Return the events for each reader; readers who see the same are asked for once."""
    rows = await unit.fetch(
        f'select {COLUMNS} from "{workspace.schema}"._change where id = any($1::bigint[]) order by id',
        list(changes),
    )
    by_object: dict[str, list[Change]] = {}
    for change in map(Change.of, rows):
        if change.object in catalog.objects:
            by_object.setdefault(change.object, []).append(change)
    found: list[list[Event]] = [[] for _ in readers]
    known: dict[_Key, Mapping[uuid.UUID, bytes]] = {}
    for name, some in by_object.items():
        for reader, told in zip(readers, found, strict=True):
            ctx = Context(reader, workspace, unit, catalog)
            if access.can(ctx, name, "read"):
                told.extend(await _events(ctx, name, some, known))
    return [sorted(told, key=lambda event: event.change.id) for told in found]


async def _events(
    ctx: Context, name: str, changes: Sequence[Change], known: dict[_Key, Mapping[uuid.UUID, bytes]]
) -> list[Event]:
    now = await _seen(ctx, name, changes, known)
    missing = [c for c in changes if c.record not in now and c.action not in _APPEARS]
    before = await _saw(ctx, name, missing, known) if missing else {}
    return [
        Event(change, now.get(change.record))
        for change in changes
        if change.record in now or (change.action not in _APPEARS and change.record in before)
    ]


async def _seen(
    ctx: Context, name: str, changes: Iterable[Change], known: dict[_Key, Mapping[uuid.UUID, bytes]]
) -> Mapping[uuid.UUID, bytes]:
    """Return the records that the reader sees now."""
    rights = access.reader(ctx)
    visible = rights.fields(name)
    fields = tuple((f.name,) for f in ctx.catalog.object(name).all_fields() if f.name in visible)
    ids = sorted({change.record for change in changes})
    asked = query.some_query(ctx, rights, name, ids, fields)
    key = (asked.sql, tuple(str(arg) for arg in asked.args))
    if key not in known:
        rows = await ctx.unit.fetch(asked.sql, *asked.args)
        known[key] = {row["id"]: _bytes(row["item"]) for row in rows}
    return known[key]


async def _saw(
    ctx: Context, name: str, changes: Sequence[Change], known: dict[_Key, Mapping[uuid.UUID, bytes]]
) -> Mapping[uuid.UUID, bytes]:
    """Return the records that the reader saw before the first of these changes."""
    target = shape(ctx, name)
    deciding = {n for n, stored in target.stored.items() if stored.field.kind in _DECIDING}
    first: dict[uuid.UUID, dict[str, object]] = {}
    for change in reversed(changes):
        old = {n: v for n, v in change.before.items() if n in deciding}
        first[change.record] = {**first.get(change.record, {}), **old}
    rows = access.reader(ctx).rows(name, "read")
    where = query.condition(ctx, Trusted(ctx.catalog), name, rows, row="w", start=3)
    sql = (
        f"select w.id from unnest($1::uuid[], $2::jsonb[]) c (id, old) join {target.table} t on t.id = c.id"
        f" cross join lateral jsonb_populate_record(null::{target.table}, to_jsonb(t) || c.old) w"
        f" where {where.sql}"
    )
    args = ([*first], [dumps(old).decode() for old in first.values()], *where.args)
    key = (sql, tuple(str(arg) for arg in args))
    if key not in known:
        known[key] = {row["id"]: b"" for row in await ctx.unit.fetch(sql, *args)}
    return known[key]


def _bytes(item: object) -> bytes:
    return item if isinstance(item, bytes) else str(item).encode()
