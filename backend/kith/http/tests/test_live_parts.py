"""The parts of the live channel: what is replayed, what a slow client gets, who is present."""

import asyncio

import pytest

from kith.http.errors import BodyShape
from kith.http.live.line import Line, Watch
from kith.http.live.presence import Guest, Presence
from kith.http.live.ring import Heard, Ring
from kith.http.seat import Seat
from kith.kernel.context import SYSTEM
from kith.lib.ids import new_id

KEY = ("acme", "deal", "1")
ANA, BEN = Guest("a", "Ana"), Guest("b", "Ben")


def test_a_ring_replays_what_came_after_the_cursor() -> None:
    ring = Ring(most=100)
    for number in (5, 7, 6, 9):
        ring.add(Heard(number, "deal", str(number)))
    replayed = ring.since(6)
    assert replayed is not None
    assert replayed[-1].id == 9
    assert ring.cursor == 9


def test_a_ring_admits_what_it_cannot_know() -> None:
    ring = Ring(most=2)
    for number in (1, 2, 3):
        ring.add(Heard(number, "deal", "x"))
    assert ring.since(1) is None
    assert ring.since(99) is None
    ring.clear()
    assert ring.since(3) is None


def test_a_watch_covers_objects_and_single_records() -> None:
    record = str(new_id())
    watch = Watch.parse([{"object": "deal"}, {"object": "account", "id": record}, {"x": 1}, 7])
    assert watch.covers("deal", "anything")
    assert watch.covers("account", record)
    assert not watch.covers("account", "other")


def test_a_watch_on_a_broken_id_is_refused() -> None:
    with pytest.raises(BodyShape):
        Watch.parse([{"object": "deal", "id": "' or 1=1"}])


async def test_a_slow_client_is_told_to_read_again() -> None:
    line = Line("secret", Seat(b"", "acme", SYSTEM))
    for number in range(1000):
        line.put(str(number).encode())
    line.close(1000)
    sent = [message async for message in line.messages()]
    assert sent[0] == b'{"type":"refresh"}'
    assert len(sent) < 401


async def test_a_line_waits_for_news() -> None:
    line = Line("secret", Seat(b"", "acme", SYSTEM))
    messages = line.messages()
    waiting = asyncio.ensure_future(anext(messages))
    await asyncio.sleep(0)
    line.put(b"news")
    assert await waiting == b"news"


def test_two_tabs_of_one_person_are_one_guest() -> None:
    presence = Presence("n1")
    assert presence.enter(KEY, ANA)
    assert not presence.enter(KEY, ANA)
    assert not presence.leave(KEY, ANA)
    assert presence.people(KEY) == (ANA,)
    assert presence.leave(KEY, ANA)
    assert presence.people(KEY) == ()


def test_processes_tell_each_other_who_is_there_and_silence_means_gone() -> None:
    now = 0.0
    here, there = Presence("n1", clock=lambda: now), Presence("n2", clock=lambda: now)
    here.enter(KEY, ANA)
    there.enter(KEY, BEN)
    for message in there.news([KEY]):
        assert here.hear("acme", "n2", message["presence"]) == (KEY,)
    assert here.people(KEY) == (ANA, BEN)
    now = 100.0
    assert here.people(KEY) == (ANA,)


def test_a_process_does_not_listen_to_itself() -> None:
    presence = Presence("n1")
    presence.enter(KEY, ANA)
    for message in presence.news(presence.open_here()):
        assert presence.hear("acme", "n1", message["presence"]) == ()
