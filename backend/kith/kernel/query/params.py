"""The parameters of a statement: each knows its SQL type and how to find its value in the next request."""

import re
import uuid
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import UserDefinedType
from typing_extensions import override

from kith.kernel.context import Context
from kith.kernel.fields.protocol import ParseEnv
from kith.kernel.query.relative import Calendar

DIALECT = postgresql.dialect(paramstyle="numeric_dollar")  # type: ignore[no-untyped-call]
_OPEN, _CLOSE = "\x02", "\x03"
_PLACE = re.compile(f"{_OPEN}(p[0-9]+){_CLOSE}")


@dataclass(frozen=True, slots=True)
class Inputs:
    """One request: who asks, when, and the values that were taken out of the query."""

    ctx: Context
    env: ParseEnv
    values: Sequence[object] = ()
    after: Sequence[object] = ()
    ids: Sequence[uuid.UUID] = ()

    @property
    def calendar(self) -> Calendar:
        """The reader's today, and the workspace's fiscal year."""
        return Calendar(self.ctx.today, self.ctx.workspace.fiscal_start)


Binder = Callable[[Inputs], object]


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL text with $1, $2 ... and the values for them."""

    sql: str
    args: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """The text that all queries of one shape share."""

    sql: str
    binders: tuple[Binder, ...]

    def bind(self, inputs: Inputs) -> Statement:
        """Return the statement for one request; raise QueryProblem for a value that does not fit."""
        return Statement(self.sql, tuple(binder(inputs) for binder in self.binders))


class SqlType(UserDefinedType[Any]):
    """A PostgreSQL type by its name, for casts."""

    cache_ok = True

    def __init__(self, name: str) -> None:
        """Keep the name as PostgreSQL writes it."""
        self.name = name

    @override
    def get_col_spec(self, **_kw: object) -> str:
        """Return the name."""
        return self.name


@dataclass(slots=True)
class Params:
    """Collects the parameters while a statement is built; the same key gives the same parameter."""

    _names: dict[Hashable, str] = field(default_factory=dict)
    _binders: dict[str, Binder] = field(default_factory=dict)

    def add(self, key: Hashable, sql_type: str, binder: Binder) -> ColumnElement[Any]:
        """Return the parameter as an SQL expression of the given type."""
        name = self._names.setdefault((key, sql_type), f"p{len(self._names)}")
        self._binders[name] = binder
        return sa.cast(sa.literal_column(f"{_OPEN}{name}{_CLOSE}"), SqlType(sql_type))

    def check(self, inputs: Inputs) -> None:
        """Look every value up; raise QueryProblem for one that does not fit."""
        for binder in self._binders.values():
            binder(inputs)

    def compile(self, statement: sa.Select[Any], start: int = 1) -> Compiled:
        """Turn the finished statement into text, its parameters numbered from `start`."""
        text = str(statement.compile(dialect=DIALECT, compile_kwargs={"literal_binds": True}))
        order = list(dict.fromkeys(_PLACE.findall(text)))
        numbers = {name: f"${i}" for i, name in enumerate(order, start)}
        sql = _PLACE.sub(lambda found: numbers[found[1]], text)
        return Compiled(sql, tuple(self._binders[name] for name in order))


def literal(text: str) -> ColumnElement[Any]:
    """Return a text constant that is part of the SQL, for what belongs to the shape."""
    escaped = text.replace("'", "''").replace(_OPEN, "").replace(_CLOSE, "")
    return sa.literal_column(f"'{escaped}'", sa.Text())


def number(value: int) -> ColumnElement[int]:
    """Return a whole number that is part of the SQL."""
    return sa.literal_column(str(int(value)), sa.Integer())
