"""From JSON to the tree; every refusal names the place that is wrong. Fields and types are checked later, by query."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, cast

from kith.kernel.expr.errors import PathTooLong, TooDeep, UnknownWord, WrongShape
from kith.kernel.expr.nodes import (
    Aggregate,
    And,
    Children,
    Compare,
    Filter,
    Group,
    Me,
    Measure,
    MyTeam,
    Not,
    Or,
    Path,
    Query,
    Relative,
    Sort,
    Text,
)
from kith.lib.json import Json

MAX_DEPTH = 12
MAX_NODES = 500
MAX_LINKS = 4
MAX_LIMIT = 200
MAX_GROUPS = 10_000
MAX_TEXT = 1_000
MAX_CURSOR = 16_000
BUCKETS = ("day", "week", "month", "quarter", "year", "fiscal_year", "fiscal_quarter")
MEASURES = ("count", "sum", "avg", "min", "max", "count_distinct")
COUNT_OPS = ("eq", "ne", "lt", "le", "gt", "ge")


def parse_query(data: Json) -> Query:
    """Parse a Query document; raise QueryProblem."""
    body = _mapping(data, "query")
    _only(body, "query", ("where", "search", "sort", "fields", "limit", "after", "count", "bin"))
    return Query(
        where=_optional_filter(body, "where"),
        search=_optional_text(body, "search"),
        sort=tuple(_sort(s, f"sort[{i}]") for i, s in enumerate(_list(body.get("sort"), "sort"))),
        fields=None if body.get("fields") is None else _paths(_list(body["fields"], "fields")),
        limit=_integer(body.get("limit"), "limit", default=50, low=1, high=MAX_LIMIT),
        after=_optional_text(body, "after", MAX_CURSOR),
        count=cast(
            "Literal['capped', 'exact', 'none']",
            _word(body.get("count") or "capped", "count", ("capped", "exact", "none")),
        ),
        bin=_boolean(body.get("bin"), "bin"),
    )


def parse_aggregate(data: Json) -> Aggregate:
    """Parse an Aggregate document; raise QueryProblem."""
    body = _mapping(data, "query")
    _only(body, "query", ("where", "search", "group", "measures", "sort", "limit"))
    measures = tuple(
        _measure(m, f"measures[{i}]") for i, m in enumerate(_list(body.get("measures"), "measures"))
    )
    return Aggregate(
        where=_optional_filter(body, "where"),
        search=_optional_text(body, "search"),
        group=tuple(
            _group(g, f"group[{i}]") for i, g in enumerate(_list(body.get("group"), "group"))
        ),
        measures=measures or (Measure("count", None, "count"),),
        sort=tuple(
            _named_sort(s, f"sort[{i}]") for i, s in enumerate(_list(body.get("sort"), "sort"))
        ),
        limit=_integer(body.get("limit"), "limit", default=1000, low=1, high=MAX_GROUPS),
    )


def parse_filter(data: Json, place: str = "where") -> Filter:
    """Parse one filter; raise QueryProblem."""
    return _FilterParser().parse(data, place, 0)


class _FilterParser:
    """Counts nodes while it walks, so that a hostile tree ends early."""

    def __init__(self) -> None:
        self.nodes = 0

    def parse(self, data: Json, place: str, depth: int) -> Filter:
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise TooDeep(place=place, limit=MAX_DEPTH, nodes=MAX_NODES)
        body = _mapping(data, place)
        match body:
            case {"and": items}:
                _only(body, place, ("and",))
                return And(self._items(items, f"{place}.and", depth))
            case {"or": items}:
                _only(body, place, ("or",))
                return Or(self._items(items, f"{place}.or", depth))
            case {"not": item}:
                _only(body, place, ("not",))
                return Not(self.parse(item, f"{place}.not", depth + 1))
            case {"children": _}:
                return self._children(body, place, depth)
            case {"text": text}:
                _only(body, place, ("text",))
                return Text(_text(text, f"{place}.text"), place)
            case {"field": _}:
                return _compare(body, place)
        raise WrongShape(place=place, expected="one of and, or, not, field, children, text")

    def _items(self, items: Json, place: str, depth: int) -> tuple[Filter, ...]:
        return tuple(
            self.parse(item, f"{place}[{i}]", depth + 1)
            for i, item in enumerate(_list(items, place))
        )

    def _children(self, body: Mapping[str, Json], place: str, depth: int) -> Filter:
        _only(body, place, ("children", "is", "op", "value", "where"))
        name, _, field = _text(body["children"], f"{place}.children").partition(".")
        quantifier = _word(body.get("is", "any"), f"{place}.is", ("any", "none", "count"))
        where = body.get("where")
        return Children(
            object=name,
            field=field,
            quantifier=cast("Literal['any', 'none', 'count']", quantifier),
            op=_word(body.get("op", "ge"), f"{place}.op", COUNT_OPS),
            value=_integer(body.get("value"), f"{place}.value", default=1, low=0, high=10**9),
            where=None if where is None else self.parse(where, f"{place}.where", depth + 1),
            place=place,
        )


def _compare(body: Mapping[str, Json], place: str) -> Compare:
    _only(body, place, ("field", "op", "value"))
    path = _path(body["field"], f"{place}.field")
    op = _text(body.get("op", "eq"), f"{place}.op")
    return Compare(path, op, _value(body.get("value"), f"{place}.value"), place)


def _value(value: Json, place: str) -> object:
    if isinstance(value, list):
        if len(value) > 10_000:  # noqa: PLR2004 - a list this long belongs in a saved segment
            raise WrongShape(place=place, expected="at most 10000 values")
        return tuple(_value(v, f"{place}[{i}]") for i, v in enumerate(value))
    match value:
        case {"rel": str(name), **rest}:
            _only(cast("dict[str, Json]", rest), place, ("n",))
            n = rest.get("n")
            return Relative(name, None if n is None else _integer(n, f"{place}.n", 0, 0, 100_000))
        case {"me": True}:
            return Me()
        case {"my_team": True}:
            return MyTeam()
    return value


def _sort(data: Json, place: str) -> Sort:
    body = _mapping({"by": data} if isinstance(data, str) else data, place)
    _only(body, place, ("by", "desc"))
    return Sort(
        _path(body.get("by"), f"{place}.by"), _boolean(body.get("desc"), f"{place}.desc"), place
    )


def _named_sort(data: Json, place: str) -> tuple[str, bool]:
    body = _mapping(data, place)
    _only(body, place, ("by", "desc"))
    return _text(body.get("by"), f"{place}.by"), _boolean(body.get("desc"), f"{place}.desc")


def _group(data: Json, place: str) -> Group:
    body = _mapping({"by": data} if isinstance(data, str) else data, place)
    _only(body, place, ("by", "bucket"))
    bucket = body.get("bucket")
    return Group(
        _path(body.get("by"), f"{place}.by"),
        None if bucket is None else _word(bucket, f"{place}.bucket", BUCKETS),
        place,
    )


def _measure(data: Json, place: str) -> Measure:
    body = _mapping(data, place)
    _only(body, place, ("op", "field", "as"))
    op = _word(body.get("op"), f"{place}.op", MEASURES)
    field = body.get("field")
    if op != "count" and field is None:
        raise WrongShape(place=f"{place}.field", expected="a field to compute with")
    path = None if field is None else _path(field, f"{place}.field")
    name = body.get("as") or (op if path is None else f"{op}_{'.'.join(path)}")
    return Measure(op, path, _text(name, f"{place}.as"), place)


def _paths(items: Sequence[Json]) -> tuple[Path, ...]:
    """Every list names its fields, so what was read before is known; places are only made up for what is wrong."""
    known = tuple(_known_path(item) if isinstance(item, str) else None for item in items)
    if None not in known:
        return cast("tuple[Path, ...]", known)
    return tuple(_path(item, f"fields[{i}]") for i, item in enumerate(items))


def _path(value: Json, place: str) -> Path:
    known = _known_path(value) if isinstance(value, str) else None
    if known is not None:
        return known
    parts = tuple(_text(value, place).split("."))
    if len(parts) > MAX_LINKS + 1:
        raise PathTooLong(place=place, path=".".join(parts), limit=MAX_LINKS)
    raise WrongShape(place=place, expected="field names with single dots between them")


@lru_cache(maxsize=2_000)
def _known_path(text: str) -> Path | None:
    """Return the path, or None if it is none."""
    parts = tuple(text.split("."))
    is_sound = len(text) <= MAX_TEXT and "\x00" not in text and len(parts) <= MAX_LINKS + 1
    return parts if is_sound and all(parts) else None


def _mapping(value: Json, place: str) -> Mapping[str, Json]:
    if not isinstance(value, dict):
        raise WrongShape(place=place, expected="an object")
    return value


def _list(value: Json, place: str) -> Sequence[Json]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise WrongShape(place=place, expected="a list")
    if len(value) > MAX_NODES:
        raise TooDeep(place=place, limit=MAX_DEPTH, nodes=MAX_NODES)
    return value


def _text(value: Json, place: str, limit: int = MAX_TEXT) -> str:
    if not isinstance(value, str) or not value or len(value) > limit or "\x00" in value:
        raise WrongShape(place=place, expected=f"a text of 1 to {limit} characters")
    return value


def _optional_text(body: Mapping[str, Json], key: str, limit: int = MAX_TEXT) -> str | None:
    value = body.get(key)
    return None if value is None or value == "" else _text(value, key, limit)


def _optional_filter(body: Mapping[str, Json], key: str) -> Filter | None:
    value = body.get(key)
    return None if value is None else parse_filter(value, key)


def _integer(value: Json, place: str, default: int, low: int, high: int) -> int:
    if value is None:
        return default
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise WrongShape(place=place, expected=f"a whole number from {low} to {high}")
    return value


def _boolean(value: Json, place: str) -> bool:
    if value is not None and not isinstance(value, bool):
        raise WrongShape(place=place, expected="true or false")
    return bool(value)


def _word(value: Json, place: str, choices: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in choices:
        raise UnknownWord(place=place, word=str(value)[:80], choices=", ".join(choices))
    return value


def _only(body: Mapping[str, Json], place: str, allowed: tuple[str, ...]) -> None:
    for key in body:
        if key not in allowed:
            raise UnknownWord(place=place, word=str(key)[:80], choices=", ".join(allowed))
