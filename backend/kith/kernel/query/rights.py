"""What query needs to know about the reader; `kernel.access` answers it, `kernel.records` brings the two together."""

from dataclasses import dataclass
from typing import Literal, Protocol

from kith.kernel.catalog import Catalog
from kith.kernel.expr import Filter

Action = Literal["read", "know", "update", "delete"]
"""What may be done with a record. To know of one is to read it as a link's target: the Lens does not narrow that."""


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


@dataclass(frozen=True, slots=True)
class Trusted:
    """Rights for what Kith does on its own account: rules, roll-ups, the search index."""

    catalog: Catalog
    key: str = "trusted"

    def rows(self, object: str, action: Action = "read") -> Filter | None:  # noqa: A002, ARG002
        """Every record."""
        return None

    def fields(self, object: str) -> frozenset[str]:  # noqa: A002
        """Every field."""
        known = self.catalog.objects.get(object)
        return frozenset() if known is None else frozenset(f.name for f in known.all_fields())
