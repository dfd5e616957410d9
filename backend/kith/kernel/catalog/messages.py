"""Texts in other languages: every package may keep `messages/<locale>.json` beside its code."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import kith

FOLDER = "messages"


@cache
def messages(locale: str) -> Mapping[str, str]:
    """Return every text in one language, of the kernel and of all modules."""
    found: dict[str, str] = {}
    for path in sorted(Path(kith.__file__).parent.rglob(f"{FOLDER}/{locale}.json")):
        found |= json.loads(path.read_text("utf-8"))
    return found
