"""Declarations for tests: one object with every kind of field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kith.kernel.fields import FIELD_TYPES
from kith.kernel.schema import FieldDef, IndexDef, ObjectDef, Option


@dataclass(frozen=True)
class Declared:
    """A module as the catalog sees it."""

    name: str
    objects: tuple[ObjectDef, ...] = ()
    extends: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    hooks: tuple[Any, ...] = ()
    views: tuple[Any, ...] = ()
    profiles: tuple[Any, ...] = ()


TARGETS = {"link": "every", "links": "every", "parent": "every", "user": "user"}
CONFIG = {
    "rollup": {"of": "every.link", "op": "sum", "field": "number", "result": "number"},
    "formula": {"expr": "lower(text)"},
    "auto_number": {"format": "E-{0:05d}"},
}
OPTIONS = (Option("a", "Apple"), Option("b", "Bread"), Option("old", "Old", retired=True))
EVERY = ObjectDef(
    "every",
    "Every",
    title="text",
    fields=tuple(
        FieldDef(
            kind,
            kind,
            kind.title(),
            to=TARGETS.get(kind),
            options=OPTIONS if "choice" in kind else (),
            config=CONFIG.get(kind, {}),
            indexed=True,
            searchable=True,
            unique=kind in ("text", "email", "money", "date"),
        )
        for kind in FIELD_TYPES
    ),
    indexes=(IndexDef(("choice", "-money", "text"), include=("owner", "date")),),
)
MODULES = (Declared("every", (EVERY,)),)
