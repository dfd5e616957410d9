"""Standard lists, boards, calendars and maps that modules declare; people save their own beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kith.lib.json import Json

ViewKind = Literal["list", "board", "calendar", "split", "map"]


@dataclass(frozen=True, slots=True)
class ColumnDef:
    """A column of a list: a field or a path, with a width in CSS pixels when it is not the default."""

    field: str
    width: int | None = None


@dataclass(frozen=True, slots=True)
class ViewDef:
    """A named way to look at one object; `query` holds `where`, `sort` and `search` of the query language.

    `group` is what it is laid out by: the groups of a list (`field` or `field:month`), the columns of a board, the day
    of a calendar, the place of a map.
    """

    name: str
    object: str
    label: str
    columns: tuple[ColumnDef, ...] = ()
    kind: ViewKind = "list"
    query: Mapping[str, Json] = field(default_factory=dict)
    group: str | None = None
    pinned: bool = False
