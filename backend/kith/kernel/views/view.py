"""What a view is, as JSON says it, and whether it makes sense for the one who saves it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from kith.kernel.context import Context
from kith.kernel.expr import Path, parse_query
from kith.kernel.fields.registry import FIELD_TYPES
from kith.kernel.query import compile as queries
from kith.kernel.query.rights import Rights
from kith.kernel.schema.views import ViewKind
from kith.kernel.views.errors import WrongView
from kith.lib.json import Json
from kith.lib.text import clean

Sharing = Literal["private", "shared"]

MAX_NAME = 120
MAX_COLUMNS = 60
MAX_WIDTH = 2_000
_QUERY = ("where", "sort", "search")
_KINDS = ("list", "board", "calendar")
_MEMBERS = frozenset({"name", "kind", "query", "columns", "group", "sharing", "pinned"})


@dataclass(frozen=True, slots=True)
class View:
    """A view as somebody wants it saved."""

    name: str
    kind: ViewKind = "list"
    query: Mapping[str, Json] | None = None
    columns: tuple[Mapping[str, Json], ...] = ()
    group: str | None = None
    sharing: Sharing = "private"
    pinned: bool = False


def parse_view(data: Mapping[str, Json], before: View | None = None) -> View:
    """Return the view in the JSON; what is not said stays as before. Raise WrongView."""
    for key in data:
        if key not in _MEMBERS:
            raise WrongView(place=str(key)[:60], expected=f"one of {', '.join(sorted(_MEMBERS))}")
    found = before or View(name="")
    if "name" in data or before is None:
        found = replace(found, name=_name(data.get("name")))
    if "kind" in data:
        found = replace(found, kind=cast("ViewKind", _word(data["kind"], "kind", _KINDS)))
    if "query" in data:
        found = replace(found, query=_query(data["query"]))
    if "columns" in data:
        found = replace(found, columns=_columns(data["columns"]))
    if "group" in data:
        found = replace(found, group=_optional(data["group"], "group"))
    if "sharing" in data:
        sharing = _word(data["sharing"], "sharing", ("private", "shared"))
        found = replace(found, sharing=cast("Sharing", sharing))
    if "pinned" in data:
        found = replace(found, pinned=_switch(data["pinned"], "pinned"))
    return found


def check(ctx: Context, rights: Rights, object_name: str, view: View) -> None:
    """Raise QueryProblem or WrongView if the view does not work for this reader."""
    query = parse_query(
        {**(view.query or {}), "fields": [c["field"] for c in view.columns], "limit": 1}
    )
    grouped: Path | None = None if view.group is None else tuple(view.group.split("."))
    on_days = view.kind == "calendar"
    if on_days and grouped is not None:
        query = replace(query, fields=(*(query.fields or ()), grouped))
    queries.check_query(ctx, rights, object_name, query, None if on_days else grouped)
    if view.kind != "list" and view.group is None:
        raise WrongView(place="group", expected="the field that the view is laid out by")
    if on_days and grouped is not None:
        _check_date(ctx, object_name, grouped)


def _check_date(ctx: Context, object_name: str, path: Path) -> None:
    field = ctx.catalog.find_field(object_name, path[0])
    operators = {} if field is None else FIELD_TYPES[field.kind].operators(field)
    if len(path) > 1 or "within" not in operators:
        raise WrongView(place="group", expected="a date field of the object")


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


def _switch(value: Json, place: str) -> bool:
    if not isinstance(value, bool):
        raise WrongView(place=place, expected="true or false")
    return value
