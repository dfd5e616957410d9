"""Who has which record open, in this process and in the others, which repeat it as long as it is true."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kith.lib.json import Json

Key = tuple[str, str, str]
"""Workspace, object, record."""

REPEAT_EVERY = 30.0
_BELIEVED_FOR = 75.0
_MOST_IN_A_MESSAGE = 25


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who looks at a record."""

    id: str
    name: str

    def as_json(self) -> dict[str, Json]:
        """Return the JSON form."""
        return {"id": self.id, "name": self.name}


class Presence:
    """Counts the tabs here, believes the other processes for a while."""

    def __init__(self, node: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.node = node
        self._clock = clock
        self._here: dict[Key, Counter[Guest]] = defaultdict(Counter)
        self._there: dict[Key, dict[str, tuple[float, tuple[Guest, ...]]]] = defaultdict(dict)

    def enter(self, key: Key, guest: Guest) -> bool:
        """Note one more tab; say whether this person is new to this record."""
        self._here[key][guest] += 1
        return self._here[key][guest] == 1

    def leave(self, key: Key, guest: Guest) -> bool:
        """Note one tab less; say whether this person has left."""
        tabs = self._here[key]
        tabs[guest] -= 1
        has_left = tabs[guest] <= 0
        if has_left:
            del tabs[guest]
        if not tabs:
            del self._here[key]
        return has_left

    def hear(self, workspace: str, node: str, news: Json) -> tuple[Key, ...]:
        """Take over what another process says; return the records about which it says something."""
        if node == self.node or not isinstance(news, list):
            return ()
        until = self._clock() + _BELIEVED_FOR
        keys = []
        for object_name, record, people in news:
            key = (workspace, str(object_name), str(record))
            self._there[key][node] = (until, tuple(Guest(i, name) for i, name in people))
            keys.append(key)
        return tuple(keys)

    def people(self, key: Key) -> tuple[Guest, ...]:
        """Return everybody who has the record open."""
        now = self._clock()
        others = self._there.get(key, {})
        for node in [n for n, (until, guests) in others.items() if until < now or not guests]:
            del others[node]
        if not others:
            self._there.pop(key, None)
        found = set(self._here.get(key, ()))
        for _, guests in others.values():
            found.update(guests)
        return tuple(sorted(found, key=lambda guest: (guest.name, guest.id)))

    def news(self, keys: Iterable[Key]) -> Iterator[Mapping[str, Json]]:
        """Yield messages that tell other processes who is here."""
        by_workspace: dict[str, list[Json]] = defaultdict(list)
        for workspace, object_name, record in keys:
            guests = self._here.get((workspace, object_name, record), ())
            people: list[Json] = [[guest.id, guest.name] for guest in guests]
            by_workspace[workspace].append([object_name, record, people])
        for workspace, entries in by_workspace.items():
            for start in range(0, len(entries), _MOST_IN_A_MESSAGE):
                part = entries[start : start + _MOST_IN_A_MESSAGE]
                yield {"ws": workspace, "presence": part, "node": self.node}

    def open_here(self) -> tuple[Key, ...]:
        """Return every record that somebody has open in this process."""
        return tuple(self._here)
