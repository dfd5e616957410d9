"""Text on one line: names, titles, codes."""

from collections.abc import Mapping
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause
from typing_extensions import override

from kith.kernel.fields import operators, values
from kith.kernel.fields.protocol import Column, Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json
from kith.lib.text import sort_key

MAX = 500


class Worded(Scalar):
    """Text of any kind: compared without regard to case, searched by fragment."""

    sql_type = "text"
    compare: ClassVar[Mapping[str, Operator]] = {
        **operators.folded_equality(),
        **operators.wording(),
        **operators.emptiness(),
    }

    @override
    def compared(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        fragment = values.one_line(value, values.setting(field, "max", MAX)) or ""
        return operators.pattern(op, fragment) if op in operators.PATTERNS else fragment


class Text(Worded):
    """One line, with a stored key that sorts it as people expect."""

    kind = "text"

    @override
    def columns(self, field: FieldDef) -> tuple[Column, ...]:
        own = Column(field.name, "text")
        return (own,) if _is_unkeyed(field) else (own, Column(_key(field), "text", sort=True))

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        return values.one_line(value, values.setting(field, "max", MAX))

    @override
    def bind(self, field: FieldDef, plain: Json, env: ParseEnv) -> tuple[object, ...]:
        if _is_unkeyed(field):
            return (plain,)
        return (plain, sort_key(plain) if isinstance(plain, str) else None)

    @override
    def sort(self, field: FieldDef, row: FromClause) -> tuple[ColumnElement[object], ...]:
        if _is_unkeyed(field):
            return (sa.func.lower(row.c[field.name]),)
        return (row.c[_key(field)],)


def _key(field: FieldDef) -> str:
    return f"{field.name}__sort"


def _is_unkeyed(field: FieldDef) -> bool:
    return field.config.get("unkeyed") is True


KIND = Text()
