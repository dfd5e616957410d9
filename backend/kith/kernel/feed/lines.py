"""From entries of the change log to lines that people read: names instead of ids, and only what the reader may see."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.query import compile as query
from kith.kernel.records.change import Change
from kith.kernel.records.merge import MERGED_INTO
from kith.kernel.records.undoing import ACTIONS, DAYS
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

SILENT = ("rollup", "purge")
"""Entries that no person needs to read."""
QUIET = "quiet"
"""Config of a field that only follows from others: a change of it alone is no news."""
_POINTING = frozenset({"link", "parent", "user", "links"})
_FILES = frozenset({"file", "image"})
_MOVES = frozenset({"create", "delete", "restore", "merge"})

Names = dict[str, dict[str, str | None]]
"""Label by object and id; what the reader may not see is missing."""


@dataclass(frozen=True, slots=True)
class Line:
    """An entry with what the reading statement knew about it; `told` False leaves out the record it belongs to."""

    change: Change
    activity: bool = False
    label: str | None = None
    told: bool = True
    more: Mapping[str, Json] = field(default_factory=dict)


async def present(ctx: Context, lines: Sequence[Line]) -> list[dict[str, Json]]:
    """Return the lines as JSON data."""
    names = await _names(ctx, [line.change for line in lines])
    return [_line(ctx, line, names) for line in lines]


async def name_all(ctx: Context, wanted: Mapping[str, Iterable[str]]) -> Names:
    """Return what the reader calls these records; one statement per object."""
    found: Names = {}
    rights = access.reader(ctx)
    for name, ids in wanted.items():
        several = sorted({uuid.UUID(i) for i in ids})
        if not several or name not in ctx.catalog.objects:
            continue
        asked = query.some_query(ctx, rights, name, several, (("id",),))
        rows = await ctx.unit.fetch(asked.sql, *asked.args)
        found[name] = {str(row["id"]): row["label"] for row in rows}
    return found


async def _names(ctx: Context, changes: Sequence[Change]) -> Names:
    wanted: dict[str, set[str]] = {"user": {str(c.actor) for c in changes if c.actor}}
    files: set[str] = set()
    for change in changes:
        for member, value in _values(ctx, change):
            if member.kind in _POINTING and member.to:
                wanted.setdefault(member.to, set()).update(_ids(value))
            elif member.kind in _FILES:
                files.update(_ids(value))
        if MERGED_INTO in change.after:
            wanted.setdefault(change.object, set()).add(str(change.after[MERGED_INTO]))
    found = await name_all(ctx, wanted)
    if files:
        rows = await ctx.unit.fetch(
            f'select id, name from "{ctx.workspace.schema}"._file where id = any($1::uuid[])',
            [uuid.UUID(f) for f in files],
        )
        found["_file"] = {str(row["id"]): row["name"] for row in rows}
    return found


def _values(ctx: Context, change: Change) -> Iterable[tuple[FieldDef, Json]]:
    if change.action in _MOVES:
        return
    for name in change.after:
        member = _field(ctx, change.object, name)
        if member is not None:
            yield member, change.before.get(name)
            yield member, change.after[name]


def _line(ctx: Context, line: Line, names: Names) -> dict[str, Json]:
    change = line.change
    told: dict[str, Json] = {
        "id": change.id,
        "at": change.at,
        "actor": _actor(change, names),
        "kind": "activity" if line.activity else "change",
        "object": change.object,
        "action": change.action,
        "origin": change.origin,
        "changes": _changes(ctx, change, names),
        "undoable": is_undoable(ctx, change),
    }
    if change.batch is not None:
        told["batch"] = change.batch
    if line.told:
        told["record"] = {
            "object": change.object,
            "id": change.record,
            "label": line.label,
            **line.more,
        }
    if MERGED_INTO in change.after:
        told["into"] = reference(names, change.object, change.after[MERGED_INTO])
    return told


def is_undoable(ctx: Context, change: Change) -> bool:
    """Say whether it makes sense to offer an undo; what stands in the way of a single record shows later."""
    recent = change.at >= ctx.now - dt.timedelta(days=DAYS)
    if change.undone_by is not None or change.action not in ACTIONS or not recent:
        return False
    return access.can(ctx, change.object, "update" if change.action not in _MOVES else "delete")


def shown(member: FieldDef, value: Json, names: Names) -> Json:
    """Return a plain value in shown form."""
    if member.kind in _FILES and isinstance(value, str):
        return {"id": value, "name": names.get("_file", {}).get(value)}
    if member.kind not in _POINTING or value is None:
        return value
    if isinstance(value, list):
        return [reference(names, str(member.to), item) for item in value]
    return reference(names, str(member.to), value)


def reference(names: Names, object_name: str, record: Json) -> Json:
    """Return a record as {"id", "label"}; closed when the reader may not see it."""
    known = names.get(object_name, {})
    if str(record) in known:
        return {"id": record, "label": known[str(record)]}
    return {"id": record, "label": None, "closed": True}


def _actor(change: Change, names: Names) -> Json:
    if change.actor is None:
        return None
    return {"id": change.actor, "label": names.get("user", {}).get(str(change.actor))}


def _changes(ctx: Context, change: Change, names: Names) -> list[Json]:
    if change.action in _MOVES:
        return []
    told: list[Json] = []
    for name, value in change.after.items():
        member = _field(ctx, change.object, name)
        if member is not None:
            told.append(
                {
                    "field": name,
                    "label": ctx.catalog.label(f"field.{change.object}.{name}", ctx.actor.locale),
                    "kind": member.kind,
                    "before": shown(member, change.before.get(name), names),
                    "after": shown(member, value, names),
                }
            )
    return told


def _field(ctx: Context, object_name: str, name: str) -> FieldDef | None:
    """Return the field if it still exists, is news, and the reader may see it."""
    if object_name not in ctx.catalog.objects or name not in access.readable(ctx, object_name):
        return None
    found = ctx.catalog.find_field(object_name, name)
    return None if found is None or found.config.get(QUIET) else found


def _ids(value: Json) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]
