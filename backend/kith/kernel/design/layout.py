"""The layout of an object as admins write it: sections, highlights, board, calendar, feed, rules."""

from collections.abc import Callable, Mapping
from typing import Any

from kith.kernel.design import naming
from kith.kernel.design.errors import WrongSetting
from kith.kernel.expr import QueryProblem, parse_filter
from kith.kernel.schema import ObjectDef, RuleDef, Section
from kith.lib.json import Json

MAX_SECTIONS = 60
MAX_RULES = 100
MAX_HIGHLIGHTS = 12
MAX_VIEW = 80
_DATES = frozenset({"date", "datetime"})


def layout(definition: ObjectDef, spec: Mapping[str, Json]) -> dict[str, Any]:
    """Return the checked parts of a layout."""
    return {key: READERS[key](definition, value) for key, value in spec.items()}


def _sections(definition: ObjectDef, value: Json) -> tuple[Section, ...]:
    found: dict[str, Section] = {}
    placed: set[str] = set()
    for index, item in enumerate(_list(value, "sections", MAX_SECTIONS)):
        place = f"sections[{index}]"
        if not isinstance(item, dict):
            raise WrongSetting(place=place, expected="a section with a label and fields")
        spoken = naming.label(item.get("label"), f"{place}.label")
        name = str(item.get("name") or f"s{index + 1}")[:48]
        fields = _names(definition, item.get("fields"), f"{place}.fields")
        if name in found or placed & set(fields):
            raise WrongSetting(place=place, expected="every section and every field once")
        placed |= set(fields)
        found[name] = Section(name, spoken, fields, _tab(item.get("tab"), f"{place}.tab"))
    return tuple(found.values())


def _tab(value: Json, place: str) -> str:
    return "" if value in (None, "") else naming.label(value, place)


def _rules(definition: ObjectDef, value: Json) -> tuple[RuleDef, ...]:
    found: dict[str, RuleDef] = {}
    for index, item in enumerate(_list(value, "rules", MAX_RULES)):
        place = f"rules[{index}]"
        if not isinstance(item, dict) or not isinstance(item.get("when"), dict):
            raise WrongSetting(place=place, expected="a rule with a condition and a message")
        try:
            parse_filter(item["when"], f"{place}.when")
        except QueryProblem as problem:
            raise WrongSetting(place=problem.place, expected=problem) from problem
        name = str(item.get("name") or f"rule_{index + 1}")[:48]
        field = item.get("field")
        if name in found or (field is not None and definition.find(str(field)) is None):
            raise WrongSetting(place=place, expected="every rule once, on a field that exists")
        message = naming.label(item.get("message"), f"{place}.message")
        found[name] = RuleDef(name, item["when"], message, None if field is None else str(field))
    return tuple(found.values())


def _highlights(definition: ObjectDef, value: Json) -> tuple[str, ...]:
    found = _names(definition, value, "highlights")
    if len(found) > MAX_HIGHLIGHTS:
        raise WrongSetting(place="highlights", expected=f"at most {MAX_HIGHLIGHTS} fields")
    return found


def _title(definition: ObjectDef, value: Json) -> str:
    field = definition.find(str(value))
    if field is None or field.kind not in ("text", "auto_number", "email"):
        raise WrongSetting(place="title", expected="a field that holds a text on one line")
    return field.name


def _board(definition: ObjectDef, value: Json) -> str | None:
    field = definition.find(str(value))
    if value is not None and (field is None or field.kind != "choice"):
        raise WrongSetting(place="board", expected="a choice field")
    return None if value is None else str(value)


def _calendar(definition: ObjectDef, value: Json) -> str | None:
    field = definition.find(str(value))
    if value is not None and (field is None or field.kind not in _DATES):
        raise WrongSetting(place="calendar", expected="a date field")
    return None if value is None else str(value)


def _view(_definition: ObjectDef, value: Json) -> str:
    """Which view it is need not be known: one that is gone, or not shared with a reader, gives way to the first."""
    name = "" if value is None else value
    if not isinstance(name, str) or len(name) > MAX_VIEW or not name.isprintable():
        raise WrongSetting(place="view", expected="the name of a view")
    return name


def _names(definition: ObjectDef, value: Json, place: str) -> tuple[str, ...]:
    names = _list(value, place, 1_000)
    for name in names:
        if not isinstance(name, str) or definition.find(name) is None:
            raise WrongSetting(
                place=place, expected=f"fields of this object, not “{str(name)[:60]}”"
            )
    return tuple(dict.fromkeys(str(name) for name in names))


def _list(value: Json, place: str, most: int) -> list[Json]:
    if not isinstance(value, list) or len(value) > most:
        raise WrongSetting(place=place, expected=f"a list of at most {most}")
    return value


READERS: Mapping[str, Callable[[ObjectDef, Json], object]] = {
    "sections": _sections,
    "highlights": _highlights,
    "title": _title,
    "board": _board,
    "calendar": _calendar,
    "view": _view,
    "feed": lambda definition, value: _names(definition, value, "feed"),
    "rules": _rules,
}
LAYOUT_KEYS = tuple(READERS)
