"""How formulas are used: settled once when a catalog is made, expanded by queries where they have no column."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql.asyncpg import dialect
from typing_extensions import override

from kith.kernel.fields.formula.compile import Definitions, Path, Resolve, Scope, Seen, value
from kith.kernel.fields.formula.errors import WrongResult
from kith.kernel.fields.formula.functions import (
    Surroundings,
    bounded,
    moment_while_real,
    while_real,
)
from kith.kernel.fields.formula.syntax import parse
from kith.kernel.fields.formula.types import INFERRED, RESULT_TYPES, SPOKEN, Row, Sql, Value
from kith.kernel.schema import FieldDef

_DIALECT = dialect()  # type: ignore[no-untyped-call]
_MOST = 10**15
_TODAY: Sql = sa.literal_column("current_date", sa.Date())
_NOW: Sql = sa.literal_column("now()", sa.DateTime(timezone=True))


@dataclass(frozen=True, slots=True)
class Settled:
    """What a formula turned out to be. `sql` is there when a virtual column can hold it; `uses` names its fields."""

    result: str
    sql: str | None
    uses: frozenset[tuple[str, str]]


class _AnyRow:
    """A row whose columns are just their names, as generated columns want them."""

    @property
    def c(self) -> "_AnyColumns":
        return _AnyColumns()


class _AnyColumns(Mapping[str, Any]):
    @override
    def __getitem__(self, name: str) -> Sql:
        return sa.column(name)

    @override
    def __iter__(self) -> Any:
        return iter(())

    @override
    def __len__(self) -> int:
        return 0


def settle(definitions: Definitions, object_name: str, field: FieldDef, timezone: str) -> Settled:
    """Check a formula and find out what it results in; raise FormulaProblem."""
    row = _AnyRow()
    surroundings = Surroundings(timezone, _TODAY, _NOW)
    scope = _scope(definitions, object_name, field, lambda _: row, surroundings)
    found = value(parse(_text(field)), scope)
    kind = _result(field, found)
    seen = scope.seen
    sql = _finished(found, kind, field) if seen.is_steady and seen.is_local else None
    text = None if sql is None else str(sql.compile(dialect=_DIALECT))
    return Settled(kind, text, frozenset(seen.references))


def expression(  # noqa: PLR0913 - all of them are different every time
    definitions: Definitions,
    object_name: str,
    field: FieldDef,
    row: Row,
    resolve_path: Resolve,
    *,
    timezone: str = "UTC",
    today: Sql = _TODAY,
    now: Sql = _NOW,
) -> Sql:
    """Return a formula as an expression over `row`, for a query that has no column to read.

    `resolve_path(links)` returns the row (anything with `.c`) at the end of a path of links such as ("account",
    "owner"), joined by the query. `today` and `now` are the reader's. Give the result to `virtual_row`.
    """
    if "broken" in field.config:
        return sa.cast(sa.null(), sa.Text())

    def resolve(path: Path) -> Row:
        return resolve_path(path) if path else row

    surroundings = Surroundings(timezone, today, now)
    scope = _scope(definitions, object_name, field, resolve, surroundings)
    found = value(parse(_text(field)), scope)
    return _finished(found, _result(field, found), field)


def virtual_row(field: FieldDef, sql: Sql) -> Any:  # noqa: ANN401 - stands in for a FromClause
    """Return a row that holds nothing but this formula, to give to `plain`, `shown`, `sort` and operators."""
    return SimpleNamespace(c={field.name: sql})


def _scope(
    definitions: Definitions,
    object_name: str,
    field: FieldDef,
    resolve: Resolve,
    surroundings: Surroundings,
) -> Scope:
    inside = (f"{object_name}.{field.name}",)
    return Scope(definitions, object_name, resolve, surroundings, inside=inside, seen=Seen())


def _text(field: FieldDef) -> str:
    return str(field.config.get("expr", ""))


def _result(field: FieldDef, found: Value) -> str:
    wanted = field.config.get("result")
    kind = str(wanted) if wanted in RESULT_TYPES else INFERRED[found.type]
    if found.type not in ("empty", RESULT_TYPES[kind]):
        raise WrongResult(position=1, found=SPOKEN[found.type], expected=SPOKEN[RESULT_TYPES[kind]])
    return kind


def _finished(found: Value, kind: str, field: FieldDef) -> Sql:
    """Return the SQL in exactly the type of the result's column."""
    decimals = field.config.get("decimals")
    if RESULT_TYPES[kind] == "number" and kind != "integer" and isinstance(decimals, int):
        return sa.func.round(found.sql, sa.literal_column(str(decimals)))
    finish = _FINISHES.get(kind)
    return found.sql if finish is None else finish(found.sql)


_FINISHES: Mapping[str, Callable[[Sql], Sql]] = {
    "text": lambda sql: sa.cast(sql, sa.Text()),
    "integer": lambda sql: sa.cast(bounded(sa.func.round(sql), _MOST), sa.BigInteger()),
    "checkbox": lambda sql: sa.func.coalesce(sql, sa.false()),
    "date": lambda sql: while_real(sql, sql),
    "datetime": moment_while_real,
}
