"""A row of an object inside a statement, with the joins that its paths need.

A link is followed by a LEFT JOIN whose ON clause holds the reader's rights on the target: what the reader may not read
is empty, for filters, sorts, groups and columns alike.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause

from kith.kernel.catalog import Catalog
from kith.kernel.expr import Filter, Path
from kith.kernel.fields import formula
from kith.kernel.fields.parts import part
from kith.kernel.fields.registry import FIELD_TYPES, LINK_KINDS
from kith.kernel.query.errors import NotALink, TooManyJoins, UnknownField
from kith.kernel.query.params import Params
from kith.kernel.query.rights import Action, Rights
from kith.kernel.query.shape import Values
from kith.kernel.schema import FieldDef, ObjectDef, Workspace
from kith.kernel.storage.tables import table

MAX_JOINS = 24
"""How many links one query may follow; more is a mistake or an attack."""

RECORD_FIELDS: Mapping[str, FieldDef] = {
    "version": FieldDef("version", kind="integer", label="Version", readonly=True),
    "deleted_at": FieldDef("deleted_at", kind="datetime", label="Deleted", readonly=True),
}
"""What every record has besides its fields; everybody who may read the record may read these."""


@dataclass(slots=True)
class Build:
    """What the parts of one statement share while it is built; nothing in it depends on values."""

    workspace: Workspace
    catalog: Catalog
    rights: Rights
    guard: "Callable[[Source, Action], ColumnElement[bool] | None]"
    values: Values = field(default_factory=Values)
    params: Params = field(default_factory=Params)
    _allowed: dict[tuple[str, Action], Filter | None] = field(default_factory=dict)
    _names: Iterator[int] = field(default_factory=itertools.count)

    def source(self, object_name: str, *, trusted: bool = False) -> "Source":
        """Return a new row of the object's table."""
        definition = self.catalog.object(object_name)
        row = table(self.catalog, self.workspace, object_name).alias(self.alias())
        return Source(self, definition, row, trusted=trusted)

    def allowed(self, object_name: str, action: Action) -> Filter | None:
        """Return the reader's rights with their values taken out, once for the whole statement."""
        key = (object_name, action)
        if key not in self._allowed:
            self._allowed[key] = self.values.take(self.rights.rows(object_name, action))
        return self._allowed[key]

    def alias(self) -> str:
        """Return a name that nothing else in the statement has."""
        return f"t{next(self._names)}"


@dataclass(slots=True)
class Source:
    """A row and the joins from it. Trusted: made for access rules, sees every field, guards nothing."""

    build: Build
    object: ObjectDef
    row: FromClause
    trusted: bool = False
    _joined: "dict[str, tuple[Source, ColumnElement[bool]]]" = field(default_factory=dict)
    _twin: "Source | None" = None
    _written: bool = False
    _count: Iterator[int] = field(default_factory=itertools.count)

    @property
    def id(self) -> ColumnElement[Any]:
        """The record's id."""
        return self.row.c.id

    @property
    def twin(self) -> "Source":
        """The same row as access rules see it."""
        if self.trusted:
            return self
        if self._twin is None:
            self._twin = Source(self.build, self.object, self.row, trusted=True, _count=self._count)
        return self._twin

    def field(self, name: str, place: str) -> FieldDef:
        """Return the field, if it exists and the reader may see it; raise UnknownField."""
        if name == "id":
            return FieldDef("id", kind="link", label="Id", to=self.object.name, readonly=True)
        if name in RECORD_FIELDS:
            return RECORD_FIELDS[name]
        found = self.object.find(name)
        visible = self.trusted or name in self.build.rights.fields(self.object.name)
        if found is None or not visible:
            raise UnknownField(place=place, object=self.object.name, field=name)
        return found

    def of(self, field: FieldDef) -> FromClause:
        """Return what the field's kind takes its columns from: the row, or a formula that has no column."""
        if field.kind != "formula" or FIELD_TYPES[field.kind].columns(field):
            return self.row
        build, add = self.build, self.build.params.add
        sql = formula.expression(
            build.catalog,
            self.object.name,
            field,
            self.row,
            self._joined_path,
            timezone=build.catalog.timezone,
            today=add("today", "date", lambda inputs: inputs.ctx.today),
            now=add("now", "timestamptz", lambda inputs: inputs.ctx.now),
        )
        return cast("FromClause", formula.virtual_row(field, sql))

    def _joined_path(self, links: Path) -> FromClause:
        """Return the row that a formula's path leads to; what the admin wrote may pass hidden fields."""
        source = self
        for name in links:
            link = source.object.find(name)
            if link is None or link.kind not in LINK_KINDS:
                raise NotALink(place="formula", field=name, rest="")
            source = source.join(link, "formula")
        return source.row

    def resolve(self, path: Path, place: str) -> "tuple[Source, FieldDef]":
        """Follow the path; return the row where it ends, and the field there."""
        source = self
        for i, name in enumerate(path[:-1]):
            part = source.part(path[i:], place)
            if part is not None:
                return source, part
            source = source.follow(name, place, rest=".".join(path[i + 1 :]))
        return source, source.field(path[-1], place)

    def reached(self, path: Path, place: str) -> "Source":
        """Return the record behind all links of the path."""
        source = self
        for i, name in enumerate(path):
            source = source.follow(name, place, rest=".".join(path[i + 1 :]))
        return source

    def part(self, path: Path, place: str) -> FieldDef | None:
        """Return a part of a value as a field of its own, if the path ends with one."""
        if len(path) != 2 or path[0] in ("id", *RECORD_FIELDS):  # noqa: PLR2004 - the field and its part
            return None
        return part(self.field(path[0], place), path[1])

    def follow(self, name: str, place: str, rest: str = "") -> "Source":
        """Return the record behind a link, joined once however often it is used."""
        if name in self._joined:
            return self._joined[name][0]
        link = self.field(name, place)
        if link.kind not in LINK_KINDS or link.to is None or name == "id":
            raise NotALink(place=place, field=name, rest=rest)
        return self.join(link, place)

    def join(self, link: FieldDef, place: str) -> "Source":
        """Join the target of a link, inside the reader's rights."""
        if link.name in self._joined:
            return self._joined[link.name][0]
        if self._written:
            raise RuntimeError("a join after the FROM clause was written would multiply rows")
        if next(self._count) >= MAX_JOINS:
            raise TooManyJoins(place=place, limit=MAX_JOINS)
        target = self.build.source(str(link.to), trusted=self.trusted)
        target._count = self._count  # noqa: SLF001 - one count for all that hangs together
        on = target.id == self.row.c[link.name]
        guard = None if self.trusted else self.build.guard(target, "know")
        self._joined[link.name] = (target, on if guard is None else sa.and_(on, guard))
        return target

    def from_clause(self) -> FromClause:
        """Return the row with everything joined to it; nothing can be joined any more."""
        self._written = True
        if self._twin is not None:
            self._twin._written = True  # noqa: SLF001 - its own other half
        clause = self.row
        twin = self._twin._joined if self._twin else {}  # noqa: SLF001 - its own other half
        for target, on in (*twin.values(), *self._joined.values()):
            clause = clause.outerjoin(target.from_clause(), on)
        return clause
