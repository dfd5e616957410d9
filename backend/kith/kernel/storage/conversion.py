"""Changes the kind of a field: new columns beside the old ones, filled batch by batch, then swapped in a moment."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

import asyncpg
from sqlalchemy.dialects.postgresql.asyncpg import dialect

from kith.infra.db import Database, Unit
from kith.kernel.catalog import Catalog
from kith.kernel.catalog.messages import message
from kith.kernel.fields import Column, ParseEnv, ValueProblem, field_type
from kith.kernel.fields.convert import Conversion, conversion
from kith.kernel.fields.names import fit, quoted
from kith.kernel.schema import FieldDef, Workspace
from kith.kernel.storage.apply import LONGEST, patiently
from kith.kernel.storage.aside import put_aside
from kith.kernel.storage.tables import table
from kith.lib.ids import new_id
from kith.lib.json import Json, loads

BATCH = 1_000
SHOWN_BLOCKERS = 50
PASSING = "_next_"
_DIALECT = dialect()  # type: ignore[no-untyped-call]


@dataclass(frozen=True, slots=True)
class Blocker:
    """A row whose value the new kind refuses, and why."""

    id: uuid.UUID
    value: Json
    message: str


@dataclass(slots=True)
class Change:
    """A change of kind in progress. `columns` maps each new column to its name until the swap."""

    workspace: Workspace
    object: str
    old: FieldDef
    new: FieldDef
    env: ParseEnv
    select: str
    convert: Conversion
    columns: dict[str, str]
    mark: str
    done: int = 0
    blocked: int = 0
    blockers: list[Blocker] = field(default_factory=list)

    @property
    def table(self) -> str:
        """The object's table as SQL text."""
        return f"{self.workspace.schema}.{quoted(self.object)}"


def change(
    catalog: Catalog, workspace: Workspace, object_name: str, new: FieldDef, env: ParseEnv
) -> Change:
    """Return a change that has not begun; raise CannotConvert."""
    old = catalog.field(object_name, new.name)
    row = table(catalog, workspace, object_name).alias("r")
    plain = (
        field_type(old)
        .plain(old, row)
        .compile(dialect=_DIALECT, compile_kwargs={"literal_binds": True})
    )
    mark = new_id().hex[-8:]
    return Change(
        workspace=workspace,
        object=object_name,
        old=old,
        new=new,
        env=env,
        select=f"to_jsonb({plain})",
        convert=conversion(old, new),
        columns={c.name: fit(f"{PASSING}{mark}_{c.name}") for c in _columns(new)},
        mark=fit(f"{PASSING}{mark}_version"),
    )


async def begin(unit: Unit, change: Change) -> None:
    """Add the new columns under passing names, and one that remembers which version was converted.

    What a run left behind that was killed goes first: the field is converted anew from its beginning.
    """
    left = await unit.fetch(
        "select attname from pg_attribute where attrelid = $1::text::regclass"
        " and starts_with(attname, $2) and not attisdropped",
        change.table,
        PASSING,
    )
    parts = [f"drop column {quoted(row['attname'])}" for row in left]
    parts += [
        f"add column {quoted(change.columns[column.name])} {column.sql_type}"
        for column in _columns(change.new)
    ]
    parts.append(f"add column {change.mark} int")
    await patiently(unit, f"alter table {change.table} {', '.join(parts)}", change.object)


async def fill(unit: Unit, change: Change, after: uuid.UUID | None) -> uuid.UUID | None:
    """Convert the next batch of rows; return the last id, None when there are no more."""
    rows = await unit.fetch(
        f"select r.id, r.version, {change.select}::text as plain from {change.table} r"
        " where ($1::uuid is null or r.id > $1) order by r.id limit $2",
        after,
        BATCH,
    )
    await _store(unit, change, rows)
    return rows[-1]["id"] if len(rows) == BATCH else None


async def note_stale(database: Database, change: Change) -> None:
    """Let the rows that were written meanwhile be found at once: a large table must not be read while writers wait."""
    name = fit(f"{change.mark}_stale")
    async with database.raw() as connection:
        await connection.execute(
            f"create index concurrently {name} on {change.table} (id) where {_stale(change)}",
            timeout=LONGEST,
        )


async def catch_up(unit: Unit, change: Change) -> None:
    """Convert again what was written meanwhile."""
    rows = await unit.fetch(
        f"select r.id, r.version, {change.select}::text as plain from {change.table} r"
        f" where {_stale(change)} order by r.id"
    )
    await _store(unit, change, rows)


async def swap(unit: Unit, change: Change) -> None:
    """Convert what was written meanwhile, then give the new columns their names; everybody waits for a moment.

    The strongest lock is taken at once: with a weaker one first, a writer that holds a row and wants to write it would
    wait for us and we for it.
    """
    await patiently(unit, f"lock table {change.table} in access exclusive mode", change.object)
    await catch_up(unit, change)
    if change.blocked:
        return
    await put_aside(unit, change.workspace, change.object, change.old, "converted")
    renames = [
        f"alter table {change.table} rename column {quoted(now)} to {quoted(name)}"
        for name, now in change.columns.items()
    ]
    renames.append(f"alter table {change.table} drop column {change.mark}")
    await patiently(unit, ";\n".join(renames), change.object)


async def abandon(unit: Unit, change: Change) -> None:
    """Take the new columns away again."""
    parts = [
        f"drop column if exists {quoted(name)}" for name in (*change.columns.values(), change.mark)
    ]
    await patiently(unit, f"alter table {change.table} {', '.join(parts)}", change.object)


def _stale(change: Change) -> str:
    return f"{change.mark} is distinct from version"


def _columns(new: FieldDef) -> Sequence[Column]:
    return [c for c in field_type(new).columns(new) if c.generated is None]


async def _store(unit: Unit, change: Change, rows: Sequence[asyncpg.Record]) -> None:
    found = [bound for row in rows if (bound := _converted(change, row)) is not None]
    change.done += len(rows)
    if not found or change.blocked:
        return
    columns = _columns(change.new)
    definitions = ", ".join(f"{quoted(c.name)} {c.sql_type}" for c in columns)
    # A name of its own: the driver remembers for a connection which types the columns of a table have.
    passing = fit(f"_converted_{change.mark}")
    await unit.execute(
        f"drop table if exists pg_temp.{passing};"
        f"create temp table {passing} (_id uuid, _version int, {definitions}) on commit drop"
    )
    names = ["_id", "_version", *(c.name for c in columns)]
    await unit.copy("pg_temp", passing, names, found)
    assignments = [f"{quoted(change.columns[c.name])} = n.{quoted(c.name)}" for c in columns]
    assignments.append(f"{change.mark} = n._version")
    await unit.execute(
        f"update {change.table} r set {', '.join(assignments)} from pg_temp.{passing} n"
        " where r.id = n._id and r.version = n._version"
    )


def _converted(change: Change, row: asyncpg.Record) -> tuple[object, ...] | None:
    identity, version, text = row
    plain = None if text is None else loads(text)
    kind = field_type(change.new)
    try:
        value = None if plain is None else change.convert(plain, change.env)
    except ValueProblem as problem:
        change.blocked += 1
        if len(change.blockers) < SHOWN_BLOCKERS:
            change.blockers.append(Blocker(identity, plain, message(problem, change.env.locale)))
        return None
    return (identity, version, *kind.bind(change.new, value, change.env))
