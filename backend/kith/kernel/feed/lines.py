"""From entries of the change log to lines that people read: names instead of ids, and only what the reader may see."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, cast

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
MOVES = frozenset({"create", "delete", "restore", "merge"})
"""Actions that are news whatever fields they touch."""

Names = dict[str, dict[str, str | None]]
"""Label by object and id; what the reader may not see is missing."""


Fields = Mapping[str, Json]


class Differing(Protocol):
    """What a line needs to know of a change to name its fields."""

    @property
    def object(self) -> str: ...
    @property
    def action(self) -> str: ...
    @property
    def before(self) -> Fields: ...
    @property
    def after(self) -> Fields: ...


@dataclass(frozen=True, slots=True)
class Diff:
    """The part of a change that names fields."""

    object: str
    action: str
    before: Fields
    after: Fields


@dataclass(frozen=True, slots=True)
class Line:
    """An entry with what its reader calls its actor and its record."""

    change: Change
    who: str | None
    label: str | None


async def present(ctx: Context, lines: Sequence[Line]) -> list[dict[str, Json]]:
    """Return the lines as JSON data."""
    rests = await differences(ctx, [line.change for line in lines])
    return [_line(ctx, line) | rest for line, rest in zip(lines, rests, strict=True)]


async def differences(ctx: Context, diffs: Sequence[Differing]) -> list[dict[str, Json]]:
    """Return the end of each line: the fields that changed, and the record that this one became part of."""
    names = await _names(ctx, diffs)
    return [_difference(ctx, diff, names) for diff in diffs]


def news_of(ctx: Context, object_name: str) -> list[str]:
    """Return the fields of an object whose changes the reader may see, and that are news."""
    return list(_members(ctx, object_name))


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


async def _names(ctx: Context, changes: Sequence[Differing]) -> Names:
    wanted: dict[str, set[str]] = {}
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


def _values(ctx: Context, change: Differing) -> Iterable[tuple[FieldDef, Json]]:
    if change.action in MOVES:
        return
    members = _members(ctx, change.object)
    for name in change.after:
        if name in members:
            yield members[name][0], change.before.get(name)
            yield members[name][0], change.after[name]


def _line(ctx: Context, line: Line) -> dict[str, Json]:
    change = line.change
    told: dict[str, Json] = {
        "id": change.id,
        "at": change.at,
        "actor": None if change.actor is None else {"id": change.actor, "label": line.who},
        "kind": "change",
        "object": change.object,
        "action": change.action,
        "origin": change.origin,
        "undoable": is_undoable(ctx, change),
    }
    if change.batch is not None and change.origin != "demo":
        told["batch"] = change.batch
    told["record"] = {"object": change.object, "id": change.record, "label": line.label}
    return told


def _difference(ctx: Context, diff: Differing, names: Names) -> dict[str, Json]:
    found: dict[str, Json] = {"changes": _changes(ctx, diff, names)}
    if MERGED_INTO in diff.after:
        found["into"] = reference(names, diff.object, diff.after[MERGED_INTO])
    return found


def is_undoable(ctx: Context, change: Change) -> bool:
    """Say whether it makes sense to offer an undo; what stands in the way of a single record shows later."""
    if change.undone_by is not None or change.action not in ACTIONS:
        return False
    if change.at < ctx.now - dt.timedelta(days=DAYS):
        return False
    return access.can(ctx, change.object, "update" if change.action not in MOVES else "delete")


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


def _changes(ctx: Context, change: Differing, names: Names) -> list[Json]:
    if change.action in MOVES:
        return []
    members = _members(ctx, change.object)
    return [
        {
            "field": name,
            "label": members[name][1],
            "kind": members[name][0].kind,
            "before": shown(members[name][0], change.before.get(name), names),
            "after": shown(members[name][0], value, names),
        }
        for name, value in change.after.items()
        if name in members
    ]


def _members(ctx: Context, object_name: str) -> Mapping[str, tuple[FieldDef, str]]:
    """Return the fields that the reader may see and that are news, each with its label."""
    known = ctx.catalog.memo
    key = ("feed.members", object_name, access.reader(ctx).key, ctx.actor.locale)
    if key not in known:
        visible = access.readable(ctx, object_name)
        known[key] = {
            f.name: (f, ctx.catalog.label(f"field.{object_name}.{f.name}", ctx.actor.locale))
            for f in ctx.catalog.object(object_name).all_fields()
            if f.name in visible and not f.config.get(QUIET)
        }
    return cast("Mapping[str, tuple[FieldDef, str]]", known[key])


def _ids(value: Json) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]
