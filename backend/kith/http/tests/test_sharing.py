"""Sharing and the Lens through the API: what opens, what closes again, what narrows, and why."""

from collections.abc import Mapping
from typing import Any

import httpx

from tests.support.house import House

Client = httpx.AsyncClient


async def _bid(client: Client, name: str, **values: Any) -> str:
    made = await client.post("/api/records/bid", json={"name": name, **values})
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


async def _names(client: Client) -> set[str]:
    page = await client.get("/api/records/bid?limit=200")
    assert page.status_code == 200, page.text
    return {item["name"] for item in page.json()["items"]}


async def _rule(admin: Client, to: str, **values: Any) -> Mapping[str, Any]:
    body = {"object": "bid", "label": "Help out", "to": {"keys": [to]}, **values}
    made = await admin.post("/api/sharing/rules", json=body)
    assert made.status_code == 201, made.text
    found: Mapping[str, Any] = made.json()
    return found


async def test_a_rule_opens_records_at_once_and_closes_them_when_it_goes(house: House) -> None:
    ada, sam, sue = [await house.sign_in(who) for who in ("ada", "sam", "sue")]
    await _bid(sam, "Rule of Sam")
    assert "Rule of Sam" not in await _names(sue)
    people = house.company.people
    owners = {"users": [str(people["sam"])]}
    rule = await _rule(ada, str(people["sue"]), owners=owners)
    assert "Rule of Sam" in await _names(sue)
    assert rule["broken"] is False
    gone = await ada.delete(f"/api/sharing/rules/{rule['id']}")
    assert gone.status_code == 204
    assert "Rule of Sam" not in await _names(sue)


async def test_a_rule_by_criteria_follows_the_record(house: House) -> None:
    ada, sam, sue = [await house.sign_in(who) for who in ("ada", "sam", "sue")]
    bid = await _bid(sam, "Open to all hands")
    where = {"field": "name", "op": "contains", "value": "hands"}
    rule = await _rule(ada, str(house.company.people["sue"]), where=where, level="edit")
    assert "Open to all hands" in await _names(sue)
    changed = await sue.patch(f"/api/records/bid/{bid}", json={"name": "Closed again"})
    assert changed.status_code == 200, changed.text
    assert "Closed again" not in await _names(sue)
    await ada.delete(f"/api/sharing/rules/{rule['id']}")


async def test_a_rule_that_cannot_be_asked_is_refused_with_its_place(house: House) -> None:
    ada = await house.sign_in("ada")
    body = {"object": "bid", "label": "x", "to": {"keys": [str(house.company.people["sue"])]}}
    wrong = await ada.post(
        "/api/sharing/rules", json={**body, "where": {"field": "nothing", "value": 1}}
    )
    assert wrong.status_code == 400, wrong.text
    assert wrong.json()["place"] == "where.field"
    nobody = await ada.post("/api/sharing/rules", json={**body, "to": {}})
    assert nobody.json()["place"] == "to"
    sue = await house.sign_in("sue")
    assert (await sue.post("/api/sharing/rules", json=body)).status_code == 403


async def test_one_record_is_shared_by_whoever_may_change_it_until_a_day(house: House) -> None:
    sam, sue, vic = [await house.sign_in(who) for who in ("sam", "sue", "vic")]
    bid = await _bid(sam, "By name")
    holder = str(house.company.people["sue"])
    shares = f"/api/records/bid/{bid}/shares"
    assert (await sue.get(shares)).status_code == 404
    given = await sam.put(f"{shares}/{holder}", json={"level": "read", "until": "2999-12-31"})
    assert given.status_code == 200, given.text
    assert given.json()["items"][0]["holder"]["label"] == "Sue"
    assert "By name" in await _names(sue)
    assert (await sue.patch(f"/api/records/bid/{bid}", json={"name": "No"})).status_code == 403
    assert (await sue.put(f"{shares}/{holder}", json={"level": "edit"})).status_code == 403
    over = await sam.put(f"{shares}/{holder}", json={"level": "edit", "until": "2000-01-01"})
    assert over.json()["items"][0]["over"] is True
    assert "By name" not in await _names(sue)
    nobody = "00000000-0000-7000-8000-000000000000"
    assert (await sam.put(f"{shares}/{nobody}", json={})).status_code == 400
    assert (await vic.delete(f"{shares}/{holder}")).status_code == 403


