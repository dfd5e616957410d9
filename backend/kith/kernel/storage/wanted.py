"""What the database should look like for a catalog: tables, columns, indexes, references."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from kith.kernel.catalog import Catalog
from kith.kernel.fields import Column, ParseEnv, ValueProblem, field_type, names
from kith.kernel.fields.registry import LINK_KINDS
from kith.kernel.schema import FieldDef, IndexDef, ObjectDef
from kith.kernel.schema.objects import SYSTEM_FIELDS
from kith.kernel.storage.literals import literal
from kith.kernel.storage.tables import SYSTEM_COLUMNS

FOLDED = frozenset({"text", "email", "phone", "url", "auto_number", "long_text"})
ARRAYS = frozenset({"tags", "multi_choice"})
FILE_KINDS = frozenset({"file", "image"})
_SYSTEM = frozenset(field.name for field in SYSTEM_FIELDS)
_NOT_NULL = {"version": "1", "created_at": "now()", "updated_at": "now()"}


@dataclass(frozen=True, slots=True)
class WantedColumn:
    """A column; `fill` is what existing rows get when it is added."""

    name: str
    definition: str
    sql_type: str
    fill: str | None = None
    generated: str | None = None
    default: str | None = None
    sequence: str | None = None


@dataclass(frozen=True, slots=True)
class WantedIndex:
    """An index; its name changes with its definition, so that a name is all there is to compare."""

    name: str
    definition: str
    unique: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key."""

    name: str
    column: str
    target: str
    on_delete: str


@dataclass(frozen=True, slots=True)
class WantedTable:
    """A table with everything that hangs on it."""

    name: str
    columns: tuple[WantedColumn, ...]
    indexes: tuple[WantedIndex, ...]
    references: tuple[Reference, ...]
    key: tuple[str, ...] = ("id",)


def wanted(catalog: Catalog, schema: str) -> dict[str, WantedTable]:
    """Return every table of a workspace by name."""
    found: dict[str, WantedTable] = {}
    for definition in catalog.objects.values():
        found[definition.name] = _object_table(catalog, definition, schema)
        for field in definition.all_fields():
            if field.kind == "links":
                table = _link_table(definition, field)
                found[table.name] = table
    return found


def _object_table(catalog: Catalog, definition: ObjectDef, schema: str) -> WantedTable:
    env = ParseEnv(base_currency=catalog.base_currency)
    columns = [_column(column, None, definition, schema) for column in SYSTEM_COLUMNS]
    for field in definition.all_fields():
        fills = _fills(field, env)
        columns += [
            _column(column, fill, definition, schema, field)
            for column, fill in zip(field_type(field).columns(field), fills, strict=True)
        ]
    return WantedTable(
        name=definition.name,
        columns=tuple(columns),
        indexes=tuple(dict.fromkeys(_indexes(definition))),
        references=tuple(_references(definition)),
    )


def _link_table(definition: ObjectDef, field: FieldDef) -> WantedTable:
    name = names.link_table(definition.name, field.name)
    ends = {"source": definition.name, "target": field.to or definition.name}
    return WantedTable(
        name=name,
        columns=tuple(WantedColumn(end, "uuid not null", "uuid") for end in ends),
        indexes=(_index(name, "target", "(target, source)"),),
        references=tuple(
            Reference(names.fit(f"{name}__{end}__fk"), end, to, "cascade")
            for end, to in ends.items()
        ),
        key=("source", "target"),
    )


def _column(
    column: Column,
    fill: str | None,
    definition: ObjectDef,
    schema: str,
    field: FieldDef | None = None,
) -> WantedColumn:
    default, sequence = column.default, None
    if field is not None and default is not None and "{sequence}" in default:
        sequence = names.sequence(definition.name, field.name)
        default = default.replace("{sequence}", f"{schema}.{sequence}")
    default = _NOT_NULL.get(column.name, default)
    text = column.sql_type + (" not null" if column.name in _NOT_NULL else "")
    text += f" default {default}" if default else ""
    text += f" generated always as ({column.generated}) virtual" if column.generated else ""
    return WantedColumn(
        column.name, text, column.sql_type, fill, column.generated, default, sequence
    )


def _fills(field: FieldDef, env: ParseEnv) -> tuple[str | None, ...]:
    """Return what existing rows get: the default, if it is a value and not a rule such as "me"."""
    kind = field_type(field)
    columns = kind.columns(field)
    if field.kind == "rollup" and field.config.get("op") in ("count", "sum"):
        return ("0",)
    nothing = (None,) * len(columns)
    if field.default is None or not columns:
        return nothing
    try:
        bound = kind.bind(field, kind.parse(field, field.default, env), env)
    except ValueProblem:
        return nothing
    return tuple(
        None if value is None else literal(value, column.sql_type)
        for column, value in zip(columns, bound, strict=True)
    )


