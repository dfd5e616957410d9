"""From an address to a query: `?q=` holds the query language, anything else is a short way to say the common things."""

from collections.abc import Mapping

from kith.http.body import mapping, parse
from kith.http.call import Call
from kith.http.errors import ParameterWrong
from kith.kernel.catalog import Catalog
from kith.kernel.expr import Query, parse_query
from kith.lib.json import Json

_OWN_WORDS = ("q", "search", "sort", "fields", "limit", "after", "count", "bin")
_NUMBERS = frozenset({"integer", "number", "percent", "money", "rollup", "formula"})
_YES_NO = {"true": True, "false": False, "1": True, "0": False}
_MANY = frozenset({"in", "not_in", "any_of", "all_of", "none_of", "between"})
_NO_VALUE = frozenset({"empty", "not_empty"})


def query_of(call: Call, catalog: Catalog, object_name: str) -> Query:
    """Return the query that an address asks for."""
    given = call.parameters()
    if "q" in given:
        return parse_query(parse(given["q"].encode()))
    body: dict[str, Json] = {}
    conditions = [
        _condition(catalog, object_name, name, value)
        for name, value in given.items()
        if name not in _OWN_WORDS
    ]
    if conditions:
        body["where"] = {"and": conditions}
    for name in ("search", "after", "count"):
        if given.get(name):
            body[name] = given[name]
    if "limit" in given:
        body["limit"] = call.number("limit", 50, low=1, high=200)
    if "bin" in given:
        body["bin"] = _yes_no("bin", given["bin"])
    if given.get("fields"):
        body["fields"] = [*_split(given["fields"])]
    if given.get("sort"):
        body["sort"] = [_sort(part) for part in _split(given["sort"])]
    return parse_query(body)


def fields_of(call: Call) -> list[str] | None:
    """Return the paths that `?fields=` names, or None for every field."""
    fields = _split(call.query("fields") or "")
    if fields:
        parse_query({"fields": [*fields]})
    return fields or None


def query_in(body: Json) -> Query:
    """Return the query that a body holds."""
    return parse_query(mapping(body))


def _condition(catalog: Catalog, object_name: str, name: str, text: str) -> Mapping[str, Json]:
    path, _, op = name.partition(":")
    op = op or "eq"
    if op in _NO_VALUE:
        return {"field": path, "op": op}
    kind = _kind(catalog, object_name, path)
    if op in _MANY:
        return {"field": path, "op": op, "value": [_value(name, kind, p) for p in _split(text)]}
    return {"field": path, "op": op, "value": _value(name, kind, text)}


def _kind(catalog: Catalog, object_name: str, path: str) -> str:
    """Return the kind of the field at the end of a path; a wrong path is refused later, with its place."""
    kind, target = "text", object_name
    for name in path.split(".")[:5]:
        field = catalog.find_field(target, name)
        if field is None:
            return "text"
        kind, target = field.kind, field.to or target
    return kind


def _value(name: str, kind: str, text: str) -> Json:
    if kind == "checkbox":
        return _yes_no(name, text)
    if kind not in _NUMBERS:
        return text
    try:
        return float(text) if "." in text or "e" in text.lower() else int(text)
    except ValueError:
        raise ParameterWrong(name=name[:80], expected="a number") from None


def _sort(part: str) -> Json:
    return {"by": part.removeprefix("-"), "desc": part.startswith("-")}


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _yes_no(name: str, text: str) -> bool:
    if text not in _YES_NO:
        raise ParameterWrong(name=name[:80], expected="true or false")
    return _YES_NO[text]
