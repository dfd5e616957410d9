"""How far a typed word is from a name: letters left out, added, changed or swapped."""

from collections.abc import Sequence

SHORTEST = 4
"""Shorter words are meant as written."""
_LONG = 7


def distance(typed: Sequence[str], name: Sequence[str]) -> int | None:
    """Return how many mistakes all typed words have together, or None if one of them fits no word of the name."""
    total = 0
    for word in typed:
        least = min((_word_distance(word, other) for other in name), default=len(word))
        if least > _allowed(word):
            return None
        total += least
    return total


def _allowed(word: str) -> int:
    if len(word) < SHORTEST:
        return 0
    return 2 if len(word) >= _LONG else 1


def _word_distance(word: str, other: str) -> int:
    """Return the distance to the word, or to as much of its beginning as was typed."""
    return min(_edits(word, other), _edits(word, other[: len(word)]))


def _edits(left: str, right: str) -> int:
    """Return the optimal string alignment distance: a swap of neighbours counts once."""
    rows = [list(range(len(right) + 1))]
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows = [*rows[-1:], row]
    return rows[-1][-1]
