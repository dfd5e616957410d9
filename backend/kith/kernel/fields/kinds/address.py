"""Postal addresses in parts, with a point on the map where it is known."""

from collections.abc import Mapping
from typing import ClassVar

import sqlalchemy as sa
from babel import Locale
from sqlalchemy import ColumnElement, FromClause
from typing_extensions import override

from kith.kernel.fields import operators, values
from kith.kernel.fields.errors import NotAddress, NotCountry
from kith.kernel.fields.kinds.place import near, near_operand, read_point
from kith.kernel.fields.protocol import Column, Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

WORDS = ("street", "city", "region", "postal", "country")
POINT = ("lat", "lng")
_MAX = {"street": 300, "city": 120, "region": 120, "postal": 20, "country": 2}
COUNTRIES = frozenset(
    code
    for code in map(str, Locale("en").territories)
    if len(code) == 2 and code.isalpha() and code != "ZZ"  # noqa: PLR2004
)


def written(field: FieldDef, row: FromClause) -> ColumnElement[object]:
    """Return the parts as one text; null when there is none."""
    parts = [row.c[f"{field.name}__{part}"] for part in WORDS]
    return sa.func.nullif(sa.func.concat_ws(", ", *parts), "")


class Address(Scalar):
    """Street, city, region, postal code, country (two letters), latitude, longitude; all optional."""

    kind = "address"
    sql_type = "text"
    input = "address"
    groupable = False
    measures = ("count",)
    compare: ClassVar[Mapping[str, Operator]] = {
        **operators.wording(written),
        **near(),
        **operators.emptiness(written),
    }

    @override
    def columns(self, field: FieldDef) -> tuple[Column, ...]:
        words = tuple(Column(f"{field.name}__{part}", "text") for part in WORDS)
        return words + tuple(Column(f"{field.name}__{part}", "double precision") for part in POINT)

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        if value is None or value == "":
            return None
        if isinstance(value, str):
            value = {"street": value}
        if not isinstance(value, dict) or not value.keys() <= {*WORDS, *POINT}:
            raise NotAddress(parts=", ".join((*WORDS, *POINT)))
        found: dict[str, Json] = {part: _word(part, value.get(part)) for part in WORDS}
        point = read_point(value.get("lat"), value.get("lng"))
        if point:
            found |= {"lat": point[0], "lng": point[1]}
        return {part: item for part, item in found.items() if item is not None} or None

    @override
    def bind(self, field: FieldDef, plain: Json, env: ParseEnv) -> tuple[object, ...]:
        parts = plain if isinstance(plain, dict) else {}
        return tuple(parts.get(part) for part in (*WORDS, *POINT))

    @override
    def plain(self, field: FieldDef, row: FromClause) -> ColumnElement[object]:
        pairs = [
            piece
            for part in (*WORDS, *POINT)
            for piece in (sa.literal_column(f"'{part}'"), row.c[f"{field.name}__{part}"])
        ]
        built = sa.func.jsonb_strip_nulls(sa.func.jsonb_build_object(*pairs))
        return sa.func.nullif(built, sa.literal_column("'{}'::jsonb"))

    @override
    def compared(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        if op == "near":
            return near_operand(value)
        return operators.pattern(op, values.one_line(value, 300) or "")

    @override
    def sort(self, field: FieldDef, row: FromClause) -> tuple[ColumnElement[object], ...]:
        return tuple(row.c[f"{field.name}__{part}"] for part in ("country", "city", "street"))


def _word(part: str, value: Json) -> str | None:
    word = values.one_line(value, 300 if part == "country" else _MAX[part])
    if part != "country" or word is None:
        return word
    if word.upper() not in COUNTRIES:
        raise NotCountry(country=word[:40])
    return word.upper()


KIND = Address()
