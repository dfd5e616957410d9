"""Takes the values out of a query, so that queries of one shape share one compiled text.

What is left in a value's place is a Slot: which value, and what sort of value, because that changes the SQL.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from kith.kernel.expr import (
    And,
    Children,
    Compare,
    Filter,
    Linked,
    Me,
    MyTeam,
    Not,
    Nothing,
    Or,
    Relative,
    Shared,
    Text,
    Those,
)
from kith.kernel.query.words import like, terms

SlotKind = Literal["one", "null", "many", "day", "period", "team"]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a value was: its number, and its sort (a period is a relative date, a day a date without time)."""

    index: int
    kind: SlotKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Text):
    """A full-text search without its words: all tokens in one slot, each fragment in a slot of its own."""

    tokens: Slot | None
    fragments: tuple[Slot, ...]


class Values:
    """Collects the values in the order of the walk, which is the same for every query of one shape."""

    def __init__(self) -> None:
        """Start empty."""
        self.items: list[object] = []

    def put(self, value: object) -> Slot:
        """Keep the value and return what stands in its place."""
        self.items.append(value)
        return Slot(len(self.items) - 1, _kind(value))

    def take(self, node: Filter | None) -> Filter | None:
        """Return the filter with slots instead of values."""
        return None if node is None else self._take(node)

    def _take(self, node: Filter) -> Filter:  # noqa: PLR0911 - one for each sort of node
        match node:
            case Compare():
                return Compare(node.path, node.op, self.put(node.value), node.place)
            case And(items):
                return And(tuple(self._take(item) for item in items))
            case Or(items):
                return Or(tuple(self._take(item) for item in items))
            case Not(item):
                return Not(self._take(item))
            case Children():
                return replace(node, where=self.take(node.where))
            case Linked():
                return replace(node, where=self._take(node.where))
            case Text():
                return self._text(node)
            case Nothing() | Shared():
                return node

    def _text(self, node: Text) -> Filter:
        found = terms(node.query)
        if found.empty:
            return Nothing()
        tokens = self.put(found.tokens) if found.tokens else None
        fragments = tuple(self.put(like(fragment)) for fragment in found.fragments)
        return Words("", node.place, tokens=tokens, fragments=fragments)


def _kind(value: object) -> SlotKind:  # noqa: PLR0911 - one for each sort of value
    match value:
        case None:
            return "null"
        case tuple() | list():
            return "many"
        case Relative():
            return "period"
        case MyTeam() | Those():
            return "team"
        case Me():
            return "one"
        case str() if _DAY.fullmatch(value):
            return "day"
    return "one"
