"""What a process remembers is loaded once, grows old, and never outlives a signal."""

import asyncio

import pytest

from kith.http.memory import Memory


class Source:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.gate = asyncio.Event()
        self.gate.set()

    async def was_asked(self, times: int) -> None:
        while self.asked < times:
            await asyncio.sleep(0)

    async def load(self, key: str) -> str:
        self.asked += 1
        answer = f"{key}{self.asked}"
        await self.gate.wait()
        return answer


async def test_people_who_ask_together_wait_for_one_load() -> None:
    source = Source()
    memory = Memory(source.load, seconds=5)
    assert await asyncio.gather(*(memory.get("a") for _ in range(5))) == ["a1"] * 5
    assert memory.find("a") == "a1"


async def test_an_answer_grows_old() -> None:
    now = 0.0
    source = Source()
    memory = Memory(source.load, seconds=5, clock=lambda: now)
    await memory.get("a")
    now = 5.1
    assert memory.find("a") is None
    assert await memory.get("a") == "a2"


async def test_a_signal_overtakes_a_load_that_began_before_it() -> None:
    source = Source()
    source.gate.clear()
    memory = Memory(source.load, seconds=5)
    early = asyncio.create_task(memory.get("a"))
    await source.was_asked(1)
    memory.forget()
    late = asyncio.create_task(memory.get("a"))
    await source.was_asked(2)
    source.gate.set()
    assert await early == "a1"
    assert await late == "a2"
    assert memory.find("a") == "a2"


async def test_only_what_matches_is_forgotten() -> None:
    source = Source()
    memory = Memory(source.load, seconds=5)
    await memory.get("a")
    await memory.get("b")
    memory.forget(lambda key, value: key == "a" and value == "a1")
    assert memory.find("a") is None
    assert memory.find("b") == "b2"


async def test_a_failed_load_is_tried_again() -> None:
    tries = 0

    async def load(_: str) -> str:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise ConnectionError
        return "there"

    memory = Memory(load, seconds=5)
    with pytest.raises(ConnectionError):
        await memory.get("a")
    assert await memory.get("a") == "there"


async def test_memory_is_bounded() -> None:
    source = Source()
    memory = Memory(source.load, seconds=5, most=2)
    for key in "abc":
        await memory.get(key)
    assert memory.find("a") is None
    assert memory.find("c") == "c3"
