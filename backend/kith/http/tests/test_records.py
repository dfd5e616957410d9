"""Records over HTTP: versions, idempotency, merging, the bin, bulk, undo, history, search, views."""

import asyncio
import uuid

from kith.infra.jobs.worker import run_pending
from kith.kernel import search
from kith.lib.ids import new_id
from tests.support.house import House


async def test_a_record_goes_in_and_comes_out(house: House) -> None:
    sam = await house.sign_in("sam")
    made = await sam.post("/api/records/bid", json={"name": "Pumps", "amount": 12})
    assert made.status_code == 201, made.text
    assert made.headers["etag"] == '"v1"'
    read = await sam.get(f"/api/records/bid/{made.json()['id']}")
    assert read.json()["amount"]["amount"] == 12
    assert read.headers["etag"] == '"v1"'
    assert read.headers["cache-control"] == "no-store"


async def test_a_link_into_the_bin_says_so(house: House) -> None:
    sue = await house.sign_in("sue")
    firm = (await sue.post("/api/records/firm", json={"name": "Old Mill"})).json()["id"]
    body = {"name": "Wheel", "firm": firm, "people": [firm]}
    bid = (await sue.post("/api/records/bid", json=body)).json()["id"]
    assert (await sue.delete(f"/api/records/firm/{firm}")).status_code == 204
    gone = {"id": firm, "label": "Old Mill", "deleted": True}
    read = (await sue.get(f"/api/records/bid/{bid}")).json()
    assert (read["firm"], read["people"]) == (gone, [gone])
    await sue.post(f"/api/records/firm/{firm}/restore")
    back = (await sue.get(f"/api/records/bid/{bid}")).json()
    assert back["firm"] == {"id": firm, "label": "Old Mill"}


async def test_an_address_alone_can_filter_sort_and_page(house: House) -> None:
    sue = await house.sign_in("sue")
    for number in (1, 2, 3):
        body = {"name": f"N{number}", "amount": number * 10, "stage": "won", "hot": number == 2}
        await sue.post("/api/records/bid", json=body)
    found = await sue.get("/api/records/bid?stage=won&amount:gt=15&sort=-amount&fields=name")
    assert [item["name"] for item in found.json()["items"]] == ["N3", "N2"]
    hot = await sue.get("/api/records/bid?hot=true")
    assert [item["name"] for item in hot.json()["items"]] == ["N2"]
    page = (await sue.get("/api/records/bid?stage=won&limit=2&sort=name")).json()
    rest = await sue.get(
        "/api/records/bid",
        params={"stage": "won", "after": page["next"], "sort": "name", "limit": 2},
    )
    assert [i["name"] for i in (*page["items"], *rest.json()["items"])] == ["N1", "N2", "N3"]
    by_query = await sue.get("/api/records/bid", params={"q": '{"where":{"text":"N1"}}'})
    assert by_query.status_code == 200


async def test_a_wrong_query_names_the_place(house: House) -> None:
    sam = await house.sign_in("sam")
    query = {
        "where": {
            "and": [{"field": "name", "op": "eq", "value": "x"}, {"field": "nope", "op": "eq"}]
        }
    }
    answer = await sam.post("/api/query/bid", json=query)
    assert answer.status_code in (400, 404)
    assert answer.json()["place"].startswith("where.and[1]")
    unknown = await sam.get("/api/records/nothing")
    assert unknown.status_code == 404


async def test_the_same_key_makes_a_record_once(house: House) -> None:
    sam = await house.sign_in("sam")
    headers = {"idempotency-key": "one"}
    first = await sam.post("/api/records/bid", json={"name": "Once"}, headers=headers)
    again = await sam.post("/api/records/bid", json={"name": "Once"}, headers=headers)
    other = await sam.post("/api/records/bid", json={"name": "Other"}, headers=headers)
    assert first.json()["id"] == again.json()["id"]
    assert other.status_code == 409
    assert other.json()["code"] == "records.key_reused"


