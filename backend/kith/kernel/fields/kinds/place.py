"""A point on the map."""

from collections.abc import Mapping
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql.elements import Grouping
from typing_extensions import override

from kith.kernel.fields import values
from kith.kernel.fields.errors import NotNear, NotNumber, NotPlace
from kith.kernel.fields.operators import Operators, Values
from kith.kernel.fields.protocol import Column, Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

_DECIMALS = 7
_KM_PER_DEGREE = 111.195
_EARTH_KM = 6371.0
_KEYS = {"lat", "lng"}
_MAX_KM = 20_040


def latitude(field: FieldDef, row: FromClause) -> ColumnElement[object]:
    """Return the column that holds degrees north."""
    return row.c[f"{field.name}__lat"]


def longitude(field: FieldDef, row: FromClause) -> ColumnElement[object]:
    """Return the column that holds degrees east."""
    return row.c[f"{field.name}__lng"]


def near() -> Operators:
    """Within a distance in km; a band of latitude first, which an index can serve."""
    return {"near": Operator("one", _near, "double precision[]")}


def near_operand(value: Json) -> list[float]:
    """Return [lat, lng, km]."""
    if not isinstance(value, dict) or value.keys() != _KEYS | {"km"}:
        raise NotNear
    try:
        km = values.number(value["km"])
        point = read_point(value["lat"], value["lng"])
    except (NotNumber, NotPlace):
        raise NotNear from None
    if km is None or point is None or not 0 < km <= _MAX_KM:
        raise NotNear
    return [point[0], point[1], float(km)]


def read_point(lat: Json, lng: Json) -> tuple[float, float] | None:
    """Return latitude and longitude; None when both are empty."""
    north, east = values.number(lat), values.number(lng)
    if north is None and east is None:
        return None
    if north is None or east is None or not -90 <= north <= 90 or not -180 <= east <= 180:  # noqa: PLR2004
        raise NotPlace
    return round(float(north), _DECIMALS) + 0.0, round(float(east), _DECIMALS) + 0.0


def _near(field: FieldDef, row: FromClause, given: Values) -> ColumnElement[bool]:
    point = Grouping(sa.cast(given[0], ARRAY(sa.Double)))
    lat, lng, km = point[1], point[2], point[3]
    north, east = latitude(field, row), longitude(field, row)
    reach = km / _KM_PER_DEGREE
    half_lat = sa.func.power(sa.func.sind((north - lat) / 2), 2)
    half_lng = sa.func.power(sa.func.sind((east - lng) / 2), 2)
    chord = half_lat + sa.func.cosd(lat) * sa.func.cosd(north) * half_lng
    distance = 2 * _EARTH_KM * sa.func.asin(sa.func.least(1.0, sa.func.sqrt(chord)))
    return sa.and_(north.between(lat - reach, lat + reach), distance <= km)


def _absent(field: FieldDef, row: FromClause, _: Values) -> ColumnElement[bool]:
    return latitude(field, row).is_(None)


class Place(Scalar):
    """Degrees north and east."""

    kind = "place"
    sql_type = "double precision"
    input = "place"
    sortable = False
    groupable = False
    measures = ("count",)
    compare: ClassVar[Mapping[str, Operator]] = {
        **near(),
        "empty": Operator("none", _absent),
        "not_empty": Operator("none", lambda f, row, _: latitude(f, row).is_not(None)),
    }

    @override
    def columns(self, field: FieldDef) -> tuple[Column, ...]:
        return (
            Column(f"{field.name}__lat", "double precision"),
            Column(f"{field.name}__lng", "double precision"),
        )

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        if value is None or value == "":
            return None
        if not isinstance(value, dict) or not value.keys() <= _KEYS:
            raise NotPlace
        point = read_point(value.get("lat"), value.get("lng"))
        return None if point is None else {"lat": point[0], "lng": point[1]}

    @override
    def bind(self, field: FieldDef, plain: Json, env: ParseEnv) -> tuple[object, ...]:
        return (plain["lat"], plain["lng"]) if isinstance(plain, dict) else (None, None)

    @override
    def plain(self, field: FieldDef, row: FromClause) -> ColumnElement[object]:
        north, east = latitude(field, row), longitude(field, row)
        point = sa.func.jsonb_build_object(
            sa.literal_column("'lat'"), north, sa.literal_column("'lng'"), east
        )
        return sa.case((north.is_not(None), point), else_=sa.null())

    @override
    def compared(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        return near_operand(value)

    @override
    def sort(self, field: FieldDef, row: FromClause) -> tuple[ColumnElement[object], ...]:
        return ()


KIND = Place()
