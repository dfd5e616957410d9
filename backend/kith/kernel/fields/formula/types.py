"""What formulas compute with, and how the columns of fields become such values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlalchemy.sql.elements import Grouping

from kith.kernel.fields.names import literal
from kith.kernel.schema import FieldDef

Type = Literal["text", "number", "date", "datetime", "checkbox", "list", "record", "empty"]
Sql = ColumnElement[Any]

SPOKEN: Mapping[Type, str] = {
    "text": "a text",
    "number": "a number",
    "date": "a date",
    "datetime": "a date and time",
    "checkbox": "yes or no",
    "list": "a list",
    "record": "a record",
    "empty": "nothing",
}


class Row(Protocol):
    """Anything with columns by name."""

    @property
    def c(self) -> Any: ...  # noqa: ANN401 - SQLAlchemy's collections share no type


@dataclass(frozen=True, slots=True)
class Value:
    """A part of a formula as SQL, with its type and the position where it stands.

    Constant: it uses no field.
    """

    type: Type
    sql: Sql
    position: int
    is_constant: bool = False


def text_literal(text: str) -> Sql:
    """Return a text inside SQL."""
    return TextLiteral(text)


class TextLiteral(sa.sql.elements.ColumnClause[str]):
    """A text as it was written in the formula."""

    inherit_cache = True

    def __init__(self, text: str) -> None:
        """Keep the text beside its SQL."""
        super().__init__(f"{literal(text)}::text", sa.Text(), is_literal=True)
        self.written = text


def written_text(sql: Sql) -> str | None:
    """Return the text if it stands in the formula as such, None if it is computed."""
    return sql.written if isinstance(sql, TextLiteral) else None


def lowered(sql: Sql) -> Sql:
    """Return a text in small letters."""
    written = written_text(sql)
    return sa.func.lower(sql) if written is None else text_literal(written.lower())


def infix(left: Sql, sign: str, right: Sql) -> Sql:
    """Return `left sign right`; what is itself computed gets brackets, whatever binds stronger."""
    return _bracketed(left).op(sign)(_bracketed(right))


def _bracketed(sql: Sql) -> Sql:
    is_simple = isinstance(sql, sa.ColumnClause | sa.Cast | sa.Function | sa.Case | Grouping)
    return sql if is_simple else Grouping(sql)


def numeric(sql: Sql) -> Sql:
    """Return the same as numeric, so that whole numbers divide as people expect."""
    return sa.cast(sql, sa.Numeric())


def _column(field: FieldDef, row: Row) -> Sql:
    found: Sql = row.c[field.name]
    return found


READINGS: Mapping[str, tuple[Type, Callable[[FieldDef, Row], Sql]]] = {
    **dict.fromkeys(
        ["text", "long_text", "rich_text", "email", "phone", "url", "auto_number", "choice"],
        ("text", _column),
    ),
    **dict.fromkeys(("number", "percent"), ("number", _column)),
    "integer": ("number", lambda f, row: numeric(_column(f, row))),
    "money": ("number", lambda f, row: row.c[f"{f.name}__base"]),
    "date": ("date", _column),
    "datetime": ("datetime", _column),
    "checkbox": ("checkbox", lambda f, row: sa.func.coalesce(_column(f, row), sa.false())),
    **dict.fromkeys(("multi_choice", "tags"), ("list", _column)),
    **dict.fromkeys(("link", "parent", "user", "file", "image"), ("record", _column)),
}
"""How a formula reads each kind of field. Money counts in the base currency, so that amounts can be compared."""

RESULT_TYPES: Mapping[str, Type] = {
    "text": "text",
    "integer": "number",
    "number": "number",
    "percent": "number",
    "money": "number",
    "date": "date",
    "datetime": "datetime",
    "checkbox": "checkbox",
}
"""The kinds a formula may result in."""

INFERRED: Mapping[Type, str] = {
    "text": "text",
    "number": "number",
    "date": "date",
    "datetime": "datetime",
    "checkbox": "checkbox",
    "empty": "text",
    "record": "text",
    "list": "text",
}
"""The kind of a formula that does not say what it results in."""
