"""Every error speaks both languages, with the same parameters, and no text is left without its error."""

import importlib
import json
import pkgutil
import re
from pathlib import Path

import kith
from kith.lib.errors import KithError

BACKEND = Path(kith.__file__).parent
PARAMETER = re.compile(r"\{(\w+)\}")


def _import_everything() -> None:
    for entry in pkgutil.walk_packages(kith.__path__, "kith."):
        if ".tests" not in entry.name and not entry.name.endswith("__main__"):
            importlib.import_module(entry.name)


def _errors(base: type[KithError]) -> set[type[KithError]]:
    below = {error for child in base.__subclasses__() for error in {child, *_errors(child)}}
    return {
        error
        for error in below
        if error.__module__.startswith("kith.") and ".tests" not in error.__module__
    }


def _chinese() -> dict[str, str]:
    texts: dict[str, str] = {}
    for path in BACKEND.rglob("messages/zh-CN.json"):
        for key, text in json.loads(path.read_text(encoding="utf-8")).items():
            if key.startswith("error."):
                texts[key.removeprefix("error.")] = text
    return texts


def test_every_error_has_a_code_of_its_own() -> None:
    _import_everything()
    codes: dict[str, type[KithError]] = {}
    for error in _errors(KithError):
        assert "code" in vars(error) or error.__subclasses__(), f"{error} has no code"
        if "code" in vars(error):
            assert error.code not in codes, f"{error} and {codes[error.code]} share {error.code}"
            codes[error.code] = error
    assert len(codes) > 40


def test_every_error_speaks_chinese_with_the_same_parameters() -> None:
    _import_everything()
    chinese = _chinese()
    english = {
        error.code: error.__doc__ or "" for error in _errors(KithError) if "code" in vars(error)
    }
    assert sorted(english.keys() - chinese.keys()) == [], "write them in messages/zh-CN.json"
    differing = [
        code
        for code, text in english.items()
        if not set(PARAMETER.findall(chinese[code])) <= set(PARAMETER.findall(text))
    ]
    assert differing == []


def test_no_chinese_text_is_without_its_error() -> None:
    _import_everything()
    known = {error.code for error in _errors(KithError)} | {KithError.code}
    assert sorted(_chinese().keys() - known) == []