async def test_two_people_editing_one_record_hear_of_each_other(house: House) -> None:
    max_ = await house.sign_in("max")
    sam = await house.sign_in("sam")
    made = (await sam.post("/api/records/bid", json={"name": "Both"})).json()
    path = f"/api/records/bid/{made['id']}"
    seen = {"if-match": '"v1"'}
    assert (await max_.patch(path, json={"name": "Max"}, headers=seen)).status_code == 200
    clash = await sam.patch(path, json={"name": "Sam"}, headers=seen)
    assert clash.status_code == 409
    assert clash.json()["code"] == "records.conflict"
    assert clash.json()["fields"]["name"] == {"yours": "Sam", "theirs": "Max", "before": "Both"}
    assert clash.json()["current"]["name"] == "Max"
    other = await sam.patch(path, json={"reason": "why", "version": 1})
    assert other.status_code == 200, other.text
    assert other.json()["name"] == "Max"
    wrong = await sam.patch(path, json={"name": "x"}, headers={"if-match": "three"})
    assert wrong.json()["code"] == "http.header"


async def test_values_are_refused_field_by_field(house: House) -> None:
    sam = await house.sign_in("sam")
    body = {"name": "", "amount": "much", "stage": "none", "close_on": "soon", "ghost": 1}
    answer = await sam.post("/api/records/bid", json=body)
    assert answer.status_code == 400
    assert set(answer.json()["fields"]) >= {"amount", "stage", "close_on", "ghost"}
    assert all(f["code"] and f["message"] for f in answer.json()["fields"].values())


async def test_the_bin_gives_back(house: House) -> None:
    sam = await house.sign_in("sam")
    made = (await sam.post("/api/records/bid", json={"name": "Binned"})).json()
    path = f"/api/records/bid/{made['id']}"
    assert (await sam.delete(path)).status_code == 204
    assert (await sam.get(path)).status_code == 404
    binned = (await sam.get("/api/bin")).json()["items"]
    assert made["id"] in [item["id"] for item in binned]
    assert (await sam.post(f"{path}/restore")).status_code == 200
    assert (await sam.get(path)).status_code == 200


async def test_clones_and_merges(house: House) -> None:
    sam = await house.sign_in("sam")
    one = (await sam.post("/api/records/bid", json={"name": "One"})).json()
    two = (await sam.post(f"/api/records/bid/{one['id']}/clone")).json()
    assert two["id"] != one["id"]
    path = f"/api/records/bid/{one['id']}/merge"
    merged = await sam.post(path, json={"from": [two["id"]], "values": {"reason": "same"}})
    assert merged.status_code == 200, merged.text
    assert merged.json()["reason"] == "same"
    assert (await sam.get(f"/api/records/bid/{two['id']}")).status_code == 404
    batch = merged.headers["x-batch"]
    assert (await sam.post("/api/undo", json={"batch": batch})).status_code == 200
    assert (await sam.get(f"/api/records/bid/{two['id']}")).status_code == 200
    bad = await sam.post(path, json={"from": ["x"]})
    assert bad.json()["place"] == "from[0]"


async def test_a_bulk_change_is_a_job_and_can_be_undone(house: House) -> None:
    sam = await house.sign_in("sam")
    ids = []
    for number in range(3):
        made = await sam.post("/api/records/bid", json={"name": f"Bulk {number}"})
        ids.append(made.json()["id"])
    body = {"ids": ids, "action": "update", "values": {"reason": "bulk"}}
    started = await sam.post("/api/bulk/bid", json=body)
    assert started.status_code == 202, started.text
    await run_pending(house.company.database, house.handlers)
    job = (await sam.get(f"/api/jobs/{started.json()['id']}")).json()
    assert job["state"] == "done", job
    assert (await sam.get(f"/api/records/bid/{ids[0]}")).json()["reason"] == "bulk"
    undone = await sam.post("/api/undo", json={"batch": job["result"]["batch"]})
    assert undone.json()["done"] == 3, undone.text
    assert (await sam.get(f"/api/records/bid/{ids[0]}")).json()["reason"] is None
    sue = await house.sign_in("sue")
    assert (await sue.get(f"/api/jobs/{job['id']}")).status_code == 404


async def test_bulk_wants_either_ids_or_a_filter(house: House) -> None:
    sam = await house.sign_in("sam")
    for body in ({"action": "delete"}, {"action": "explode", "ids": [str(new_id())]}):
        assert (await sam.post("/api/bulk/bid", json=body)).status_code == 400


