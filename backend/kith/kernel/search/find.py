"""Search over all objects, and lookup for link pickers; always inside the reader's rights."""

import re
import uuid
from collections.abc import Mapping, Sequence
from typing import cast

from kith.kernel import access
from kith.kernel.access.rights import Rights
from kith.kernel.context import Context
from kith.kernel.expr import Query, Sort, Text
from kith.kernel.query import compile as queries
from kith.kernel.query.words import Terms, searched_fields, terms
from kith.kernel.schema import ObjectDef
from kith.kernel.search.candidates import FEW, Candidate, Reach, find, find_alike
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
    query = Query(sort=(Sort(("updated_at",), descending=True),), limit=wanted)
    statement = queries.list_query(ctx, access.reader(ctx), object_name, _ids_only(query))
    page = cast(
        "Mapping[str, list[Item]]", loads(await ctx.unit.fetchval(statement.sql, *statement.args))
    )
    ids = [uuid.UUID(str(item["id"])) for item in page["items"]]
    items = await _items(ctx, object_name, ids, Terms(), None)
    return dumps({"items": [items[i] for i in ids if i in items]})


def _ids_only(query: Query) -> Query:
    return Query(sort=query.sort, limit=query.limit, fields=(), count="none")


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
    checked: Text | None = Text(text[:MAX_TEXT])
    if len(candidates) < FEW:
        alike = await find_alike(ctx, key, reach, limit + _SPARE)
        known = {candidate.record for candidate in candidates}
        more = [c for c in alike if c.record not in known]
        return await _shown(ctx, candidates, wanted, checked, limit) or await _shown(
            ctx, more, wanted, None, limit
        )
    return await _shown(ctx, candidates, wanted, checked, limit)


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
    by_reach: dict[str, list[str]] = {}
    for name in names:
        by_reach.setdefault(rights.on(name).read, []).append(name)
    return Reach(*(tuple(by_reach.get(reach, ())) for reach in ("all", "team", "mine")))


def _hides(rights: Rights, definition: ObjectDef) -> bool:
    visible = rights.fields(definition.name)
    return any(field.name not in visible for field in searched_fields(definition))
