"""How objects are shared, as administrators decide: a baseline for each object, and rules that open more."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any, cast, get_args

from kith.kernel import access
from kith.kernel.access.sound import sound
from kith.kernel.context import Context
from kith.kernel.design.errors import RuleNotFound, WrongSetting
from kith.kernel.expr import Query, parse_filter
from kith.kernel.query import compile as queries
from kith.kernel.schema import Baseline, Level, Opens
from kith.lib.ids import new_id, parse_id
from kith.lib.json import Json, dumps, loads
from kith.lib.text import clean

MAX_RULES = 1_000
_MAX_LABEL = 120
_MAX_HOLDERS = 1_000
_KINDS = ("users", "units", "groups")
_WHO = (*_KINDS, "profiles")
_MEMBERS = frozenset(
    {"object", "label", "level", "where", "owners", "to", "active", "starts", "ends"}
)
_COLUMNS = (
    "id, object, label, level, filter::text as filter, owner_users, owner_units, owner_groups, owner_profiles,"
    " to_keys, to_profiles, active, starts, ends"
)

RuleJson = dict[str, Json]


async def list_rules(ctx: Context) -> list[RuleJson]:
    """Return every rule, by object and label. A rule that names a field which is gone is `broken`: it opens nothing."""
    access.check_admin(ctx)
    schema = ctx.workspace.schema
    rows = await ctx.unit.fetch(
        f"select {_COLUMNS} from {schema}._sharing_rule order by object, lower(label), id"
    )
    return [_as_json(ctx, row) for row in rows]


async def save_rule(ctx: Context, rule_id: uuid.UUID | None, data: Mapping[str, Json]) -> RuleJson:
    """Make a rule, or replace one; it holds for everybody within seconds."""
    access.check_admin(ctx)
    schema = ctx.workspace.schema
    before = None if rule_id is None else await _get(ctx, rule_id)
    cells = _cells(ctx, data)
    found = rule_id or new_id()
    marks = ", ".join(
        f"${i}{'::text::jsonb' if name == 'filter' else ''}" for i, name in enumerate(cells, 2)
    )
    await ctx.unit.execute(
        f"insert into {schema}._sharing_rule (id, {', '.join(cells)}, updated_at, updated_by)"
        f" values ($1, {marks}, ${len(cells) + 2}, ${len(cells) + 3}) on conflict (id) do update set "
        + ", ".join(f"{name} = excluded.{name}" for name in (*cells, "updated_at", "updated_by")),
        found,
        *cells.values(),
        ctx.now,
        ctx.actor.user,
    )
    after = await _get(ctx, found)
    await _log(ctx, found, "create" if before is None else "update", before, after)
    return after


async def remove_rule(ctx: Context, rule_id: uuid.UUID) -> None:
    """Forget a rule; what it opened is closed within seconds."""
    access.check_admin(ctx)
    before = await _get(ctx, rule_id)
    schema = ctx.workspace.schema
    await ctx.unit.execute(f"delete from {schema}._sharing_rule where id = $1", rule_id)
    await _log(ctx, rule_id, "delete", before, None)


async def baselines(ctx: Context) -> dict[str, Json]:
    """Return how each object is shared before any rule."""
    rows = await ctx.unit.fetch(
        f"select object, opens, hierarchy from {ctx.workspace.schema}._baseline"
    )
    known = {row["object"]: Baseline(row["opens"], row["hierarchy"]) for row in rows}
    found = {name: known.get(name, Baseline()) for name in _shareable(ctx)}
    return {n: {"opens": b.opens, "hierarchy": b.hierarchy} for n, b in found.items()}


async def set_baseline(ctx: Context, object_name: str, data: Mapping[str, Json]) -> None:
    """Change how an object is shared before any rule."""
    access.check_admin(ctx)
    ctx.catalog.object(object_name)
    opens, hierarchy = data.get("opens", "private"), data.get("hierarchy", True)
    if opens not in get_args(Opens):
        raise WrongSetting(place="opens", expected="one of " + ", ".join(get_args(Opens)))
    if not isinstance(hierarchy, bool):
        raise WrongSetting(place="hierarchy", expected="true or false")
    if object_name not in _shareable(ctx):
        raise WrongSetting(place="object", expected="an object whose records have an owner")
    await ctx.unit.execute(
        f"insert into {ctx.workspace.schema}._baseline (object, opens, hierarchy, updated_at, updated_by)"
        " values ($1, $2, $3, $4, $5) on conflict (object) do update set opens = excluded.opens,"
        " hierarchy = excluded.hierarchy, updated_at = excluded.updated_at, updated_by = excluded.updated_by",
        object_name,
        opens,
        hierarchy,
        ctx.now,
        ctx.actor.user,
    )


def _shareable(ctx: Context) -> list[str]:
    return [o.name for o in ctx.catalog.objects.values() if o.owned and not o.system]


async def _get(ctx: Context, rule_id: uuid.UUID) -> RuleJson:
    row = await ctx.unit.fetchrow(
        f"select {_COLUMNS} from {ctx.workspace.schema}._sharing_rule where id = $1", rule_id
    )
    if row is None:
        raise RuleNotFound
    return _as_json(ctx, row)


def _as_json(ctx: Context, row: Any) -> RuleJson:  # noqa: ANN401 - asyncpg.Record
    where = None if row["filter"] is None else loads(row["filter"])
    owners = {kind: row[f"owner_{kind}"] for kind in _WHO}
    named = any(value is not None for value in owners.values())
    return {
        "id": str(row["id"]),
        "object": row["object"],
        "label": row["label"],
        "level": row["level"],
        "where": where,
        "owners": {kind: _texts(value) for kind, value in owners.items()} if named else None,
        "to": {"keys": _texts(row["to_keys"]), "profiles": _texts(row["to_profiles"])},
        "active": row["active"],
        "starts": _day(row["starts"]),
        "ends": _day(row["ends"]),
        "broken": where is not None and not sound(ctx.catalog, row["object"], parse_filter(where)),
    }


def _cells(ctx: Context, data: Mapping[str, Json]) -> dict[str, object]:
    """Read a rule as somebody wrote it; every refusal names the place."""
    for name in data:
        if name not in _MEMBERS:
            raise WrongSetting(place=name[:80], expected=f"one of {', '.join(sorted(_MEMBERS))}")
    object_name = str(data.get("object") or "")
    if object_name not in _shareable(ctx):
        raise WrongSetting(place="object", expected="an object whose records have an owner")
    to = _mapping(data.get("to"), "to", ("keys", "profiles"))
    keys, profiles = _ids(to.get("keys"), "to.keys"), _names(to.get("profiles"), "to.profiles")
    if not keys and not profiles:
        raise WrongSetting(place="to", expected="at least one user, unit, group or profile")
    return {
        "object": object_name,
        "label": _label(data.get("label")),
        "level": _word(data.get("level", "read"), "level", get_args(Level)),
        "filter": _where(ctx, object_name, data.get("where")),
        **_owners(data.get("owners")),
        "to_keys": keys,
        "to_profiles": profiles,
        "active": _switch(data.get("active", True), "active"),
        "starts": _date(data.get("starts"), "starts"),
        "ends": _date(data.get("ends"), "ends"),
    }


def _owners(data: Json) -> dict[str, object]:
    """Whose records; nobody in particular means everybody's."""
    if data is None:
        return {f"owner_{kind}": None for kind in _WHO}
    owners = _mapping(data, "owners", _WHO)
    found: dict[str, object] = {
        f"owner_{kind}": _ids(owners.get(kind), f"owners.{kind}") for kind in _KINDS
    }
    return {**found, "owner_profiles": _names(owners.get("profiles"), "owners.profiles")}


