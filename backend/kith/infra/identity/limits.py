"""Token buckets in memory: how often somebody may do something, without a database in the way.

Each process counts for itself, and is given its share of what the installation allows.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` at once, refilled at `per_second`."""

    per_second: float
    burst: float

    def shared(self, processes: int) -> "Rate":
        """Return what one of so many processes may let through."""
        return Rate(self.per_second / processes, max(1.0, self.burst / processes))


class Buckets:
    """One bucket per key; the least recently used go when there are too many, so memory is bounded."""

    def __init__(
        self, rate: Rate, *, most: int = 20_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Start with every bucket full."""
        self.rate = rate
        self._most = most
        self._clock = clock
        self._levels: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()

    def take(self, key: Hashable, cost: float = 1.0) -> float:
        """Take from the bucket; return 0, or the seconds to wait when it does not hold enough."""
        now = self._clock()
        level = self._level(key, now)
        if level < cost:
            return (cost - level) / self.rate.per_second
        self._levels[key] = (level - cost, now)
        self._levels.move_to_end(key)
        if len(self._levels) > self._most:
            self._levels.popitem(last=False)
        return 0.0

    def forgive(self, key: Hashable) -> None:
        """Fill the bucket again."""
        self._levels.pop(key, None)

    def _level(self, key: Hashable, now: float) -> float:
        level, at = self._levels.get(key, (self.rate.burst, now))
        return min(self.rate.burst, level + (now - at) * self.rate.per_second)
