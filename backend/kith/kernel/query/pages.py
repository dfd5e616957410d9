"""Order and keyset pages: empty values last, mixed directions, ties broken by id, a cursor that says where to go on."""

import base64
import binascii
import datetime as dt
import hashlib
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlalchemy.types import NullType

from kith.kernel.expr import Sort
from kith.kernel.fields.registry import FIELD_TYPES, LINK_KINDS
from kith.kernel.query.errors import BrokenCursor, NotSortable
from kith.kernel.query.params import DIALECT, Inputs, literal
from kith.kernel.query.source import Build, Source
from kith.kernel.schema import FieldDef
from kith.lib import json

Condition = ColumnElement[bool]
_DIGITS = 1_000
_BITS = 64
_NEVER_EMPTY = frozenset({"id", "created_at", "updated_at", "version"})


@dataclass(frozen=True, slots=True)
class Key:
    """One expression to order by."""

    expression: ColumnElement[Any]
    descending: bool
    nullable: bool
    sql_type: str

    @property
    def order(self) -> ColumnElement[Any]:
        """The ORDER BY term, written as storage writes its indexes."""
        return ordered(self.expression, self)


def ordered(column: ColumnElement[Any], key: Key) -> ColumnElement[Any]:
    """Return the ORDER BY term of a column that holds the key."""
    if not key.descending:
        return column.asc()
    return column.desc().nulls_last() if key.nullable else column.desc()


def keys(source: Source, sorts: Sequence[Sort]) -> tuple[Key, ...]:
    """Return the keys of a list, ending with the id; raise NotSortable."""
    found: list[Key] = []
    for sort in sorts:
        owner, field = source.resolve(sort.path, sort.place)
        found += [
            _key(expression, sort.descending, field.name)
            for expression in _expressions(owner, field, sort.place)
        ]
        if sort.path == ("id",):
            return tuple(found)
    direction = found[-1].descending if found else False
    return (*found, _key(source.id, direction, "id"))


def _key(expression: ColumnElement[Any], descending: bool, name: str) -> Key:  # noqa: FBT001
    return Key(expression, descending, name not in _NEVER_EMPTY, _sql_type(expression))


def _expressions(source: Source, field: FieldDef, place: str) -> tuple[ColumnElement[Any], ...]:
    """Return what to order by; a link is ordered by the title of its target."""
    if field.name == "id":
        return (source.id,)
    if field.kind in LINK_KINDS:
        return title_order(source.join(field, place)) or (source.row.c[field.name],)
    kind = FIELD_TYPES[field.kind]
    found = kind.sort(field, source.of(field)) if kind.hints(field).get("sortable") else ()
    if not found:
        raise NotSortable(place=place, field=field.name, kind=field.kind)
    return found


def title_order(target: Source) -> tuple[ColumnElement[Any], ...]:
    """Return what orders records by what people call them; nothing if the reader may not see that."""
    title = target.object.find(target.object.title)
    visible = target.build.rights.fields(target.object.name)
    if title is None or title.kind in LINK_KINDS or title.name not in visible:
        return ()
    return FIELD_TYPES[title.kind].sort(title, target.of(title))


def after(found: Sequence[Key], values: Sequence[ColumnElement[Any] | None]) -> list[Condition]:
    """Return the conditions of the branches that lie after the cursor, each servable by an index.

    `values` are the cursor's values, None where the cursor stands on an empty one. The first branch goes on among
    the values of the first key, the second, if any, holds the records where the first key is empty.
    """
    first, start = found[0], values[0]
    if start is None:
        return [sa.and_(first.expression.is_(None), _beyond(found[1:], values[1:]))]
    branches = [_bounded(found, values)]
    if first.nullable:
        branches.append(first.expression.is_(None))
    return branches


def _bounded(found: Sequence[Key], values: Sequence[ColumnElement[Any] | None]) -> Condition:
    """Return the condition with the row comparison that a btree understands where it is exact."""
    first, start = found[0], values[0]
    steady = all(not key.nullable for key in found[1:])
    if steady and len({key.descending for key in found}) == 1:
        mine = sa.tuple_(*(key.expression for key in found))
        theirs = sa.tuple_(*(value for value in values if value is not None))
        return mine < theirs if first.descending else mine > theirs
    edge = first.expression <= start if first.descending else first.expression >= start
    return sa.and_(edge, _beyond(found, values))


