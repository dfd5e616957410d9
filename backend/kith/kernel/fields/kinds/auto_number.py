"""Numbers that Kith hands out: D-00042."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause
from typing_extensions import override

from kith.kernel.fields import names, operators, values
from kith.kernel.fields.errors import ReadOnly
from kith.kernel.fields.kinds.text import Worded
from kith.kernel.fields.protocol import Column, Operator, ParseEnv
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

FORMAT = re.compile(r"([^{}]{0,40})\{0(?::0?(\d{1,2})d)?\}([^{}]{0,40})")
MAX = 100
_MAX_WIDTH = 18


class AutoNumber(Worded):
    """A text with a running number; the database counts, so that no two records share one."""

    kind = "auto_number"
    groupable = False
    measures = ("count",)
    compare: ClassVar[Mapping[str, Operator]] = {
        **operators.folded_equality(),
        **operators.wording(),
        **operators.emptiness(),
    }

    @override
    def columns(self, field: FieldDef) -> tuple[Column, ...]:
        return (Column(field.name, "text", default=number_sql(field, "nextval('{sequence}')")),)

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        if not env.history:
            raise ReadOnly
        return values.one_line(value, MAX)

    @override
    def compared(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        word = values.one_line(value, MAX) or ""
        return operators.pattern(op, word) if op in operators.PATTERNS else word

    @override
    def sort(self, field: FieldDef, row: FromClause) -> tuple[ColumnElement[object], ...]:
        length: ColumnElement[Any] = sa.func.char_length(row.c[field.name])
        return (length, row.c[field.name])


def number_sql(field: FieldDef, number: str) -> str:
    """Return SQL that writes a number in the field's format; `{sequence}` stands for the sequence."""
    match = FORMAT.fullmatch(str(field.config.get("format") or "{0}"))
    before, width, after = match.groups() if match else ("", None, "")
    zeros = min(max(int(width or 1), 1), _MAX_WIDTH)
    shape = "FM" + "9" * (_MAX_WIDTH - zeros) + "0" * zeros
    parts = (names.literal(before), f"to_char({number}, '{shape}')", names.literal(after))
    return " || ".join(part for part in parts if part != "''")


KIND = AutoNumber()
