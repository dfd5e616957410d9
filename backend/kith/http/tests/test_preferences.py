"""What people keep for themselves: on every device, for nobody else, within limits."""

import httpx
import pytest

from kith.infra.identity import preferences
from tests.support.house import House

DRAFT = {"object": "task", "values": {"subject": "打电话 ☎️", "due": None}, "seen": [1, 2.5, True]}


async def test_what_i_keep_is_there_on_another_device(house: House) -> None:
    desk, phone = await house.sign_in("sam"), await house.sign_in("sam")
    kept = await desk.put("/api/preferences/draft.task.new", json={"value": DRAFT})
    assert kept.status_code == 200, kept.text
    found = (await phone.get("/api/preferences/draft.task.new")).json()
    assert found["value"] == DRAFT
    await phone.put("/api/preferences/draft.task.new", json={"value": "shorter"})
    await phone.put("/api/preferences/tour.done", json={"value": True})
    drafts = (await desk.get("/api/preferences?prefix=draft.")).json()["items"]
    assert [(d["key"], d["value"]) for d in drafts] == [("draft.task.new", "shorter")]
    assert (await desk.delete("/api/preferences/draft.task.new")).status_code == 204
    assert (await desk.delete("/api/preferences/draft.task.new")).status_code == 204
    assert (await phone.get("/api/preferences/draft.task.new")).status_code == 404


async def test_what_i_keep_is_for_nobody_else(house: House) -> None:
    sam, vic = await house.sign_in("sam"), await house.sign_in("vic")
    await sam.put("/api/preferences/secret", json={"value": "mine"})
    for other in (vic, await house.with_token("vic")):
        assert (await other.get("/api/preferences/secret")).status_code == 404
        await other.delete("/api/preferences/secret")
        assert "secret" not in (await other.get("/api/preferences")).text
    assert (await sam.get("/api/preferences/secret")).json()["value"] == "mine"


@pytest.mark.parametrize("key", ["Theme", "1st", "a b", "a" * 121, "ключ", "a%00b"])
async def test_a_key_has_a_form(house: House, key: str) -> None:
    sam = await house.sign_in("sam")
    answer = await sam.put(f"/api/preferences/{key}", json={"value": 1})
    assert answer.status_code in {400, 404}, answer.text


async def test_what_is_kept_is_bounded(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    sue = await house.sign_in("sue")
    largest = "x" * (preferences.LARGEST - 2)
    assert await _put(sue, "big", largest) == 200
    assert await _put(sue, "big", largest + "x") == 413
    monkeypatch.setattr(preferences, "MOST", 2)
    assert await _put(sue, "second", 1) == 200
    assert await _put(sue, "third", 1) == 409
    assert (await sue.get("/api/preferences/third")).status_code == 404
    assert await _put(sue, "second", 2) == 200


async def test_the_first_screen_is_told_how_it_shall_look(house: House) -> None:
    sue = await house.sign_in("sue")
    chosen = {"theme": "dark", "density": "compact", "motion": "reduce", "start_page": "/o/bid"}
    assert (await sue.patch("/api/session/me", json=chosen)).status_code == 200
    user = (await (await house.sign_in("sue")).get("/api/session")).json()["user"]
    assert {name: user[name] for name in chosen} == chosen
    await sue.patch("/api/session/me", json={"theme": "light"})
    assert (await sue.get("/api/session")).json()["user"]["density"] == "compact"


async def _put(client: httpx.AsyncClient, key: str, value: object) -> int:
    return (await client.put(f"/api/preferences/{key}", json={"value": value})).status_code