def _beyond(found: Sequence[Key], values: Sequence[ColumnElement[Any] | None]) -> Condition:
    """Return the condition word by word: beyond in the first key, or equal there and beyond in the rest."""
    key, value = found[0], values[0]
    if value is None:
        equal: Condition = key.expression.is_(None)
        return sa.and_(equal, _beyond(found[1:], values[1:])) if found[1:] else sa.false()
    ahead = key.expression < value if key.descending else key.expression > value
    if key.nullable:
        ahead = sa.or_(ahead, key.expression.is_(None))
    if not found[1:]:
        return ahead
    return sa.or_(ahead, sa.and_(key.expression == value, _beyond(found[1:], values[1:])))


def cursor_values(
    build: Build, found: Sequence[Key], empties: Sequence[bool]
) -> list[ColumnElement[Any] | None]:
    """Return the cursor's values as parameters, None for the empty ones."""
    if len(empties) != len(found):
        raise BrokenCursor(place="after")
    return [
        None
        if empty
        else build.params.add(("after", i), key.sql_type, cursor_value(key.sql_type, i))
        for i, (key, empty) in enumerate(zip(found, empties, strict=True))
    ]


def cursor(found: Sequence[ColumnElement[Any]], mark: str) -> ColumnElement[Any]:
    """Return the expression that writes a cursor: base64 of a JSON list, the mark of the order first."""
    texts = [sa.cast(expression, sa.Text) for expression in found]
    listed = sa.cast(sa.func.json_build_array(literal(mark), *texts), sa.Text)
    encoded = sa.func.encode(sa.func.convert_to(listed, literal("UTF8")), literal("base64"))
    return sa.func.translate(encoded, literal("+/=\n"), literal("-_"))


def mark(object_name: str, sorts: Sequence[Sort]) -> str:
    """Return a short name of an order, so that a cursor of another list is refused."""
    words = ["".join(("-" if s.descending else "", ".".join(s.path))) for s in sorts]
    return hashlib.sha256("|".join((object_name, *words)).encode()).hexdigest()[:8]


def open_cursor(text: str, expected_mark: str) -> tuple[str | None, ...]:
    """Return the texts in a cursor; raise BrokenCursor."""
    try:
        padded = text + "=" * (-len(text) % 4)
        found = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, msgspec.DecodeError) as error:
        raise BrokenCursor(place="after") from error
    if not isinstance(found, list) or not found or found[0] != expected_mark:
        raise BrokenCursor(place="after")
    values = found[1:]
    if not values or not all(v is None or isinstance(v, str) for v in values) or values[-1] is None:
        raise BrokenCursor(place="after")
    return tuple(values)


def cursor_value(sql_type: str, index: int) -> Callable[[Inputs], object]:
    """Find one value of the cursor, as its SQL type wants it."""
    read = _READERS.get(sql_type, str)

    def bind(inputs: Inputs) -> object:
        try:
            return read(str(inputs.after[index]))
        except (ValueError, InvalidOperation, IndexError, OverflowError) as error:
            raise BrokenCursor(place="after") from error

    return bind


def _sql_type(expression: ColumnElement[Any]) -> str:
    if isinstance(expression.type, NullType):
        return "text"  # of functions SQLAlchemy knows no type; those that sort give text
    kind = expression.type.compile(dialect=DIALECT).lower()
    return _NAMES.get(kind, kind if kind in _READERS else "text")


def _moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def _exact(text: str) -> Decimal:
    value = Decimal(text)
    if value.is_finite() and abs(value.adjusted()) > _DIGITS:
        raise ValueError(text)
    return value


def _whole(text: str) -> int:
    value = int(text)
    if value.bit_length() >= _BITS:
        raise ValueError(text)
    return value


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(text)
    return text == "true"


def _text(text: str) -> str:
    if "\x00" in text:
        raise ValueError(text)
    return text


_READERS: Mapping[str, Callable[[str], object]] = {
    "text": _text,
    "uuid": uuid.UUID,
    "date": dt.date.fromisoformat,
    "timestamptz": _moment,
    "numeric": _exact,
    "double precision": float,
    "integer": _whole,
    "bigint": _whole,
    "boolean": _truth,
}
_NAMES = {
    "timestamp with time zone": "timestamptz",
    "varchar": "text",
    "float": "double precision",
    "double": "double precision",
}
