"""Texts in other languages: every package may keep `messages/<locale>.json` beside its code."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import kith
from kith.kernel.catalog.phrases import spoken
from kith.lib.errors import KithError, fill

FOLDER = "messages"


@cache
def messages(locale: str) -> Mapping[str, str]:
    """Return every text in one language, of the kernel and of all modules."""
    found: dict[str, str] = {}
    for path in sorted(Path(kith.__file__).parent.rglob(f"{FOLDER}/{locale}.json")):
        found |= json.loads(path.read_text("utf-8"))
    return found


def texts(locale: str) -> Mapping[str, str]:
    """Return the texts of a language that stand beside the code; English stands in the code itself."""
    return {} if locale == "en" else messages(locale)


def message(error: KithError, locale: str, names: Mapping[str, str] | None = None) -> str:
    """Return an error's message in the reader's language, in English where nobody wrote it.

    `names` are what the reader calls fields and objects (see `phrases.names_in`).
    """
    template = texts(locale).get(f"error.{error.code}")
    if template is None:
        return error.message
    return fill(template, _spoken(error.params, locale, names or {}))


def _spoken(
    params: Mapping[str, object], locale: str, names: Mapping[str, str]
) -> dict[str, object]:
    """Return the parameters of a message; a reason that is an error itself speaks the same language."""
    found: dict[str, object] = {}
    for key, value in params.items():
        if isinstance(value, KithError):
            found[key] = message(value, locale, names)
        else:
            found[key] = (
                spoken(key, value, texts(locale), names) if isinstance(value, str) else value
            )
    return found


def retold(code: str, params: Mapping[str, object], locale: str) -> str | None:
    """Return the message of an error that is known by its code only, where this language has one."""
    template = texts(locale).get(f"error.{code}")
    return None if template is None else fill(template, _spoken(params, locale, {}))
