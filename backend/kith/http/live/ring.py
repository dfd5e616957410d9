"""The last changes that this process heard of, so that a short break in a connection loses nothing."""

from collections import deque
from dataclasses import dataclass

# Two changes may be heard in another order by another process; reading again from a little earlier hides that.
_SLACK = 20


@dataclass(frozen=True, slots=True)
class Heard:
    """A change as the signal described it."""

    id: int
    object: str
    record: str


class Ring:
    """Changes of one workspace in the order in which they were heard."""

    def __init__(self, *, most: int = 2000) -> None:
        self._kept: deque[Heard] = deque(maxlen=most)

    @property
    def cursor(self) -> int:
        """Where somebody who connects now stands."""
        return self._kept[-1].id if self._kept else 0

    def add(self, heard: Heard) -> None:
        """Remember a change; the oldest goes."""
        self._kept.append(heard)

    def clear(self) -> None:
        """Forget everything, because something may have been missed."""
        self._kept.clear()

    def since(self, cursor: int) -> tuple[Heard, ...] | None:
        """Return what came after `cursor`, or None when this process cannot know."""
        kept = tuple(self._kept)
        places = [place for place, heard in enumerate(kept) if heard.id == cursor]
        if not places:
            return None
        return tuple(h for h in kept[max(0, places[-1] + 1 - _SLACK) :] if h.id != cursor)
