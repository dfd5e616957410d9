"""What query needs to know about the reader; `kernel.access` answers it, `kernel.records` brings the two together."""

from typing import Literal, Protocol

from kith.kernel.expr import Filter

Action = Literal["read", "update", "delete"]


class Rights(Protocol):
    """The reader's rights as filters and field names.

    Two rights with the same `key` have the same shape: they differ only in who asks, never in the SQL that follows.
    """

    @property
    def key(self) -> str:
        """What the compiled text depends on."""
        ...

    def rows(self, object: str, action: Action = "read") -> Filter | None:  # noqa: A002
        """Return whose records this action reaches; None for all of them."""
        ...

    def fields(self, object: str) -> frozenset[str]:  # noqa: A002
        """Return the names of the fields that the reader may see."""
        ...
