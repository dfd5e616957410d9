"""What a write needs to know about an object's table, worked out once per catalog."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, cast

import sqlalchemy as sa
from sqlalchemy import FromClause
from sqlalchemy.dialects.postgresql.asyncpg import dialect

from kith.kernel.context import Context
from kith.kernel.fields import FIELD_TYPES, Column, FieldType
from kith.kernel.fields.names import link_table, literal, quoted
from kith.kernel.schema import FieldDef, ObjectDef
from kith.kernel.storage import tables
from kith.lib.json import Json

Values = dict[str, Json]
Cells = dict[str | None, object]
"""A value per column; what is under None belongs to a column that PostgreSQL computes."""
HookRun = Callable[[Context, Mapping[str, Json] | None, Values], Awaitable[Values]]


class Hook(Protocol):
    """What records need to know of a module's hook (kith.module.Hook)."""

    @property
    def run(self) -> HookRun: ...
    @property
    def fields(self) -> frozenset[str]: ...


LINKS = "links"
PARENT = "parent"
MONEY = "money"
FILES = frozenset({"file", "image"})
TARGETED = frozenset({"link", "parent", "user", LINKS})
COMPUTED = frozenset({"formula", "rollup"})
SYSTEM_COLUMNS = frozenset({"created_at", "created_by", "updated_at", "updated_by"})
_DIALECT = dialect()  # type: ignore[no-untyped-call]
_MOST_PAIRS = 40
_LABEL = "kith_part"


@dataclass(frozen=True, slots=True)
class Stored:
    """A field with columns of its own that a write fills."""

    field: FieldDef
    type: FieldType
    columns: tuple[Column, ...]
    cells: tuple[str | None, ...]
    """The column for each value that the kind binds; None for those that PostgreSQL computes."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An object as its table sees it. The fields in `links` live in tables of their own: (source, target)."""

    object: ObjectDef
    schema: str
    row: FromClause
    stored: Mapping[str, Stored]
    links: Mapping[str, FieldDef]
    fields: Mapping[str, FieldDef]
    defaults: tuple[tuple[str, Stored], ...]
    hooks: tuple[Hook, ...]
    children: tuple[tuple[str, FieldDef], ...]
    required: tuple[str, ...]
    money: tuple[str, ...]
    files: tuple[str, ...]
    whole: str
    """SQL for a jsonb object that holds the plain form of every written field of the row `t`."""
    texts: dict[tuple[tuple[str, ...], str], str] = field(default_factory=dict)
    """What `plain` has compiled so far."""

    @property
    def name(self) -> str:
        """The object's name."""
        return self.object.name

    @property
    def table(self) -> str:
        """The object's table as SQL text."""
        return f"{quoted(self.schema)}.{quoted(self.name)}"

    def concerned(self, changing: Collection[str]) -> tuple[Hook, ...]:
        """Return the hooks that a change of these fields concerns."""
        return tuple(h for h in self.hooks if not h.fields or not h.fields.isdisjoint(changing))

    def link_table(self, field: str) -> str:
        """The table behind a many-to-many field, as SQL text."""
        return f"{quoted(self.schema)}.{quoted(link_table(self.name, field))}"

    def plain(self, names: Iterable[str], alias: str) -> str:
        """SQL for a jsonb object that holds the plain form of these fields of the row `alias`."""
        key = (tuple(names), alias)
        found = self.texts.get(key)
        if found is None:
            found = self.texts[key] = self._plain(*key)
        return found

    def _plain(self, names: tuple[str, ...], alias: str) -> str:
        return _plain_object([self.field(name) for name in names], self.row.alias(alias))

    def field(self, name: str) -> FieldDef:
        """Return a field of the object; raise KeyError."""
        stored = self.stored.get(name)
        found = self.object.find(name) if stored is None else stored.field
        if found is None:
            raise KeyError(name)
        return found


def shape(ctx: Context, name: str | ObjectDef) -> Shape:
    """Return the shape of an object of this workspace; raise UnknownObject."""
    known = ctx.catalog.memo
    key = ("shape", ctx.workspace.schema, name if isinstance(name, str) else name.name)
    found = known.get(key)
    if found is None:
        found = known[key] = _make(ctx, key[2])
    return cast("Shape", found)


def _plain_object(fields: Sequence[FieldDef], row: FromClause) -> str:
    pairs = [f"{literal(member.name)}, {_plain(member, row)}" for member in fields]
    # A function takes at most 100 arguments.
    parts = [f"jsonb_build_object({', '.join(some)})" for some in _batched(pairs)]
    return " || ".join(parts) or "jsonb_build_object()"


def _plain(field: FieldDef, row: FromClause) -> str:
    """Compile a field's plain form inside a statement about the row, and cut it out: it may hold a sub-query."""
    expression = FIELD_TYPES[field.kind].plain(field, row).label(_LABEL)
    statement = sa.select(expression).select_from(row)
    sql = str(statement.compile(dialect=_DIALECT, compile_kwargs={"literal_binds": True}))
    return sql.removeprefix("SELECT ").split(f" AS {_LABEL} \nFROM ", 1)[0]


def _batched(pairs: list[str]) -> list[list[str]]:
    return [pairs[i : i + _MOST_PAIRS] for i in range(0, len(pairs), _MOST_PAIRS)]


def _make(ctx: Context, name: str) -> Shape:
    definition = ctx.catalog.object(name)
    filled = (_stored(member) for member in definition.all_fields())
    stored = {member.field.name: member for member in filled if member is not None}
    links = {f.name: f for f in definition.fields if f.kind == LINKS}
    fields = (*(member.field for member in stored.values()), *links.values())
    row = tables.table(ctx.catalog, ctx.workspace, name)
    return Shape(
        object=definition,
        schema=ctx.workspace.schema,
        row=row,
        stored=stored,
        links=links,
        fields={member.name: member for member in fields},
        defaults=tuple(s for s in stored.items() if s[1].field.default is not None),
        hooks=tuple(h for m in ctx.catalog.modules for h in m.hooks if h.object == name),
        children=tuple(ctx.catalog.reverse(name)),
        required=tuple(f.name for f in fields if f.required),
        money=tuple(f.name for f in fields if f.kind == MONEY),
        files=tuple(f.name for f in fields if f.kind in FILES),
        whole=_plain_object(fields, row.alias("t")),
    )


def _stored(member: FieldDef) -> Stored | None:
    kind = FIELD_TYPES[member.kind]
    every = kind.columns(member)
    columns = tuple(c for c in every if c.generated is None)
    cells = tuple(None if c.generated else c.name for c in every)
    written = kind.stored and member.kind not in COMPUTED and member.name not in SYSTEM_COLUMNS
    return Stored(member, kind, columns, cells) if columns and written else None