async def test_a_baseline_opens_an_object_to_everybody(house: House) -> None:
    ada, sam, sue = [await house.sign_in(who) for who in ("ada", "sam", "sue")]
    await _bid(sam, "Baseline")
    address = "/api/sharing/baselines/bid"
    assert (await ada.put(address, json={"opens": "read_all"})).status_code == 200
    assert "Baseline" in await _names(sue)
    assert (await ada.put(address, json={"opens": "private"})).status_code == 200
    assert "Baseline" not in await _names(sue)
    assert (await ada.put(address, json={"opens": "everything"})).status_code == 400


async def test_why_names_the_rule_and_tells_nobody_else(house: House) -> None:
    ada, sam, sue = [await house.sign_in(who) for who in ("ada", "sam", "sue")]
    people = house.company.people
    bid = await _bid(sam, "Why this")
    address = f"/api/records/bid/{bid}/why"
    assert (await sue.get(address)).status_code == 404
    rule = await _rule(ada, str(people["sue"]), owners={"users": [str(people["sam"])]})
    told = (await sue.get(address)).json()
    assert told["sees"] is True
    assert told["edits"] is False
    assert [grant["rule"]["label"] for grant in told["grants"]] == ["Help out"]
    assert (await sue.get(f"{address}?user={people['sam']}")).status_code == 403
    boss = (await ada.get(f"{address}?user={people['max']}")).json()
    assert [grant["reach"] for grant in boss["grants"]] == ["team"]
    assert boss["chain"] == ["Sam", "Max"]
    await ada.delete(f"/api/sharing/rules/{rule['id']}")


async def test_a_lens_narrows_lists_figures_search_and_what_hangs_on_them(house: House) -> None:
    ada = await house.sign_in("ada")
    firms = {}
    for name in ("Lens East", "Lens West"):
        made = await ada.post("/api/records/firm", json={"name": name})
        firms[name] = made.json()["id"]
        await _bid(ada, f"Bid of {name}", firm=firms[name])
    where = {"field": "name", "op": "contains", "value": "East"}
    made = await ada.post("/api/lenses", json={"name": "East", "filters": {"firm": where}})
    assert made.status_code == 201, made.text
    lens = made.json()["id"]
    worn = await ada.put("/api/lenses/worn", json={"lens": lens})
    assert [item["worn"] for item in worn.json()["items"]] == [True]
    listed = (await ada.get("/api/records/firm?limit=200")).json()["items"]
    assert {item["name"] for item in listed} == {"Lens East"}
    assert await _names(ada) == {"Bid of Lens East"}
    count = await ada.post("/api/aggregate/bid", json={"group": ["stage"]})
    assert sum(g["values"]["count"] for g in count.json()["groups"]) == 1, count.text
    assert (await ada.get(f"/api/records/firm/{firms['Lens West']}")).status_code == 404
    lifted = await ada.put("/api/lenses/worn", json={"lens": None})
    assert [item["worn"] for item in lifted.json()["items"]] == [False]
    assert (await ada.get(f"/api/records/firm/{firms['Lens West']}")).status_code == 200


async def test_a_lens_belongs_to_its_maker_until_it_is_shared(house: House) -> None:
    sam, sue = [await house.sign_in(who) for who in ("sam", "sue")]
    filters = {"bid": {"field": "name", "op": "contains", "value": "x"}}
    made = await sam.post("/api/lenses", json={"name": "Mine", "filters": filters})
    lens = made.json()["id"]
    assert (await sue.put("/api/lenses/worn", json={"lens": lens})).status_code == 404
    body = {"name": "Ours", "filters": filters, "sharing": "shared"}
    assert (await sam.put(f"/api/lenses/{lens}", json=body)).status_code == 200
    assert (await sue.put("/api/lenses/worn", json={"lens": lens})).status_code == 200
    assert (await sue.put(f"/api/lenses/{lens}", json=body)).status_code == 403
    assert (await sam.delete(f"/api/lenses/{lens}")).status_code == 204
    assert (await sue.get("/api/lenses")).json()["items"] == []


async def test_a_lens_may_not_speak_of_hidden_fields(house: House) -> None:
    sam = await house.sign_in("sam")
    filters = {"firm": {"field": "secret", "op": "not_empty"}}
    refused = await sam.post("/api/lenses", json={"name": "Peek", "filters": filters})
    assert refused.status_code == 400, refused.text
    assert refused.json()["place"] == "filters.firm.field"


async def test_nobody_stands_above_themselves(house: House) -> None:
    ada = await house.sign_in("ada")
    people = house.company.people
    round_ = await ada.patch(
        f"/api/records/user/{people['max']}", json={"manager": str(people["sam"])}
    )
    assert round_.status_code == 400, round_.text
    assert round_.json()["fields"]["manager"]["code"] == "records.circular"
