"""Chance for made-up worlds: the same seed makes the same world. Not for secrets."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice(Random):
    """Python's random numbers, with the two throws that stories need most."""

    def chance(self, share: float) -> bool:
        """Say yes in this share of all throws."""
        return self.random() < share

    def weighted(self, choices: Sequence[tuple[T, int]]) -> T:
        """Return one of the choices, each as often as its weight says."""
        return self.choices([item for item, _ in choices], [weight for _, weight in choices])[0]
