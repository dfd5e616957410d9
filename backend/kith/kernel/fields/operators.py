"""The comparisons that several kinds share, as groups to be put together."""

from collections.abc import Callable, Mapping

import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause

from kith.kernel.fields.protocol import Operator
from kith.kernel.schema import FieldDef

Value = ColumnElement[object]
Values = tuple[Value, ...]
Getter = Callable[[FieldDef, FromClause], Value]
Operators = Mapping[str, Operator]


def own_column(field: FieldDef, row: FromClause) -> Value:
    """Return the column named like the field."""
    return row.c[field.name]


def emptiness(get: Getter = own_column) -> Operators:
    """Empty and not empty."""
    return {
        "empty": Operator("none", lambda f, row, _: get(f, row).is_(None)),
        "not_empty": Operator("none", lambda f, row, _: get(f, row).is_not(None)),
    }


def equality(sql_type: str, get: Getter = own_column) -> Operators:
    """Equal, different, one of, none of; an empty field is different from every value."""
    return {
        "eq": Operator("one", lambda f, row, v: get(f, row) == v[0], sql_type),
        "ne": Operator("one", lambda f, row, v: get(f, row).is_distinct_from(v[0]), sql_type),
        "in": Operator("many", lambda f, row, v: get(f, row) == sa.any_(v[0]), f"{sql_type}[]"),
        "not_in": Operator(
            "many",
            lambda f, row, v: sa.or_(get(f, row).is_(None), get(f, row) != sa.all_(v[0])),
            f"{sql_type}[]",
        ),
    }


def ordering(sql_type: str, get: Getter = own_column) -> Operators:
    """Less, more, between (both ends included)."""
    return {
        "lt": Operator("one", lambda f, row, v: get(f, row) < v[0], sql_type),
        "le": Operator("one", lambda f, row, v: get(f, row) <= v[0], sql_type),
        "gt": Operator("one", lambda f, row, v: get(f, row) > v[0], sql_type),
        "ge": Operator("one", lambda f, row, v: get(f, row) >= v[0], sql_type),
        "between": Operator("two", lambda f, row, v: get(f, row).between(v[0], v[1]), sql_type),
    }


def within(sql_type: str, get: Getter = own_column) -> Operators:
    """From the first moment (included) to the second (excluded): what a named period becomes."""
    return {
        "within": Operator(
            "two", lambda f, row, v: sa.and_(get(f, row) >= v[0], get(f, row) < v[1]), sql_type
        )
    }


def wording(get: Getter = own_column) -> Operators:
    """Contains, starts, ends, without regard to case; operands are LIKE patterns (see `pattern`)."""
    return {
        "contains": Operator("one", lambda f, row, v: get(f, row).ilike(v[0]), "text"),
        "not_contains": Operator(
            "one",
            lambda f, row, v: sa.or_(get(f, row).is_(None), get(f, row).not_ilike(v[0])),
            "text",
        ),
        "starts": Operator("one", lambda f, row, v: get(f, row).ilike(v[0]), "text"),
        "ends": Operator("one", lambda f, row, v: get(f, row).ilike(v[0]), "text"),
    }


def folded_equality(get: Getter = own_column) -> Operators:
    """Equality of texts without regard to case."""

    def lowered(field: FieldDef, row: FromClause) -> Value:
        return sa.func.lower(get(field, row))

    return {
        "eq": Operator("one", lambda f, row, v: lowered(f, row) == sa.func.lower(v[0]), "text"),
        "ne": Operator(
            "one",
            lambda f, row, v: lowered(f, row).is_distinct_from(sa.func.lower(v[0])),
            "text",
        ),
        "in": Operator("many", lambda f, row, v: lowered(f, row) == _any_lowered(v[0]), "text[]"),
        "not_in": Operator(
            "many",
            lambda f, row, v: sa.or_(
                get(f, row).is_(None), sa.not_(lowered(f, row) == _any_lowered(v[0]))
            ),
            "text[]",
        ),
    }


def sets(sql_type: str, get: Getter = own_column) -> Operators:
    """Any of, all of, none of, for fields that hold several values in an array."""

    def holds(values: Value) -> Callable[[Value], ColumnElement[bool]]:
        return lambda column: column.op("&&", is_comparison=True)(values)

    return {
        "any_of": Operator("many", lambda f, row, v: holds(v[0])(get(f, row)), f"{sql_type}[]"),
        "all_of": Operator(
            "many",
            lambda f, row, v: get(f, row).op("@>", is_comparison=True)(v[0]),
            f"{sql_type}[]",
        ),
        "none_of": Operator(
            "many",
            lambda f, row, v: sa.or_(get(f, row).is_(None), sa.not_(holds(v[0])(get(f, row)))),
            f"{sql_type}[]",
        ),
    }


PATTERNS = {"contains": "%{}%", "not_contains": "%{}%", "starts": "{}%", "ends": "%{}"}


def pattern(op: str, text: str) -> str:
    """Return the LIKE pattern for an operator of `wording`."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return PATTERNS[op].replace("{}", escaped)


def _any_lowered(values: Value) -> ColumnElement[bool]:
    item = sa.func.unnest(values).column_valued("item")
    lowered = sa.select(sa.func.lower(item)).scalar_subquery()
    return sa.any_(sa.func.array(lowered))
