"""Two processes over one database: what happens in one is known in the other within a second."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from tests.support.house import House, open_another
from tests.support.sockets import open_tab


@pytest.fixture(scope="module")
async def other(house: House) -> AsyncIterator[House]:
    async with open_another(house) as opened:
        yield opened


async def test_a_change_through_one_reaches_a_client_of_the_other(
    house: House, other: House
) -> None:
    sam, max_ = await house.sign_in("sam"), await other.sign_in("max")
    async with open_tab(other, max_) as tab:
        await tab.say({"watch": [{"object": "bid"}]})
        await tab.hear("hello")
        made = await sam.post("/api/records/bid", json={"name": "Across"})
        began = time.monotonic()
        assert (await tab.hear("change"))["id"] == made.json()["id"]
        assert time.monotonic() - began < 1


async def test_a_session_of_one_is_a_session_of_the_other(house: House, other: House) -> None:
    sam = await house.sign_in("sam")
    there = other.client
    there.cookies.update(sam.cookies)
    assert (await there.get("/api/session")).status_code == 200
    await sam.delete("/api/session")
    async with asyncio.timeout(1):
        while (await there.get("/api/session")).status_code != 401:
            await asyncio.sleep(0.01)


async def test_a_new_field_is_known_to_both(house: House, other: House) -> None:
    ada, sam = await house.sign_in("ada"), await other.sign_in("sam")
    spec = {"label": "Remark", "kind": "text"}
    async with open_tab(other, sam) as tab:
        await tab.hear("hello")
        made = await ada.post("/api/meta/objects/bid/fields", json=spec)
        assert made.status_code == 201, made.text
        await tab.hear("catalog")
        field = made.json()["name"]
        answer = await sam.post("/api/records/bid", json={"name": "x", field: "known"})
        assert answer.json()[field] == "known", answer.text


async def test_people_see_each_other_across_processes(house: House, other: House) -> None:
    sam, max_ = await house.sign_in("sam"), await other.sign_in("max")
    made = (await sam.post("/api/records/bid", json={"name": "Looked at"})).json()
    watch = {"watch": [{"object": "bid", "id": made["id"]}]}
    async with open_tab(house, sam) as one, open_tab(other, max_) as two:
        await one.say(watch)
        await one.hear("presence")
        await two.say(watch)
        for tab in (one, two):
            while len((await tab.hear("presence"))["people"]) < 2:
                pass


async def test_a_process_that_missed_the_news_answers_all_the_same(house: House) -> None:
    ada = await house.sign_in("ada")
    spec = {"label": "Fleeting", "kind": "text"}
    made = await ada.post("/api/meta/objects/bid/fields", json=spec)
    field = made.json()["name"]
    async with open_another(house) as deaf:
        sam = await deaf.sign_in("sam")
        bid = (await sam.post("/api/records/bid", json={"name": "x", field: "kept"})).json()
        await deaf.site.bus.close()
        assert (await ada.delete(f"/api/meta/objects/bid/fields/{field}")).status_code == 204
        read = await sam.get("/api/records/bid")
        assert read.status_code == 200, read.text
        assert field not in read.json()["items"][0]

        assert (await ada.post(f"/api/meta/objects/bid/fields/{field}/restore")).status_code == 200
        deaf.site.workspaces.forget()
        assert (await sam.get(f"/api/records/bid/{bid['id']}")).json()[field] == "kept"
        assert (await ada.delete(f"/api/meta/objects/bid/fields/{field}")).status_code == 204
        written = await sam.patch(f"/api/records/bid/{bid['id']}", json={"name": "y"})
        assert written.status_code == 200, written.text
        assert (written.json()["name"], written.json()["version"]) == ("y", bid["version"] + 1)
