"""What a view remembers beside its query and its columns: how it is laid out, as its kind needs it."""

from collections.abc import Callable, Mapping, Sequence

from kith.kernel.views.errors import WrongView
from kith.lib.json import Json

SPANS = ("month", "week", "day", "agenda")
MAX_PINS = 10
MAX_FOLDED = 200
_MAX_KEY = 255


def parse_settings(value: Json) -> Mapping[str, Json]:
    """Return the settings without those that say nothing; raise WrongView."""
    if value is None:
        return {}
    if not isinstance(value, Mapping) or not set(value) <= set(_PARSERS):
        raise WrongView(place="settings", expected=f"an object with {', '.join(_PARSERS)}")
    found = {name: _PARSERS[name](given) for name, given in value.items() if given is not None}
    return {name: kept for name, kept in found.items() if kept != []}


def _subgroup(value: Json) -> Json:
    if not isinstance(value, str) or not value:
        raise WrongView(place="settings.subgroup", expected="the name of a field")
    return value


def _pins(value: Json) -> Json:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MAX_PINS:
        raise WrongView(place="settings.pins", expected=f"a whole number from 1 to {MAX_PINS}")
    return value


def _folded(value: Json) -> Json:
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) > MAX_FOLDED:
        raise WrongView(place="settings.folded", expected=f"a list of at most {MAX_FOLDED} keys")
    if not all(isinstance(key, str) and len(key) <= _MAX_KEY for key in value):
        raise WrongView(place="settings.folded", expected="a list of keys")
    return list(value)


def _span(value: Json) -> Json:
    if value not in SPANS:
        raise WrongView(place="settings.span", expected=f"one of {', '.join(SPANS)}")
    return value


_PARSERS: Mapping[str, Callable[[Json], Json]] = {
    "subgroup": _subgroup,
    "pins": _pins,
    "folded": _folded,
    "span": _span,
}
