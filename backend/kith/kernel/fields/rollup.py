"""Roll-ups: figures over the records that point at a record, kept in a column that follows their changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql.asyncpg import dialect

from kith.kernel.fields.formula.compile import Definitions
from kith.kernel.fields.formula.types import READINGS, RESULT_TYPES
from kith.kernel.fields.names import origin, quoted
from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.errors import KithError
from kith.lib.json import Json

OPERATIONS = ("count", "sum", "min", "max", "avg")
LINKS = frozenset({"link", "parent", "user"})
_DIALECT = dialect()  # type: ignore[no-untyped-call]


class RollupProblem(KithError):
    """The roll-up {field} cannot be computed: {reason}."""

    code: ClassVar[str] = "rollup.invalid"


@dataclass(frozen=True, slots=True)
class Rollup:
    """A roll-up read from its config: `op` over `value` of the `child` records whose `link` points at `owner`."""

    owner: str
    field: FieldDef
    child: str
    link: FieldDef
    value: FieldDef | None
    op: str
    where: Json


def read(definitions: Definitions, owner: str, field: FieldDef) -> Rollup:
    """Return the roll-up that a field declares; raise RollupProblem."""
    child, _, link_name = str(field.config.get("of", "")).partition(".")
    link = definitions.object(child).find(link_name) if child else None
    if link is None or link.kind not in LINKS or link.to != owner:
        reason = f"“{child}.{link_name}” is no link to {owner}"
        raise RollupProblem(field=field.name, reason=reason)
    op = str(field.config.get("op", "count"))
    if op not in OPERATIONS:
        reason = f"“{op}” is not one of {', '.join(OPERATIONS)}"
        raise RollupProblem(field=field.name, reason=reason)
    value = _value(definitions, child, field, op)
    return Rollup(owner, field, child, link, value, op, field.config.get("where"))


def result_kind(definitions: Definitions, owner: str, field: FieldDef) -> str:
    """Return the kind that a roll-up results in."""
    found = read(definitions, owner, field)
    wanted = field.config.get("result")
    if isinstance(wanted, str) and wanted in RESULT_TYPES:
        return wanted
    if found.value is None:
        return "integer"
    kind = _kind(found.value)
    return "number" if found.op == "avg" and kind == "integer" else kind


def watching(objects: Mapping[str, ObjectDef], definitions: Definitions) -> dict[str, list[Rollup]]:
    """Return the roll-ups that are to be recomputed when a record of an object changes."""
    found: dict[str, list[Rollup]] = {}
    for owner, definition in objects.items():
        for field in definition.fields:
            if field.kind == "rollup" and "broken" not in field.config:
                rollup = read(definitions, owner, field)
                found.setdefault(rollup.child, []).append(rollup)
    return found


def recompute_sql(
    rollup: Rollup,
    parent: FromClause,
    child: FromClause,
    condition: Callable[[FromClause], ColumnElement[bool]] | None = None,
) -> str:
    """Return an UPDATE that sets the figure right for the parents in $1 (uuid[]) and returns those that changed.

    `parent` and `child` are the tables (`storage.tables.table`); `condition` is the compiled filter of `where`, to be
    called with the row of the child.
    """
    row = child.alias("child")
    ids = (
        sa.func.unnest(sa.literal_column("$1::uuid[]", ARRAY(sa.Uuid())))
        .table_valued("id")
        .render_derived("asked")
    )
    figure = sa.select(_figure(rollup, row)).where(
        row.c[rollup.link.name] == ids.c.id, row.c.deleted_at.is_(None)
    )
    if condition is not None:
        figure = figure.where(condition(row))
    fresh = sa.select(ids.c.id, figure.scalar_subquery().label("figure")).subquery("fresh")
    name = quoted(rollup.field.name)
    schema, table = origin(parent)
    return (
        f"update {quoted(schema)}.{quoted(table)} as owner set {name} = fresh.figure"
        f" from ({_text(sa.select(fresh))}) as fresh"
        f" where owner.id = fresh.id and owner.{name} is distinct from fresh.figure returning owner.id"
    )


def _text(clause: Any) -> str:  # noqa: ANN401 - any clause
    return str(clause.compile(dialect=_DIALECT, compile_kwargs={"literal_binds": True}))


def _figure(rollup: Rollup, row: FromClause) -> ColumnElement[Any]:
    kind = str(rollup.field.config.get("result", "number"))
    if rollup.value is None:
        return sa.func.count()
    column = _reading(rollup.value, row)
    figure: ColumnElement[Any] = getattr(sa.func, rollup.op)(column)
    if rollup.op == "sum":
        figure = sa.func.coalesce(figure, sa.literal_column("0"))
    if kind == "integer":
        return sa.cast(sa.func.round(figure), sa.BigInteger())
    return figure


def _reading(value: FieldDef, row: FromClause) -> ColumnElement[Any]:
    if value.kind in ("formula", "rollup"):
        return row.c[value.name]
    return READINGS[value.kind][1](value, row)


def _value(definitions: Definitions, child: str, field: FieldDef, op: str) -> FieldDef | None:
    name = field.config.get("field")
    if op == "count":
        return None
    value = definitions.object(child).find(str(name))
    if value is None:
        raise RollupProblem(field=field.name, reason=f"{child} has no field “{name}”")
    if value.kind == "formula" and "sql" not in value.config:
        reason = f"{child}.{name} is computed when it is read"
        raise RollupProblem(field=field.name, reason=reason)
    type_ = RESULT_TYPES.get(_kind(value))
    is_number, is_moment = type_ == "number", type_ in ("date", "datetime")
    if not is_number and not (is_moment and op in ("min", "max")):
        raise RollupProblem(field=field.name, reason=f"{op} does not work on {child}.{name}")
    return value


def _kind(value: FieldDef) -> str:
    if value.kind in ("formula", "rollup"):
        return str(value.config.get("result", "number"))
    return value.kind