async def test_what_happened_is_told_and_taken_back(house: House) -> None:
    sam = await house.sign_in("sam")
    made = (await sam.post("/api/records/bid", json={"name": "First"})).json()
    path = f"/api/records/bid/{made['id']}"
    await sam.patch(path, json={"name": "Second"})
    items = (await sam.get(f"{path}/timeline")).json()["items"]
    assert [item["action"] for item in items] == ["update", "create"]
    history = (await sam.get(f"{path}/history/name")).json()["items"]
    assert history[0]["after"] == "Second"
    preview = await sam.post("/api/undo", json={"change": items[0]["id"], "preview": True})
    assert preview.json()["conflicts"] == []
    assert (await sam.post("/api/undo", json={"change": items[0]["id"]})).json()["done"] == 1
    assert (await sam.get(path)).json()["name"] == "First"
    assert (await sam.get("/api/changes")).status_code == 200


async def test_figures_come_by_group(house: House) -> None:
    sam = await house.sign_in("sam")
    await sam.post(
        "/api/records/bid", json={"name": "Figure", "amount": 5, "stage": "lost", "reason": "r"}
    )
    body = {
        "where": {"field": "stage", "op": "eq", "value": "lost"},
        "group": [{"by": "stage"}],
        "measures": [{"op": "sum", "field": "amount", "as": "sum"}, {"op": "count", "as": "n"}],
    }
    groups = (await sam.post("/api/aggregate/bid", json=body)).json()["groups"]
    assert groups[0]["values"]["n"] >= 1


async def test_links_are_found_by_name(house: House) -> None:
    sam = await house.sign_in("sam")
    made = (await sam.post("/api/records/firm", json={"name": "Nordwind Pumpen"})).json()
    async with house.company.open() as ctx:
        await search.index(ctx, "firm", [uuid.UUID(made["id"])])
    latest = (await sam.get("/api/lookup/firm")).json()["items"]
    assert latest[0]["label"] == "Nordwind Pumpen"
    found = (await sam.get("/api/search?q=nordwind")).json()["groups"]
    assert [group["object"] for group in found] == ["firm"]
    picked = (await sam.get("/api/lookup/firm?q=pump")).json()["items"]
    assert [item["id"] for item in picked] == [made["id"]]
    assert (await sam.get("/api/search?limit=9999")).status_code == 400


async def test_views_are_saved_for_their_owner(house: House) -> None:
    sam, sue = await house.sign_in("sam"), await house.sign_in("sue")
    body = {
        "name": "Hot",
        "query": {"where": {"field": "hot", "op": "eq", "value": True}},
        "columns": [{"field": "name"}],
        "pinned": True,
    }
    made = await sam.post("/api/views/bid", json=body)
    assert made.status_code == 201, made.text
    names = [v["name"] for v in (await sam.get("/api/views/bid")).json()["items"]]
    assert "Hot" in names
    assert "Hot" in [v["name"] for v in (await sam.get("/api/views")).json()["items"]]
    assert "Hot" not in [v["name"] for v in (await sue.get("/api/views/bid")).json()["items"]]
    path = f"/api/views/bid/{made.json()['id']}"
    assert (await sue.patch(path, json={"name": "Mine"})).status_code == 404
    assert (await sam.patch(path, json={"name": "Hotter"})).json()["name"] == "Hotter"
    assert (await sam.delete(path)).status_code == 204


async def test_another_persons_record_is_not_there(house: House) -> None:
    sam, sue = await house.sign_in("sam"), await house.sign_in("sue")
    made = (await sam.post("/api/records/bid", json={"name": "Sam's"})).json()
    path = f"/api/records/bid/{made['id']}"
    answers = await asyncio.gather(
        sue.get(path),
        sue.patch(path, json={"name": "x"}),
        sue.delete(path),
        sue.get(f"{path}/timeline"),
        sue.get(f"{path}/history/name"),
        sue.post(f"{path}/clone"),
    )
    assert [a.status_code for a in answers] == [404] * 6
    missing = await sue.get(f"/api/records/bid/{new_id()}")
    assert missing.json()["detail"] == answers[0].json()["detail"]
