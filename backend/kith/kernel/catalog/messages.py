"""Texts in other languages: every package may keep `messages/<locale>.json` beside its code."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import kith
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


def message(error: KithError, locale: str) -> str:
    """Return an error's message in the reader's language, in English where nobody wrote it."""
    template = texts(locale).get(f"error.{error.code}")
    return error.message if template is None else fill(template, _spoken(error.params, locale))


def _spoken(params: Mapping[str, object], locale: str) -> dict[str, object]:
    """Return the parameters of a message; a reason that is an error itself speaks the same language."""
    return {k: message(v, locale) if isinstance(v, KithError) else v for k, v in params.items()}


def retold(code: str, params: Mapping[str, object], locale: str) -> str | None:
    """Return the message of an error that is known by its code only, where this language has one."""
    template = texts(locale).get(f"error.{code}")
    return None if template is None else fill(template, dict(params))
