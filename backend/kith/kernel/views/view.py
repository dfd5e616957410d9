"""What a view is, as JSON says it, and whether it makes sense for the one who saves it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, cast

from kith.kernel.context import Context
from kith.kernel.expr import BUCKETS, Group, parse_query
from kith.kernel.fields.registry import FIELD_TYPES
from kith.kernel.query import compile as queries
from kith.kernel.query.rights import Rights
from kith.kernel.schema.views import ViewKind
from kith.kernel.views.errors import WrongView
from kith.kernel.views.settings import parse_settings
from kith.lib.json import Json
from kith.lib.text import clean

Sharing = Literal["private", "shared"]

MAX_NAME = 120
MAX_COLUMNS = 300
MAX_WIDTH = 2_000
_QUERY = ("where", "sort", "search")
_KINDS = ("list", "board", "calendar", "split", "map")
_MEMBERS = frozenset({"name", "kind", "query", "columns", "group", "settings", "sharing", "pinned"})
_LAID_OUT: Mapping[str, tuple[str, str]] = {
    "calendar": ("within", "a date field of the object"),
    "map": ("near", "an address or a place of the object"),
}
"""Kinds laid out by a field that must know an operator; the others are laid out in groups."""


@dataclass(frozen=True, slots=True)
class View:
    """A view as somebody wants it saved."""

    name: str
    kind: ViewKind = "list"
    query: Mapping[str, Json] | None = None
    columns: tuple[Mapping[str, Json], ...] = ()
    group: str | None = None
    settings: Mapping[str, Json] = field(default_factory=dict)
    sharing: Sharing = "private"
    pinned: bool = False


def parse_view(data: Mapping[str, Json], before: View | None = None) -> View:
    """Return the view in the JSON; what is not said stays as before. Raise WrongView."""
    for key in data:
        if key not in _READERS:
            raise WrongView(place=str(key)[:60], expected=f"one of {', '.join(sorted(_READERS))}")
    found = before or View(name="")
    wanted = data if before is not None else {"name": None, **data}
    parsed = {name: read(wanted[name]) for name, read in _READERS.items() if name in wanted}
    return replace(found, **cast("dict[str, Any]", parsed))


def check(ctx: Context, rights: Rights, object_name: str, view: View) -> None:
    """Raise QueryProblem or WrongView if the view does not work for this reader."""
    query = parse_query(
        {**(view.query or {}), "fields": [c["field"] for c in view.columns], "limit": 1}
    )
    groups = [_group(name, place) for name, place in _grouped(view)]
    if view.kind in _LAID_OUT:
        query = replace(query, fields=(*(query.fields or ()), *(group.path for group in groups)))
        groups = []
    queries.check_query(ctx, rights, object_name, query, groups)
    if view.kind not in ("list", "split") and view.group is None:
        raise WrongView(place="group", expected="the field that the view is laid out by")
    if view.kind in _LAID_OUT and view.group is not None:
        _check_field(ctx, object_name, view.group, *_LAID_OUT[view.kind])


def _grouped(view: View) -> list[tuple[str, str]]:
    """Return what the view is grouped by, with the place where it says so."""
    subgroup = view.settings.get("subgroup") if view.kind == "list" else None
    named = [(view.group, "group"), (subgroup, "settings.subgroup")]
    return [(name, place) for name, place in named if isinstance(name, str)]


def _group(name: str, place: str) -> Group:
    path, _, bucket = name.partition(":")
    if bucket and bucket not in BUCKETS:
        raise WrongView(place=place, expected=f"one of {', '.join(BUCKETS)} after the colon")
    return Group(tuple(path.split(".")), bucket or None, place)


def _check_field(ctx: Context, object_name: str, name: str, operator: str, expected: str) -> None:
    found = ctx.catalog.find_field(object_name, name)
    operators = {} if found is None else FIELD_TYPES[found.kind].operators(found)
    if operator not in operators:
        raise WrongView(place="group", expected=expected)


def _name(value: Json) -> str:
    name = clean(value).strip() if isinstance(value, str) else ""
    if not name or len(name) > MAX_NAME:
        raise WrongView(place="name", expected=f"a name of 1 to {MAX_NAME} characters")
    return name


def _query(value: Json) -> Mapping[str, Json]:
    if value is None:
        return {}
    if not isinstance(value, Mapping) or not set(value) <= set(_QUERY):
        raise WrongView(place="query", expected="an object with where, sort and search")
    return {key: value[key] for key in _QUERY if value.get(key) is not None}


def _columns(value: Json) -> tuple[Mapping[str, Json], ...]:
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) > MAX_COLUMNS:
        raise WrongView(place="columns", expected=f"a list of at most {MAX_COLUMNS} columns")
    return tuple(_column(item, f"columns[{i}]") for i, item in enumerate(value))


def _column(value: Json, place: str) -> Mapping[str, Json]:
    body = {"field": value} if isinstance(value, str) else value
    if not isinstance(body, Mapping) or not set(body) <= {"field", "width"}:
        raise WrongView(place=place, expected="an object with field and width")
    field, width = body.get("field"), body.get("width")
    if not isinstance(field, str) or not field:
        raise WrongView(place=f"{place}.field", expected="the name of a field")
    if width is None:
        return {"field": field}
    if not isinstance(width, int) or isinstance(width, bool) or not 1 <= width <= MAX_WIDTH:
        raise WrongView(place=f"{place}.width", expected=f"a whole number from 1 to {MAX_WIDTH}")
    return {"field": field, "width": width}


def _word(value: Json, place: str, choices: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in choices:
        raise WrongView(place=place, expected=f"one of {', '.join(choices)}")
    return value


def _optional(value: Json, place: str) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise WrongView(place=place, expected="the name of a field")
    return value


def _pinned(value: Json) -> bool:
    if not isinstance(value, bool):
        raise WrongView(place="pinned", expected="true or false")
    return value


def _kind(value: Json) -> str:
    return _word(value, "kind", _KINDS)


def _by(value: Json) -> str | None:
    return _optional(value, "group")


def _sharing(value: Json) -> str:
    return _word(value, "sharing", ("private", "shared"))


_READERS: Mapping[str, Callable[[Json], object]] = {
    "name": _name,
    "kind": _kind,
    "query": _query,
    "columns": _columns,
    "group": _by,
    "settings": parse_settings,
    "sharing": _sharing,
    "pinned": _pinned,
}
