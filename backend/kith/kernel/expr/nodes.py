"""The tree that a parsed query becomes; frozen, so that it can be a cache key and travel between threads."""

from dataclasses import dataclass
from typing import Literal

Path = tuple[str, ...]
"""Field names from the queried object outwards: ("account", "city")."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A date or period relative to the reader's today, such as this_quarter or last_days with n = 7."""

    name: str
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Me:
    """The reader."""


@dataclass(frozen=True, slots=True)
class MyTeam:
    """The reader and everyone who reports to the reader, at any depth."""


@dataclass(frozen=True, slots=True)
class Those:
    """People whom the reader's rights name, such as those whose records a sharing rule opens; see Actor.people."""

    name: str


@dataclass(frozen=True, slots=True)
class Compare:
    """One condition: field at `path`, operator, value (plain JSON, Relative, Me, MyTeam, Those, or a list of them)."""

    path: Path
    op: str
    value: object = None
    place: str = "where"


@dataclass(frozen=True, slots=True)
class And:
    """All of these hold; with no items, everything."""

    items: "tuple[Filter, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of these holds; with no items, nothing."""

    items: "tuple[Filter, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """The item does not hold (an unknown answer counts as not holding)."""

    item: "Filter"


@dataclass(frozen=True, slots=True)
class Nothing:
    """No record at all: what access answers when there is no right."""


@dataclass(frozen=True, slots=True)
class Children:
    """Records of `object` whose link `field` points here: any, none, or a count compared with a value."""

    object: str
    field: str
    quantifier: Literal["any", "none", "count"]
    op: str = "ge"
    value: int = 1
    where: "Filter | None" = None
    place: str = "where"


@dataclass(frozen=True, slots=True)
class Text:
    """Full-text search over the record."""

    query: str
    place: str = "where"


@dataclass(frozen=True, slots=True)
class Shared:
    """The record was shared with the reader by name: to be read, or to be edited too."""

    level: Literal["read", "edit"] = "read"


@dataclass(frozen=True, slots=True)
class Linked:
    """The record behind the links of `path` fits the filter; one that is not there does not."""

    path: Path
    where: "Filter"
    place: str = "where"


Filter = Compare | And | Or | Not | Nothing | Children | Text | Shared | Linked


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort key; empty values come last either way."""

    path: Path
    descending: bool = False
    place: str = "sort"


@dataclass(frozen=True, slots=True)
class Query:
    """A page of records. `fields` None means every readable field of the object."""

    where: Filter | None = None
    search: str | None = None
    sort: tuple[Sort, ...] = ()
    fields: tuple[Path, ...] | None = None
    limit: int = 50
    after: str | None = None
    count: Literal["capped", "exact", "none"] = "capped"
    bin: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """One grouping key, optionally a date bucket."""

    path: Path
    bucket: str | None = None
    place: str = "group"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure per group; `name` is its key in the answer."""

    op: str
    path: Path | None
    name: str
    place: str = "measures"


@dataclass(frozen=True, slots=True)
class Aggregate:
    """Figures by group. `sort` lists measure names or `#0`, `#1` for group keys, each with its direction."""

    where: Filter | None = None
    search: str | None = None
    group: tuple[Group, ...] = ()
    measures: tuple[Measure, ...] = ()
    sort: tuple[tuple[str, bool], ...] = ()
    limit: int = 1000


def both(left: Filter | None, right: Filter | None) -> Filter | None:
    """Return the filter that demands both; None stands for everything."""
    if left is None:
        return right
    if right is None:
        return left
    return And((left, right))
