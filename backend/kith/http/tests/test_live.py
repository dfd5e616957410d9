"""What one person changes, another sees within a second; nobody sees more than they may."""

import asyncio

import pytest

from kith.kernel import records
from tests.support.house import House
from tests.support.sockets import open_tab


@pytest.fixture(autouse=True)
async def fresh_limits(house: House) -> None:
    await house.fresh_limits()


async def test_a_change_reaches_those_who_watch_the_object(house: House) -> None:
    sam, max_ = await house.sign_in("sam"), await house.sign_in("max")
    async with open_tab(house, max_) as tab:
        await tab.hear("hello")
        await tab.say({"watch": [{"object": "bid"}]})
        await settled(house, "bid")
        made = (await sam.post("/api/records/bid", json={"name": "Seen"})).json()
        heard = await tab.hear("change")
        assert heard["id"] == made["id"]
        assert heard["action"] == "create"
        assert heard["record"]["name"] == "Seen"
        assert heard["actor"] == str(house.company.people["sam"])


async def test_a_watch_on_one_record_hears_only_that(house: House) -> None:
    sam = await house.sign_in("sam")
    one = (await sam.post("/api/records/bid", json={"name": "One"})).json()
    two = (await sam.post("/api/records/bid", json={"name": "Two"})).json()
    async with open_tab(house, sam) as tab:
        await tab.say({"watch": [{"object": "bid", "id": one["id"]}]})
        await tab.hear("presence")
        await sam.patch(f"/api/records/bid/{two['id']}", json={"name": "Two!"})
        await sam.patch(f"/api/records/bid/{one['id']}", json={"name": "One!"})
        heard = await tab.hear("change")
        assert heard["record"]["name"] == "One!"


async def test_changed_settings_are_told_to_every_window(house: House) -> None:
    ada, sue = await house.sign_in("ada"), await house.sign_in("sue")
    async with open_tab(house, sue) as tab:
        await tab.hear("hello")
        await ada.post("/api/rates", json={"currency": "EUR", "day": "2026-01-01", "rate": 1.1})
        assert (await tab.hear("settings"))["what"] == "rates"
        made = {"name": "All", "columns": [{"field": "name"}], "sharing": "shared"}
        assert (await ada.post("/api/views/bid", json=made)).status_code == 201
        assert (await tab.hear("settings"))["what"] == "views"


async def test_what_somebody_may_not_see_is_never_told(house: House) -> None:
    sam, sue = await house.sign_in("sam"), await house.sign_in("sue")
    async with open_tab(house, sue) as tab:
        await tab.say({"watch": [{"object": "bid"}]})
        await settled(house, "bid")
        await sam.post("/api/records/bid", json={"name": "Mine alone"})
        assert await tab.hears_nothing("change")


async def test_a_hidden_field_stays_hidden(house: House) -> None:
    ada, sue = await house.sign_in("ada"), await house.sign_in("sue")
    async with open_tab(house, sue) as tab:
        await tab.say({"watch": [{"object": "firm"}]})
        await settled(house, "firm")
        await ada.post("/api/records/firm", json={"name": "Firm", "secret": "42"})
        heard = await tab.hear("change")
        assert heard["record"]["name"] == "Firm"
        assert "secret" not in heard["record"]


async def test_a_record_given_away_is_gone(house: House) -> None:
    max_, sam = await house.sign_in("max"), await house.sign_in("sam")
    made = (await sam.post("/api/records/bid", json={"name": "Given away"})).json()
    async with open_tab(house, sam) as tab:
        await tab.say({"watch": [{"object": "bid"}]})
        await settled(house, "bid")
        to = {"owner": str(house.company.people["sue"])}
        answer = await max_.patch(f"/api/records/bid/{made['id']}", json=to)
        assert answer.status_code == 200, answer.text
        heard = await tab.hear("change")
        assert heard["id"] == made["id"]
        assert heard["record"] is None


async def test_people_see_who_else_looks_at_a_record(house: House) -> None:
    sam, max_ = await house.sign_in("sam"), await house.sign_in("max")
    made = (await sam.post("/api/records/bid", json={"name": "Looked at"})).json()
    watch = {"watch": [{"object": "bid", "id": made["id"]}]}
    async with open_tab(house, sam) as one:
        await one.say(watch)
        assert names(await one.hear("presence")) == ["Sam"]
        async with open_tab(house, max_) as two:
            await two.say(watch)
            assert names(await two.hear("presence")) == ["Max", "Sam"]
            assert names(await one.hear("presence")) == ["Max", "Sam"]
        assert names(await one.hear("presence")) == ["Sam"]


