"""The difference between what a catalog wants and what the database has, as steps that a person can read."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from kith.infra.db import Unit
from kith.kernel.catalog import Catalog
from kith.kernel.fields.names import literal, quoted
from kith.kernel.schema import Workspace
from kith.kernel.storage.actual import Actual, ActualColumn, ActualTable, actual
from kith.kernel.storage.wanted import Reference, WantedColumn, WantedIndex, WantedTable, wanted

SENTENCES = {
    "create_table": "Create the table {table} with {columns} columns.",
    "create_sequence": "Start counting for {table}.{column}.",
    "add_column": "Add the column {table}.{column} ({type}).",
    "change_expression": "Compute {table}.{column} by its new formula.",
    "add_reference": "Let {table}.{column} refer to {target}.",
    "check_reference": "Check that {table}.{column} refers to {target} in every row.",
    "build_index": "Build the index {index} on {table}, while others go on working.",
    "drop_index": "Drop the index {index} on {table}, which nothing needs any more.",
    "column_differs": "Leave {table}.{column} as it is ({found}), although {wanted} is declared.",
}
TYPES = {
    "timestamptz": "timestamp with time zone",
    "int": "integer",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One statement. `alone` ones run after the others, outside any transaction, and may be repeated."""

    kind: str
    sql: str
    params: Mapping[str, object] = field(default_factory=dict)
    alone: bool = False

    @property
    def sentence(self) -> str:
        """Say in English what the step does."""
        return SENTENCES[self.kind].format(**self.params)


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to be done, in order; nothing when the database is as the catalog wants it."""

    schema: str
    steps: tuple[Step, ...] = ()

    @property
    def sentences(self) -> list[str]:
        """Say what will happen."""
        return [step.sentence for step in self.steps]

    @property
    def together(self) -> tuple[Step, ...]:
        """Return the steps that one transaction does."""
        return tuple(s for s in self.steps if s.sql and not s.alone)

    @property
    def afterwards(self) -> tuple[Step, ...]:
        """Return the steps that run alone, once the others are committed."""
        return tuple(s for s in self.steps if s.alone)


async def plan(
    unit: Unit, workspace: Workspace, catalog: Catalog, small: Collection[str] = ()
) -> Plan:
    """Compare the catalog with the database; tables known to be `small` may stand still for a moment."""
    found = await actual(unit, workspace.schema)
    return difference(wanted(catalog, workspace.schema), found, workspace.schema, small)


def difference(
    want: dict[str, WantedTable], have: Actual, schema: str, small: Collection[str] = ()
) -> Plan:
    """Return the steps from what there is to what there should be."""
    tables: list[Step] = []
    links: list[Step] = []
    for table in want.values():
        found = have.tables.get(table.name)
        tables += _sequences(table, have, schema)
        tables += [_create(table, schema)] if found is None else _columns(table, found, schema)
        at_once = found is None or table.name in small
        links += _references(table, found, schema, at_once=at_once)
        links += _indexes(table, found, schema, at_once=at_once)
    return Plan(schema, (*tables, *links))


def digest(expression: str) -> str:
    """Return the note that is put on a generated column, to notice a new expression later."""
    return "kith:" + hashlib.sha256(expression.encode()).hexdigest()[:16]


def _sequences(table: WantedTable, have: Actual, schema: str) -> Iterator[Step]:
    for column in table.columns:
        if column.sequence and column.sequence not in have.sequences:
            yield Step(
                "create_sequence",
                f"create sequence {schema}.{column.sequence}",
                {"table": table.name, "column": column.name},
            )


def _create(table: WantedTable, schema: str) -> Step:
    parts = [f"{quoted(c.name)} {c.definition}" for c in table.columns]
    parts.append(f"primary key ({', '.join(table.key)})")
    sql = f"create table {schema}.{quoted(table.name)} (\n  " + ",\n  ".join(parts) + "\n)"
    sql += "".join(_noted(table, column, schema) for column in table.columns)
    return Step("create_table", sql, {"table": table.name, "columns": len(table.columns)})


def _columns(table: WantedTable, found: ActualTable, schema: str) -> Iterator[Step]:
    for column in table.columns:
        present = found.columns.get(column.name)
        if present is None:
            yield _add_column(table, column, schema)
            continue
        is_other_type = TYPES.get(column.sql_type, column.sql_type) != present.sql_type
        if present.generated and (is_other_type or not column.generated):
            yield _replace_column(table, column, schema)
        elif is_other_type or (column.generated and not present.generated):
            yield _leave_column(table, column, present)
        elif column.generated and present.note != digest(column.generated):
            yield _new_expression(table, column, schema)


def _add_column(table: WantedTable, column: WantedColumn, schema: str) -> Step:
    target, name = f"{schema}.{quoted(table.name)}", quoted(column.name)
    text = column.definition
    if column.sequence:
        text = column.sql_type
    elif column.fill and column.default is None and not column.generated:
        text = f"{text} default {column.fill}"
    sql = f"alter table {target} add column {name} {text}" + _noted(table, column, schema)
    if column.sequence:
        sql += f"; alter table {target} alter column {name} set default {column.default}"
    elif text != column.definition:
        sql += f"; alter table {target} alter column {name} drop default"
    params = {"table": table.name, "column": column.name, "type": column.sql_type}
    return Step("add_column", sql, params)


def _replace_column(table: WantedTable, column: WantedColumn, schema: str) -> Step:
    """A virtual column holds nothing, so another may take its place."""
    target, name = f"{schema}.{quoted(table.name)}", quoted(column.name)
    sql = f"alter table {target} drop column {name}, add column {name} {column.definition}"
    return Step("change_expression", sql + _noted(table, column, schema), _named(table, column))


def _new_expression(table: WantedTable, column: WantedColumn, schema: str) -> Step:
    target, name = f"{schema}.{quoted(table.name)}", quoted(column.name)
    sql = f"alter table {target} alter column {name} set expression as ({column.generated})"
    return Step("change_expression", sql + _noted(table, column, schema), _named(table, column))


def _leave_column(table: WantedTable, column: WantedColumn, present: ActualColumn) -> Step:
    kinds = {"found": present.sql_type, "wanted": column.sql_type}
    return Step("column_differs", "", {**_named(table, column), **kinds})


def _named(table: WantedTable, column: WantedColumn) -> dict[str, object]:
    return {"table": table.name, "column": column.name}


def _noted(table: WantedTable, column: WantedColumn, schema: str) -> str:
    if not column.generated:
        return ""
    place = f"{schema}.{quoted(table.name)}.{quoted(column.name)}"
    return f"; comment on column {place} is {literal(digest(column.generated))}"


def _references(
    table: WantedTable, found: ActualTable | None, schema: str, *, at_once: bool
) -> Iterator[Step]:
    present = found.references if found else {}
    for reference in table.references:
        if reference.name not in present:
            yield _add_reference(table, reference, schema, at_once=at_once)
        if not present.get(reference.name, at_once):
            yield Step(
                "check_reference",
                f"alter table {schema}.{quoted(table.name)}"
                f" validate constraint {quoted(reference.name)}",
                {"table": table.name, "column": reference.column, "target": reference.target},
                alone=True,
            )


def _add_reference(table: WantedTable, reference: Reference, schema: str, *, at_once: bool) -> Step:
    sql = (
        f"alter table {schema}.{quoted(table.name)} add constraint {quoted(reference.name)}"
        f" foreign key ({quoted(reference.column)})"
        f" references {schema}.{quoted(reference.target)} (id)"
        f" on delete {reference.on_delete}{'' if at_once else ' not valid'}"
    )
    params = {"table": table.name, "column": reference.column, "target": reference.target}
    return Step("add_reference", sql, params)


def _indexes(
    table: WantedTable, found: ActualTable | None, schema: str, *, at_once: bool
) -> Iterator[Step]:
    present = found.indexes if found else {}
    for index in table.indexes:
        if index.name in present and not present[index.name]:
            yield _drop(table, index.name, schema, at_once=False)
        if not present.get(index.name, False):
            yield _build(table, index, schema, at_once=at_once and index.name not in present)
    for name in present.keys() - {index.name for index in table.indexes}:
        yield _drop(table, name, schema, at_once=at_once)


def _build(table: WantedTable, index: WantedIndex, schema: str, *, at_once: bool) -> Step:
    unique = "unique " if index.unique else ""
    concurrently = "" if at_once else "concurrently "
    where = f"{schema}.{quoted(table.name)} {index.definition}"
    sql = f"create {unique}index {concurrently}{quoted(index.name)} on {where}"
    return Step("build_index", sql, {"table": table.name, "index": index.name}, alone=not at_once)


def _drop(table: WantedTable, name: str, schema: str, *, at_once: bool) -> Step:
    concurrently = "" if at_once else "concurrently "
    sql = f"drop index {concurrently}if exists {schema}.{quoted(name)}"
    return Step("drop_index", sql, {"table": table.name, "index": name}, alone=not at_once)