def _references(definition: ObjectDef) -> Iterator[Reference]:
    for field in definition.all_fields():
        if field.kind in LINK_KINDS and field.name not in _SYSTEM and field.to:
            yield Reference(
                names.fit(f"{definition.name}__{field.name}__fk"),
                field.name,
                field.to,
                "cascade" if field.kind == "parent" else "set null",
            )


def _indexes(definition: ObjectDef) -> Iterator[WantedIndex]:
    table = definition.name
    yield _index(table, "bin", "(deleted_at) where deleted_at is not null")
    for field in definition.all_fields():
        yield from _field_indexes(definition, field)
    for hint in definition.indexes:
        yield _composite(definition, hint)


def _field_indexes(definition: ObjectDef, field: FieldDef) -> Iterator[WantedIndex]:
    table, column = definition.name, names.quoted(field.name)
    if field.kind in ("formula", "links") or field.name in _SYSTEM:
        return
    if field.kind in LINK_KINDS:
        yield _index(table, field.name, f"({column})")
    if field.kind in FILE_KINDS:
        # Who may read a record may read its files, so a file must find its records.
        yield _index(table, field.name, f"({column}) where {column} is not null")
    if field.kind in ARRAYS:
        yield _index(table, field.name, f"using gin ({column})")
    if field.unique:
        yield _index(
            table,
            f"{field.name}__unique",
            f"({unique_key(field)}) where deleted_at is null",
            unique=True,
        )
    if field.searchable and field.kind in FOLDED:
        yield _index(table, f"{field.name}__words", f"using gin ({column} public.gin_trgm_ops)")
    is_sorted = field.indexed or field.name == definition.title
    if is_sorted and field.kind in FOLDED:
        # Imports and people look records up by their names, thousands at a time.
        yield _index(table, f"{field.name}__folded", f"(lower({column}))")
    if is_sorted and field.kind not in LINK_KINDS | ARRAYS and (keys := sort_columns(field)):
        yield _index(table, f"{field.name}__order", f"({_list(keys)}, id) where deleted_at is null")


def unique_key(field: FieldDef) -> str:
    """Return what must differ between records, as SQL: texts are compared without regard to case."""
    if field.kind in FOLDED:
        return f"lower({names.quoted(field.name)})"
    if field.kind == "money":
        return _list((field.name, f"{field.name}__currency"))
    return _list(tuple(c.name for c in field_type(field).columns(field) if not c.sort))


def sort_columns(field: FieldDef) -> tuple[str, ...]:
    """Return the columns that hold a field's order; empty if nobody sorts by it."""
    columns = field_type(field).columns(field)
    keyed = tuple(c.name for c in columns if c.sort)
    if keyed:
        return keyed
    if field.kind == "money":
        return (f"{field.name}__base",)
    if field.kind in ("place", "address", "json", "file", "image", "long_text", "rich_text"):
        return ()
    return tuple(c.name for c in columns)


def _composite(definition: ObjectDef, hint: IndexDef) -> WantedIndex:
    parts = []
    for name in hint.fields:
        direction = _direction(name)
        parts += [names.quoted(c) + direction for c in _hinted(definition, name.lstrip("-"))]
    if hint.fields[-1].startswith("-"):
        parts.append("id desc")  # lists break ties by id, and pages go on from there
    text = f"({', '.join(parts)})"
    if hint.include:
        held = [c for name in hint.include for c in _held(definition, name)]
        text += f" include ({_list(tuple(dict.fromkeys(held)))})"
    label = "_".join(name.lstrip("-") for name in hint.fields)
    return _index(definition.name, label, f"{text} where deleted_at is null")


def _direction(name: str) -> str:
    """Return the direction as queries write it: empty values last, where there can be any."""
    if not name.startswith("-"):
        return ""
    return " desc" if name.lstrip("-") in _NOT_NULL else " desc nulls last"


def _hinted(definition: ObjectDef, name: str) -> tuple[str, ...]:
    field = definition.find(name)
    return (name,) if field is None else sort_columns(field)


def _held(definition: ObjectDef, name: str) -> tuple[str, ...]:
    """Return the columns that filters and figures read; of money that is the amount in the base currency."""
    field = definition.find(name)
    if field is None or field.kind == "money":
        return (name,) if field is None else sort_columns(field)
    return tuple(c.name for c in field_type(field).columns(field))


def _index(table: str, label: str, definition: str, *, unique: bool = False) -> WantedIndex:
    digest = hashlib.sha256(f"{unique}{definition}".encode()).hexdigest()[:8]
    stem = names.fit(f"{table}__{label}")[: 63 - 9]
    return WantedIndex(f"{stem}_{digest}", definition, unique)


def _list(columns: tuple[str, ...]) -> str:
    return ", ".join(names.quoted(column) for column in columns)
