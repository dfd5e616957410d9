"""Which keys stood in the file before, and in which row: a million of them take 25 MB, whatever they say."""

from array import array
from collections.abc import Hashable
from typing import Self

from kith.modules.exchange.rules.mapping import Mapping

_BITS = (1 << 64) - 1


class Seen:
    """A table of 8-byte digests with open addressing; Python's own hash is one, and two keys alike are beyond luck.

    A real run with a key asks the database instead, where the earlier rows are by then.
    """

    __slots__ = ("_digests", "_mask", "_room", "_rows")

    def __init__(self, rows: int) -> None:
        """Make room for so many keys, in a table that is at most half full."""
        size = 1
        while size < 2 * rows:
            size *= 2
        self._room = rows
        self._mask = size - 1
        self._digests = array("Q", bytes(8 * size))
        self._rows = array("I", bytes(4 * size))

    @classmethod
    def of(cls, mapping: Mapping, rows: int, *, dry: bool) -> Self:
        """Return a table for a file; one without room where the database knows."""
        return cls(rows if dry or mapping.mode == "create" else 0)

    def first(self, key: Hashable, row: int) -> int | None:
        """Return the row in which the key stood first, or None and keep this one while there is room."""
        digest = hash(key) & _BITS
        at = digest & self._mask
        while (found := self._rows[at]) and self._digests[at] != digest:
            at = (at + 1) & self._mask
        if found:
            return found
        if self._room:
            self._room -= 1
            self._digests[at], self._rows[at] = digest, row
        return None
