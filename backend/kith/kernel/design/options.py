"""The options of a choice, as admins write them."""

import re
from collections.abc import Mapping

from kith.kernel.design import naming
from kith.kernel.design.errors import BadOption, TooManyOptions, UnknownSetting
from kith.kernel.schema import Option
from kith.lib.json import Json, dumps
from kith.lib.text import fold, has_han, pinyin

MAX_OPTIONS = 2_000
COLORS = frozenset(
    ["gray", "red", "orange", "amber", "green", "teal", "blue", "indigo", "violet", "pink"]
)
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}")
_KEYS = ("key", "label", "color", "retired", "config")
_MAX_CONFIG = 2_000


def options(value: Json, place: str) -> tuple[Option, ...]:
    """Return the options that a list describes; keys are made from labels where none are given."""
    if not isinstance(value, list):
        raise BadOption(place=place, reason="give a list of options")
    if len(value) > MAX_OPTIONS:
        raise TooManyOptions(place=place, max=MAX_OPTIONS)
    found: dict[str, Option] = {}
    for index, item in enumerate(value):
        option = _option(item, f"{place}[{index}]", found)
        if option.key in found:
            raise BadOption(
                place=f"{place}[{index}].key", reason=f"“{option.key}” stands there twice"
            )
        found[option.key] = option
    return tuple(found.values())


def _option(item: Json, place: str, taken: Mapping[str, Option]) -> Option:
    body: Mapping[str, Json] = {"label": item} if isinstance(item, str) else _mapping(item, place)
    for name in body:
        if name not in _KEYS:
            raise UnknownSetting(place=place, name=str(name)[:80], choices=", ".join(_KEYS))
    spoken = naming.label(body.get("label"), f"{place}.label")
    config = body.get("config") or {}
    if not isinstance(config, dict) or len(dumps(config)) > _MAX_CONFIG:
        raise BadOption(place=f"{place}.config", reason="this is too much, or no object")
    return Option(
        key=_key(body.get("key"), spoken, place, taken),
        label=spoken,
        color=_color(body.get("color"), place),
        retired=bool(body.get("retired")),
        config=config,
    )


def _mapping(item: Json, place: str) -> Mapping[str, Json]:
    if not isinstance(item, dict):
        raise BadOption(place=place, reason="an option has a label")
    return item


def _key(given: Json, spoken: str, place: str, taken: Mapping[str, Option]) -> str:
    if given is not None:
        if not isinstance(given, str) or not _KEY.fullmatch(given):
            reason = "a key has letters, digits, and . _ - inside, at most 60"
            raise BadOption(place=f"{place}.key", reason=reason)
        return given
    text = " ".join(pinyin(spoken)) if has_han(spoken) else spoken
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in fold(text)).split()
    stem = "_".join(words)[:50] or "option"
    return stem if stem not in taken else f"{stem}_{len(taken) + 1}"


def _color(given: Json, place: str) -> str:
    if given is None:
        return "gray"
    if given not in COLORS:
        raise BadOption(
            place=f"{place}.color", reason=f"the colours are {', '.join(sorted(COLORS))}"
        )
    return str(given)
