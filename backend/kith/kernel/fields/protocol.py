"""What every kind of field answers; a kind is one file that holds one object of this shape."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Literal, Protocol

from sqlalchemy import ColumnElement, FromClause

from kith.kernel.schema import FieldDef
from kith.lib.errors import KithError
from kith.lib.json import Json

Arity = Literal["none", "one", "two", "many"]


class ValueProblem(KithError):
    """The value does not fit the field."""

    code: ClassVar[str] = "field.invalid"


@dataclass(frozen=True, slots=True)
class Column:
    """A column in the object's table. `sort`: a key kept only for ordering; `generated`: its SQL expression."""

    name: str
    sql_type: str
    default: str | None = None
    sort: bool = False
    generated: str | None = None


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of an uploaded file: what its bytes are, and how many."""

    type: str
    size: int


@dataclass(frozen=True, slots=True)
class ParseEnv:
    """What parsing may depend on: whose habits, which currency, at which rates (units of base per unit, today).

    `before` is the field's present plain value, if there is one: a retired option may stay, a bare amount keeps its
    currency. `files` are those that the actor may attach, None where nobody looked. `history` accepts whatever was
    valid once; only undo and restore set it.
    """

    locale: str = "en"
    timezone: str = "UTC"
    base_currency: str = "USD"
    country: str = "US"
    rates: Mapping[str, Decimal] = field(default_factory=dict)
    files: Mapping[str, FileFacts] | None = None
    before: Json = None
    history: bool = False


@dataclass(frozen=True, slots=True)
class Operator:
    """One comparison. `build(field, row, values)` returns the condition.

    `values` are bind parameters or SQL expressions of the type `sql_type`, holding what `operand` returned: one for
    arity "one", two for "two" (operand returns a pair), for "many" a single array (operand returns a list).
    """

    arity: Arity
    build: Callable[[FieldDef, FromClause, tuple[ColumnElement[object], ...]], ColumnElement[bool]]
    sql_type: str | None = None


class FieldType(Protocol):
    """A kind of field.

    `plain` is the JSON that people write and the change log keeps; `shown` is what reads return. `parse` turns outside
    JSON into plain or raises ValueProblem; `bind` turns plain into one Python value per column (what asyncpg takes).
    `operand` turns a filter's JSON value into a Python value for the operators, or raises ValueProblem.
    """

    kind: str
    stored: bool

    def columns(self, field: FieldDef) -> tuple[Column, ...]: ...
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json: ...
    def bind(self, field: FieldDef, plain: Json, env: ParseEnv) -> tuple[object, ...]: ...
    def plain(self, field: FieldDef, row: FromClause) -> ColumnElement[object]: ...
    def shown(self, field: FieldDef, row: FromClause) -> ColumnElement[object]: ...
    def operators(self, field: FieldDef) -> Mapping[str, Operator]: ...
    def operand(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object: ...
    def sort(self, field: FieldDef, row: FromClause) -> tuple[ColumnElement[object], ...]: ...
    def hints(self, field: FieldDef) -> Mapping[str, Json]: ...
