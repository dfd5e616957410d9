"""Search over all objects, and lookup for link pickers; always inside the reader's rights."""

import re
import uuid
from collections.abc import Mapping, Sequence
from typing import cast

from kith.kernel import access
from kith.kernel.access.rights import Rights
from kith.kernel.context import Context
from kith.kernel.expr import Compare, Me, MyTeam, Nothing, Query, Text
from kith.kernel.query import compile as queries
from kith.kernel.query.words import Terms, searched_fields, terms
from kith.kernel.schema import ObjectDef
from kith.kernel.search.candidates import (
    FEW,
    Candidate,
    Reach,
    find,
    find_alike,
    find_recent,
    may_be_mistyped,
)
from kith.kernel.search.hints import highlight, hint, hint_fields, paths
from kith.lib.json import Json, dumps, loads
from kith.lib.text import fold

MAX_TEXT = 200
MAX_PER_OBJECT = 50
PER_OBJECT = 6
_SPARE = 4
"""Candidates beyond the limit, for those that the exact check takes away."""

Item = dict[str, Json]


async def search(
    ctx: Context, text: str, objects: Sequence[str] | None = None, limit: int = PER_OBJECT
) -> bytes:
    """Return {"groups": [{"object", "items": [{"id", "label", "hint", "highlight"}]}]}, best group first."""
    names = _searchable(ctx, objects)
    found = await _found(ctx, text, names, min(limit, MAX_PER_OBJECT))
    groups: list[Item] = []
    for name, items in found.items():
        groups.append({"object": name, "items": items})
    return dumps({"groups": groups})


async def lookup(ctx: Context, object_name: str, text: str = "", limit: int = 20) -> bytes:
    """Return {"items": [{"id", "label", "hint"}]} for a link picker; without text, what changed last."""
    access.check(ctx, object_name, "read")
    wanted = min(limit, MAX_PER_OBJECT)
    if text.strip():
        found = await _found(ctx, text, _searchable(ctx, [object_name]), wanted)
        return dumps({"items": found.get(object_name, [])})
    reach = _reach(access.reader(ctx), _searchable(ctx, [object_name]))
    if reach.empty:
        ids = await _newest(ctx, object_name, wanted)
    else:
        ids = await find_recent(ctx, object_name, reach, wanted + _SPARE)
    items = await _items(ctx, object_name, ids, Terms(), None)
    return dumps({"items": [items[i] for i in ids if i in items][:wanted]})


async def _newest(ctx: Context, object_name: str, limit: int) -> list[uuid.UUID]:
    """Return the records made last, of an object that nobody searches."""
    query = Query(limit=limit, fields=(), count="none")
    statement = queries.list_query(ctx, access.reader(ctx), object_name, query)
    page = loads(await ctx.unit.fetchval(statement.sql, *statement.args))
    return [
        uuid.UUID(item["id"]) for item in cast("Mapping[str, list[dict[str, str]]]", page)["items"]
    ]


async def _found(
    ctx: Context, text: str, names: Sequence[str], limit: int
) -> dict[str, list[Item]]:
    """Return the items by object, the object with the best hit first."""
    key = re.sub(r"\s+", " ", fold(text[:MAX_TEXT])).strip()
    wanted = terms(text[:MAX_TEXT])
    reach = _reach(access.reader(ctx), names)
    if reach.empty or wanted.empty:
        return {}
    candidates = await find(ctx, key, wanted, reach, limit + _SPARE)
    found = await _shown(ctx, candidates, wanted, Text(text[:MAX_TEXT]), limit)
    if sum(map(len, found.values())) >= FEW or not may_be_mistyped(key):
        return found
    alike = await find_alike(ctx, key, reach)
    known = {candidate.record for candidate in candidates}
    more = await _shown(ctx, [c for c in alike if c.record not in known], wanted, None, limit)
    return {name: [*found.get(name, []), *more.get(name, [])] for name in {**found, **more}}


async def _shown(
    ctx: Context, candidates: Sequence[Candidate], wanted: Terms, text: Text | None, limit: int
) -> dict[str, list[Item]]:
    by_object: dict[str, list[Candidate]] = {}
    for candidate in sorted(candidates, key=lambda c: -c.score):
        by_object.setdefault(candidate.object, []).append(candidate)
    found: dict[str, list[Item]] = {}
    for name, group in by_object.items():
        ids = [candidate.record for candidate in group]
        items = await _items(ctx, name, ids, wanted, text)
        shown = [items[i] for i in ids if i in items][:limit]
        if shown:
            found[name] = shown
    return found


async def _items(
    ctx: Context, name: str, ids: Sequence[uuid.UUID], wanted: Terms, text: Text | None
) -> dict[uuid.UUID, Item]:
    """Return what the reader may read of these, by id; `text` is matched again where fields are hidden."""
    rights, definition = access.reader(ctx), ctx.catalog.object(name)
    fields = hint_fields(definition, rights.fields(name))
    where = text if _hides(rights, definition) else None
    statement = queries.some_query(ctx, rights, name, ids, paths(fields), where)
    rows = await ctx.unit.fetch(statement.sql, *statement.args)
    return {
        row["id"]: {
            "id": str(row["id"]),
            "label": row["label"],
            "hint": hint(ctx, definition, fields, cast("Item", loads(row["item"]))),
            "highlight": highlight(row["label"] or "", wanted),
        }
        for row in rows
    }


def _searchable(ctx: Context, objects: Sequence[str] | None) -> list[str]:
    """Return the objects, of those asked for, whose records and titles the reader may see."""
    rights = access.reader(ctx)
    asked = ctx.catalog.objects if objects is None else objects
    known = [ctx.catalog.objects[name] for name in asked if name in ctx.catalog.objects]
    return [d.name for d in known if searched_fields(d) and d.title in rights.fields(d.name)]


def _reach(rights: Rights, names: Sequence[str]) -> Reach:
    """Sort the objects by whose records the reader sees."""
    everything, team, mine, fitting = [], [], [], []
    for name in names:
        match rights.rows(name):
            case None:
                everything.append(name)
            case Compare(op="in", value=MyTeam()):
                team.append(name)
            case Compare(op="eq", value=Me()):
                mine.append(name)
            case Nothing():
                pass
            case rows:
                fitting.append((name, rows))
    return Reach(tuple(everything), tuple(team), tuple(mine), tuple(fitting))


def _hides(rights: Rights, definition: ObjectDef) -> bool:
    visible = rights.fields(definition.name)
    return any(field.name not in visible for field in searched_fields(definition))
