"""The one statement behind a write: the row, its entry in the change log and the notice to listeners.

A template is compiled once per catalog, object, verb and set of fields; what depends on the actor (whose rows, which
rules, how the answer is shown) is put between its parts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kith.kernel.fields import Column
from kith.kernel.fields.names import literal, quoted
from kith.kernel.records.shapes import Shape

Verb = Literal["create", "update", "delete", "restore"]

ONE = 3
"""Parameters before the columns when one row is written: id, version, after."""
ENVIRONMENT = {
    "now": "timestamptz",
    "actor": "uuid",
    "batch": "uuid",
    "origin": "text",
    "action": "text",
    "ws": "text",
}
"""What every write says about its surroundings, in the order of the parameters after the columns."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a template depends on.

    `many` writes any number of rows from one JSON parameter; an update then leaves alone what a row's `_after` does
    not name, a create lets rows pass that are already there. `versioned` demands the version that the writer saw,
    `always` writes even if no column differs, `dated` takes the moment of creation from the row.
    """

    verb: Verb
    fields: tuple[str, ...]
    many: bool = False
    versioned: bool = False
    always: bool = False
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """SQL before the row condition, and between it and the list of results; further parameters count from `free`."""

    write: str
    log: str
    columns: tuple[Column, ...]
    environment: Mapping[str, str]
    free: int


def template(shape: Shape, form: Form) -> Template:
    """Compile the text for this form of write."""
    columns = tuple(c for f in form.fields if f in shape.stored for c in shape.stored[f].columns)
    taken = 1 if form.many else ONE + len(columns)
    env = {name: f"${taken + i}::{kind}" for i, (name, kind) in enumerate(ENVIRONMENT.items(), 1)}
    source = _source(form, columns)
    head = f"with {source.cte}w as ("
    if form.verb == "create":
        write, rest = _insert(shape, form, columns, source, env)
        change = f"null, d._after from w join {source.table} on d.id = w.id"
    else:
        write, rest = _update(shape, form, columns, source, env)
        change = _difference(form)
    log = (
        f"), c as (insert into {quoted(shape.schema)}._change"
        " (at, actor, object, record, action, version, batch, origin, before, after)"
        f" select {_told(form, env, 'w.created_at')}, {env['actor']}, {literal(shape.name)}, w.id,"
        f" {env['action']}, w.version,"
        f" {env['batch']}, {env['origin']}, {change} returning id, record)"
    )
    return Template(head + write, f"{rest}{log}", columns, env, taken + len(env) + 1)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where new values come from: parameters, or a JSON array of rows."""

    cte: str
    table: str


def _source(form: Form, columns: tuple[Column, ...]) -> _Source:
    if form.many:
        definition = "".join(f", {quoted(c.name)} {c.sql_type}" for c in columns)
        dated = ", _at timestamptz" if form.dated else ""
        rows = f"json_to_recordset($1::json) as r(id uuid, version int, _after jsonb{dated}{definition})"
        return _Source(f"d as materialized (select * from {rows}), ", "d")
    cells = "".join(
        f", ${ONE + i}::{c.sql_type} as {quoted(c.name)}" for i, c in enumerate(columns, 1)
    )
    one = f"(select $1::uuid as id, $2::int as version, $3::jsonb as _after{cells}) d"
    return _Source("", one)


def _insert(
    shape: Shape,
    form: Form,
    columns: tuple[Column, ...],
    source: _Source,
    env: Mapping[str, str],
) -> tuple[str, str]:
    names = "".join(f", {quoted(c.name)}" for c in columns)
    cells = "".join(f", d.{quoted(c.name)}" for c in columns)
    now, actor = env["now"], env["actor"]
    born = f"coalesce(d._at, {now})" if form.dated else now
    write = (
        f"insert into {shape.table} (id{names}, created_at, created_by, updated_at, updated_by)"
        f" select d.id{cells}, {born}, {actor}, {_told(form, env, born)}, {actor} from {source.table} where ("
    )
    # A row that is already there is left out of the result instead of stopping the others.
    passing = " on conflict do nothing" if form.many else ""
    return write, f"){passing} returning *"


def _told(form: Form, env: Mapping[str, str], born: str) -> str:
    """When a change counts as made: now, but in a made-up past at the moment it tells of."""
    if not form.dated:
        return env["now"]
    return f"case when {env['origin']} = 'demo' then {born} else {env['now']} end"


def _update(
    shape: Shape,
    form: Form,
    columns: tuple[Column, ...],
    source: _Source,
    env: Mapping[str, str],
) -> tuple[str, str]:
    now, actor = env["now"], env["actor"]
    sets = _assignments(shape, form)
    sets += {"delete": [f"deleted_at = {now}"], "restore": ["deleted_at = null"]}.get(form.verb, [])
    sets += ["version = t.version + 1", f"updated_at = {now}", f"updated_by = {actor}"]
    there = "t.deleted_at is not null" if form.verb == "restore" else "t.deleted_at is null"
    where = ["t.id = d.id", there]
    if form.versioned:
        where.append("t.version = d.version")
    if columns and not form.always:
        where.append(_differs(columns))
    write = (
        f"update {shape.table} t set {', '.join(sets)} from {source.table}"
        f" where {' and '.join(where)} and ("
    )
    kept = form.fields if form.verb == "update" else _title(shape)
    before = shape.plain(kept, "o")
    returning = (
        f") returning with (old as o, new as n) n.*, {before} as _before, d._after as _after"
    )
    return write, returning


def _assignments(shape: Shape, form: Form) -> list[str]:
    sets = []
    for name in form.fields:
        for column in shape.stored[name].columns if name in shape.stored else ():
            cell = f"d.{quoted(column.name)}"
            if form.many:
                cell = f"case when d._after ? {literal(name)} then {cell} else t.{quoted(column.name)} end"
            sets.append(f"{quoted(column.name)} = {cell}")
    return sets


def _differs(columns: tuple[Column, ...]) -> str:
    old = ", ".join(f"t.{quoted(c.name)}" for c in columns)
    new = ", ".join(f"d.{quoted(c.name)}" for c in columns)
    return (
        f"({old}) is distinct from ({new})" if len(columns) > 1 else f"{old} is distinct from {new}"
    )


def _title(shape: Shape) -> tuple[str, ...]:
    return (shape.object.title,) if shape.object.title in shape.stored else ()


def _difference(form: Form) -> str:
    """Only what changed goes to the log; `_after` may hold more than `_before` (many-to-many fields)."""
    if form.verb != "update":
        return "w._before, w._after from w"
    if len(form.fields) == 1 and not form.always:
        return "w._before, w._after from w"
    return (
        "x.before, x.after from w cross join lateral (select"
        " jsonb_object_agg(a.key, w._before -> a.key) as before, jsonb_object_agg(a.key, a.value) as after"
        " from jsonb_each(w._after) a where w._before -> a.key is distinct from a.value) x"
    )
