"""A mapping: which column fills which field, how cells are read, how rows meet records. Checked against the object."""

from collections.abc import Mapping as Map
from dataclasses import asdict, dataclass
from dataclasses import field as with_default
from typing import Literal, cast

from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.json import Json
from kith.modules.exchange.errors import MappingInvalid
from kith.modules.exchange.rules.cells import Reading
from kith.modules.exchange.rules.guess import importable
from kith.modules.exchange.rules.parts import LINKED, PARTS

Mode = Literal["create", "update", "upsert"]
MODES = ("create", "update", "upsert")


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """One column of the file and the field it fills.

    `match` names the target's field that a link is found by; `part` is what the column holds of a field that has
    parts, such as the currency of an amount.
    """

    column: str
    field: str
    match: str | None = None
    create_missing: bool = False
    format: str | None = None
    decimal: str = "."
    options: Map[str, str] = with_default(default_factory=dict)
    part: str = ""

    @property
    def reading(self) -> Reading:
        """How cells of this column are read."""
        return Reading(self.format, self.decimal, self.options)


@dataclass(frozen=True, slots=True)
class Mapping:
    """A whole mapping; `key` holds the fields by which a row finds its record, `constants` values for every row."""

    object: str
    columns: tuple[ColumnMap, ...]
    mode: Mode = "create"
    key: tuple[str, ...] = ()
    constants: Map[str, Json] = with_default(default_factory=dict)

    def to_json(self) -> Json:
        """Return the JSON form that `parse_mapping` reads."""
        return asdict(self) | {"columns": [asdict(c) for c in self.columns], "key": list(self.key)}


def parse_mapping(data: Json, of: ObjectDef) -> Mapping:
    """Read and check a mapping; raise MappingInvalid with the place."""
    if not isinstance(data, dict):
        raise MappingInvalid(place="mapping", reason="it must be an object")
    fields = {f.name: f for f in importable(of)}
    columns = tuple(
        _column(c, f"columns[{i}]", fields) for i, c in enumerate(_list(data, "columns"))
    )
    _check_once(columns)
    key = tuple(_known(str(k), "key", fields) for k in _list(data, "key"))
    mode = data.get("mode") or "create"
    if mode not in MODES:
        raise MappingInvalid(place="mode", reason="choose one of " + ", ".join(MODES))
    constants = data.get("constants") or {}
    if not isinstance(constants, dict):
        raise MappingInvalid(place="constants", reason="it must be an object")
    for name in constants:
        _known(name, f"constants.{name}", fields)
    filled = {c.field for c in columns} | set(constants)
    if mode != "create" and not key:
        raise MappingInvalid(
            place="key", reason="choose the field that tells which record a row means"
        )
    if missing := [k for k in key if k not in filled]:
        raise MappingInvalid(place="key", reason=f"no column fills {', '.join(missing)}")
    return Mapping(of.name, columns, cast("Mode", mode), key, constants)


def _column(data: Json, place: str, fields: Map[str, FieldDef]) -> ColumnMap:
    if not isinstance(data, dict) or not isinstance(data.get("column"), str):
        raise MappingInvalid(place=place, reason="it must name a column and a field")
    to = fields[_known(str(data.get("field")), f"{place}.field", fields)]
    match = data.get("match")
    options = data.get("options") or {}
    if not isinstance(options, dict):
        raise MappingInvalid(place=f"{place}.options", reason="it must map words to choices")
    for key in options.values():
        if to.option(str(key)) is None:
            raise MappingInvalid(
                place=f"{place}.options", reason=f'"{key}" is not a choice of {to.label}'
            )
    return ColumnMap(
        column=str(data["column"]),
        field=to.name,
        match=str(match) if match and to.kind in LINKED else None,
        create_missing=bool(data.get("create_missing")) and to.kind in LINKED,
        format=str(data["format"]) if data.get("format") else None,
        decimal="," if data.get("decimal") == "," else ".",
        options={str(k): str(v) for k, v in options.items()},
        part=str(data["part"]) if data.get("part") in PARTS.get(to.kind, ()) else "",
    )


def _check_once(columns: tuple[ColumnMap, ...]) -> None:
    seen: set[tuple[str, str]] = set()
    for i, column in enumerate(columns):
        if (column.field, column.part) in seen:
            raise MappingInvalid(
                place=f"columns[{i}].field", reason=f"two columns fill {column.field}"
            )
        seen.add((column.field, column.part))
    if not columns:
        raise MappingInvalid(place="columns", reason="map at least one column")


def _known(name: str, place: str, fields: Map[str, FieldDef]) -> str:
    if name not in fields:
        raise MappingInvalid(place=place, reason=f'there is no field "{name}" that a file can fill')
    return name


def _list(data: dict[str, Json], key: str) -> list[Json]:
    value = data.get(key) or []
    if not isinstance(value, list):
        raise MappingInvalid(place=key, reason="it must be a list")
    return value