def _where(ctx: Context, object_name: str, data: Json) -> str | None:
    """Read the filter, and try it: a rule that cannot be asked would close its readers' lists."""
    if data is None:
        return None
    where = parse_filter(data)
    queries.check_query(ctx, access.reader(ctx), object_name, Query(where=where))
    if not sound(ctx.catalog, object_name, where):
        raise WrongSetting(place="where", expected="a filter on fields of the object")
    return dumps(data).decode()


async def _log(
    ctx: Context, rule: uuid.UUID, action: str, before: RuleJson | None, after: RuleJson | None
) -> None:
    """Write the change down beside those of records."""
    await ctx.unit.execute(
        f"insert into {ctx.workspace.schema}._change"
        " (at, actor, object, record, action, version, before, after, batch, origin)"
        " values ($1, $2, '_sharing_rule', $3, $4, 1, $5::text::jsonb, $6::text::jsonb, $7, $8)",
        ctx.now,
        ctx.actor.user,
        rule,
        action,
        None if before is None else dumps(before).decode(),
        None if after is None else dumps(after).decode(),
        ctx.batch,
        ctx.origin,
    )


def _mapping(value: Json, place: str, members: tuple[str, ...]) -> Mapping[str, Json]:
    if not isinstance(value, Mapping) or any(name not in members for name in value):
        raise WrongSetting(place=place, expected=f"an object with {', '.join(members)}")
    return cast("Mapping[str, Json]", value)


def _ids(value: Json, place: str) -> list[uuid.UUID]:
    items = value if value is not None else []
    if not isinstance(items, list) or len(items) > _MAX_HOLDERS:
        raise WrongSetting(place=place, expected=f"at most {_MAX_HOLDERS} identifiers")
    found = [parse_id(item) if isinstance(item, str) else None for item in items]
    if None in found:
        raise WrongSetting(place=place, expected="identifiers")
    return [item for item in found if item is not None]


def _names(value: Json, place: str) -> list[str]:
    items = value if value is not None else []
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise WrongSetting(place=place, expected="a list of names")
    return [str(item)[:48] for item in items[:_MAX_HOLDERS]]


def _label(value: Json) -> str:
    label = clean(value).strip() if isinstance(value, str) else ""
    if not label or len(label) > _MAX_LABEL:
        raise WrongSetting(place="label", expected=f"a text of 1 to {_MAX_LABEL} characters")
    return label


def _word(value: Json, place: str, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise WrongSetting(place=place, expected=f"one of {', '.join(choices)}")
    return str(value)


def _switch(value: Json, place: str) -> bool:
    if not isinstance(value, bool):
        raise WrongSetting(place=place, expected="true or false")
    return value


def _date(value: Json, place: str) -> dt.date | None:
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise WrongSetting(place=place, expected="a date such as 2026-11-22") from None


def _day(value: dt.date | None) -> str | None:
    return None if value is None else value.isoformat()


def _texts(value: object) -> list[Json]:
    return [str(item) for item in cast("list[object]", value or [])]
