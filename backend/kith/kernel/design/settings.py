"""Which settings each kind of field takes in `config`, and what they may be."""

import re
from collections.abc import Callable, Mapping

from kith.kernel.design.errors import UnknownSetting, WrongSetting
from kith.kernel.expr import QueryProblem, parse_filter
from kith.kernel.fields.formula.types import RESULT_TYPES
from kith.kernel.fields.kinds import auto_number, long_text, number, text
from kith.kernel.fields.rollup import OPERATIONS
from kith.lib.json import Json, dumps

Check = Callable[[Json, str], None]
MAX_LIST = 50
MAX_MB = 2_000
_MAX_BYTES = 20_000
_TYPE = re.compile(r"\.[a-z0-9]{1,10}|[a-z]+/(\*|[a-z0-9][a-z0-9.+-]*)")


def _whole(low: int, high: int) -> Check:
    def check(value: Json, place: str) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise WrongSetting(place=place, expected=f"a whole number from {low} to {high}")

    return check


def _word(*choices: str) -> Check:
    def check(value: Json, place: str) -> None:
        if value not in choices:
            raise WrongSetting(place=place, expected=f"one of {', '.join(choices)}")

    return check


def _text(value: Json, place: str) -> None:
    if not isinstance(value, str) or not value.strip():
        raise WrongSetting(place=place, expected="a text")


def _format(value: Json, place: str) -> None:
    if not isinstance(value, str) or not auto_number.FORMAT.fullmatch(value):
        raise WrongSetting(place=place, expected="a format such as D-{0:05d}")


def _texts(value: Json, place: str) -> None:
    if not isinstance(value, list) or len(value) > MAX_LIST:
        raise WrongSetting(place=place, expected="a list of texts")
    for item in value:
        _text(item, place)


def _types(value: Json, place: str) -> None:
    _texts(value, place)
    for item in value if isinstance(value, list) else ():
        if not _TYPE.fullmatch(str(item).strip().lower()):
            raise WrongSetting(
                place=place, expected="types such as image/*, application/pdf, .docx"
            )


def _labels(value: Json, place: str) -> None:
    if not isinstance(value, dict):
        raise WrongSetting(place=place, expected="a label for each language")
    for item in value.values():
        _text(item, place)


def _filter(value: Json, place: str) -> None:
    if value is None:
        return
    try:
        parse_filter(value, place)
    except QueryProblem as problem:
        raise WrongSetting(place=problem.place, expected=problem) from problem


_RESULT = _word(*RESULT_TYPES)
_DECIMALS = _whole(0, number.MAX_DECIMALS)
_FILES: Mapping[str, Check] = {"accept": _types, "max_mb": _whole(1, MAX_MB)}
_OF_ALL: Mapping[str, Check] = {
    "labels": _labels,
    "placeholder": _text,
    "visible_when": _filter,
    "required_when": _filter,
}
SETTINGS: Mapping[str, Mapping[str, Check]] = {
    "text": {"max": _whole(1, text.MAX)},
    "long_text": {"max": _whole(1, long_text.MAX)},
    "number": {"decimals": _DECIMALS},
    "percent": {"decimals": _DECIMALS},
    "money": {"decimals": _whole(0, 4)},
    "auto_number": {"format": _format},
    "formula": {"expr": _text, "result": _RESULT, "decimals": _DECIMALS},
    "rollup": {
        "of": _text,
        "op": _word(*OPERATIONS),
        "field": _text,
        "where": _filter,
        "result": _RESULT,
    },
    "file": _FILES,
    "image": _FILES,
}


def known(kind: str) -> dict[str, Check]:
    """Return the settings of a kind, each with its check."""
    return {**_OF_ALL, **SETTINGS.get(kind, {})}


def config(kind: str, value: Json, place: str) -> dict[str, Json]:
    """Return the checked settings of a field."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise WrongSetting(place=place, expected="an object")
    checks = known(kind)
    for name, setting in value.items():
        if name not in checks:
            choices = ", ".join(checks)
            raise UnknownSetting(place=place, name=str(name)[:80], choices=choices)
        if setting is not None:
            checks[name](setting, f"{place}.{name}")
    if len(dumps(value)) > _MAX_BYTES:
        raise WrongSetting(place=place, expected=f"at most {_MAX_BYTES} bytes")
    return {name: setting for name, setting in value.items() if setting is not None}
