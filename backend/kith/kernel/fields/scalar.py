"""A kind that lives in one column; most kinds are this, with a reading of their own."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar, Literal

from sqlalchemy import ColumnElement, FromClause

from kith.kernel.fields import operators
from kith.kernel.fields.errors import WrongOperand
from kith.kernel.fields.protocol import Column, Operator, ParseEnv
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

Align = Literal["start", "end", "center"]
_PAIR = 2


class Scalar(ABC):
    """One column; plain JSON is the column itself. A kind overrides what differs."""

    kind: str
    sql_type: str
    stored: bool = True
    input: str = "text"
    align: Align = "start"
    sortable: bool = True
    groupable: bool = True
    measures: tuple[str, ...] = ("count", "count_distinct")
    buckets: tuple[str, ...] = ()
    compare: ClassVar[Mapping[str, Operator]] = operators.emptiness()

    def columns(self, field: FieldDef) -> tuple[Column, ...]:
        """Return the columns that hold the field."""
        return (Column(field.name, self.sql_type),)

    @abstractmethod
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        """Return the plain form of what somebody wrote, or raise ValueProblem."""

    def bind(
        self,
        field: FieldDef,  # noqa: ARG002 - part of the protocol
        plain: Json,
        env: ParseEnv,  # noqa: ARG002
    ) -> tuple[object, ...]:
        """Return one Python value per column."""
        return (plain,)

    def plain(self, field: FieldDef, row: FromClause) -> ColumnElement[object]:
        """Return the plain form as an expression that PostgreSQL turns into JSON."""
        return row.c[field.name]

    def shown(self, field: FieldDef, row: FromClause) -> ColumnElement[object]:
        """Return what reads return."""
        return self.plain(field, row)

    def operators(self, field: FieldDef) -> Mapping[str, Operator]:  # noqa: ARG002 - part of the protocol
        """Return the comparisons that make sense for this kind."""
        return self.compare

    def operand(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        """Return what the operator compares with: one value, a pair, or a list."""
        operator = self.operators(field)[op]
        if operator.arity == "none":
            return None
        if operator.arity == "one":
            return self.compared(field, op, value, env)
        if not isinstance(value, list | tuple) or (operator.arity == "two" and len(value) != _PAIR):
            expected = "two values" if operator.arity == "two" else "a list of values"
            raise WrongOperand(op=op, expected=expected)
        items = [self.compared(field, op, item, env) for item in value]
        return tuple(items) if operator.arity == "two" else items

    def compared(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        """Return one value to compare with, as asyncpg takes it."""
        plain = self.parse(field, value, env)
        if plain is None:
            raise WrongOperand(op=op, expected="a value")
        return self.bind(field, plain, env)[0]

    def sort(self, field: FieldDef, row: FromClause) -> tuple[ColumnElement[object], ...]:
        """Return the keys to order by."""
        return (row.c[field.name],)

    def hints(self, field: FieldDef) -> Mapping[str, Json]:  # noqa: ARG002 - part of the protocol
        """Tell the front end how to show and edit the field."""
        return {
            "input": self.input,
            "align": self.align,
            "sortable": self.sortable,
            "groupable": self.groupable,
            "measures": list(self.measures),
            "buckets": list(self.buckets),
        }