async def test_nobody_is_present_at_a_record_they_may_not_see(house: House) -> None:
    sam, sue = await house.sign_in("sam"), await house.sign_in("sue")
    made = (await sam.post("/api/records/bid", json={"name": "Closed"})).json()
    async with open_tab(house, sue) as tab:
        await tab.say({"watch": [{"object": "bid", "id": made["id"]}]})
        assert await tab.hears_nothing("presence")


async def test_the_end_of_a_session_closes_its_sockets(house: House) -> None:
    sue = await house.sign_in("sue")
    async with open_tab(house, sue) as tab:
        await tab.hear("hello")
        await sue.delete("/api/session")
        assert await asyncio.wait_for(tab.closed, 1.0) == 4401


async def test_without_a_session_the_socket_closes(house: House) -> None:
    async with open_tab(house, house.client) as tab:
        assert await asyncio.wait_for(tab.closed, 1.0) == 4401


async def test_a_strange_page_cannot_listen(house: House) -> None:
    sam = await house.sign_in("sam")
    async with open_tab(house, sam, origin="https://evil.example") as tab:
        assert await asyncio.wait_for(tab.closed, 1.0) == 4401
    async with open_tab(house, sam, origin="http://kith.test") as tab:
        await tab.hear("hello")


async def test_a_break_is_caught_up(house: House) -> None:
    sam = await house.sign_in("sam")
    async with open_tab(house, sam) as tab:
        await tab.say({"watch": [{"object": "bid"}]})
        await settled(house, "bid")
        await sam.post("/api/records/bid", json={"name": "Before"})
        cursor = (await tab.hear("change"))["cursor"]
    missed = (await sam.post("/api/records/bid", json={"name": "Meanwhile"})).json()
    async with open_tab(house, sam, query=f"cursor={cursor}") as tab:
        await tab.say({"watch": [{"object": "bid"}]})
        while (await tab.hear("change"))["id"] != missed["id"]:
            pass
    async with open_tab(house, sam, query="cursor=999999") as tab:
        await tab.say({"watch": [{"object": "bid"}]})
        await tab.hear("refresh")


async def test_nonsense_closes_the_socket(house: House) -> None:
    sam = await house.sign_in("sam")
    async with open_tab(house, sam) as tab:
        await tab.say({"watch": [{"object": "bid", "id": "no id"}]})
        assert await asyncio.wait_for(tab.closed, 1.0) == 4400


async def settled(house: House, object_name: str) -> None:
    """Wait until the application has taken in what a tab watches."""
    async with asyncio.timeout(5):
        while not any(
            object_name in line.watch.objects
            for lines in house.app.state.hub.lines.values()
            for line in lines
        ):
            await asyncio.sleep(0.005)


def names(message: dict[str, object]) -> list[str]:
    people = message["people"]
    assert isinstance(people, list)
    return [person["name"] for person in people]


async def test_who_sees_more_than_before_reads_again(house: House) -> None:
    ada, max_ = await house.sign_in("ada"), await house.sign_in("max")
    async with open_tab(house, max_) as tab:
        await tab.hear("hello")
        person = {"name": "Ned", "email": "ned@example.com", "profile": "seller"}
        made = await ada.post("/api/records/user", json=person)
        boss = {"manager": str(house.company.people["max"])}
        await ada.patch(f"/api/records/user/{made.json()['id']}", json=boss)
        await tab.hear("refresh")


async def test_an_import_asks_watchers_to_read_again_once(house: House) -> None:
    sam = await house.sign_in("sam")
    async with open_tab(house, sam) as tab, open_tab(house, sam) as other:
        await tab.say({"watch": [{"object": "bid"}]})
        await other.say({"watch": [{"object": "firm"}]})
        await settled(house, "bid")
        await settled(house, "firm")
        for _ in range(3):
            async with house.company.open("sam") as ctx:
                await records.create_many(ctx, "bid", [{"name": f"Row {i}"} for i in range(5)])
        await tab.hear("refresh")
        assert await tab.hears_nothing("refresh")
        assert await other.hears_nothing("refresh")
