"""An administrator makes objects and fields; they work at once like all others, and can be brought back."""

from tests.support.house import House


async def test_a_made_object_works_at_once_like_any_other(house: House) -> None:
    ada = await house.sign_in("ada")
    spec = {"label": "Machine", "fields": [{"label": "Serial", "kind": "text", "unique": True}]}
    made = await ada.post("/api/meta/objects", json=spec)
    assert made.status_code == 201, made.text
    name = made.json()["name"]
    assert name.endswith("__c")
    serial = next(f["name"] for f in made.json()["fields"] if f["label"] == "Serial")
    record = await ada.post(f"/api/records/{name}", json={"name": "Press", serial: "7"})
    assert record.status_code == 201, record.text
    twin = await ada.post(f"/api/records/{name}", json={"name": "Press 2", serial: "7"})
    assert twin.json()["fields"][serial]["code"] == "records.duplicate"
    names = [o["name"] for o in (await ada.get("/api/meta")).json()["objects"]]
    assert name in names
    described = (await ada.get("/api/openapi.json")).json()
    assert f"/api/records/{name}" in described["paths"]


async def test_a_field_is_added_changed_removed_and_brought_back(house: House) -> None:
    ada = await house.sign_in("ada")
    made = await ada.post(
        "/api/meta/objects/bid/fields", json={"label": "Budget", "kind": "integer"}
    )
    assert made.status_code == 201, made.text
    field = made.json()["name"]
    record = (await ada.post("/api/records/bid", json={"name": "x", field: 5})).json()
    assert record[field] == 5
    path = f"/api/meta/objects/bid/fields/{field}"
    assert (await ada.patch(path, json={"label": "Limit"})).json()["label"] == "Limit"
    assert (await ada.delete(path)).status_code == 204
    shown = (await ada.get(f"/api/records/bid/{record['id']}")).json()
    assert field not in shown
    assert field in [r["field"] for r in (await ada.get("/api/meta/removed")).json()["items"]]
    assert (await ada.post(f"{path}/restore")).status_code == 200
    assert (await ada.get(f"/api/records/bid/{record['id']}")).json()[field] == 5


async def test_a_field_is_asked_for_while_its_condition_holds(house: House) -> None:
    ada = await house.sign_in("ada")
    won = {"field": "stage", "op": "eq", "value": "won"}
    config = {"visible_when": {"field": "hot", "op": "eq", "value": True}, "required_when": won}
    spec = {"label": "Why won", "kind": "text", "config": config}
    made = (await ada.post("/api/meta/objects/bid/fields", json=spec)).json()
    field = made["name"]
    assert made["config"]["required_when"] == won
    asked = await ada.post("/api/records/bid", json={"name": "x", "stage": "won", "hot": True})
    assert asked.json()["fields"][field]["code"] == "records.required"
    hidden = await ada.post("/api/records/bid", json={"name": "x", "stage": "won"})
    assert hidden.status_code == 201, hidden.text
    changed = await ada.patch(f"/api/records/bid/{hidden.json()['id']}", json={"hot": True})
    assert list(changed.json()["fields"]) == [field]
    filled: dict[str, object] = {"name": "x", "stage": "won", "hot": True, field: "Price"}
    assert (await ada.post("/api/records/bid", json=filled)).status_code == 201


async def test_a_condition_names_fields_that_are_there_and_keeps_them(house: House) -> None:
    ada = await house.sign_in("ada")
    path = "/api/meta/objects/bid/fields"
    when = {"field": "nowhere", "op": "empty"}
    wrong = {"label": "X", "kind": "text", "config": {"visible_when": when}}
    assert (await ada.post(path, json=wrong)).json()["place"] == "config.visible_when"
    switch = (await ada.post(path, json={"label": "Switch", "kind": "checkbox"})).json()["name"]
    lit = {"field": switch, "op": "eq", "value": True}
    lamp = {"label": "Lamp", "kind": "text", "config": {"visible_when": lit}}
    assert (await ada.post(path, json=lamp)).status_code == 201
    assert (await ada.delete(f"{path}/{switch}")).json()["code"] == "design.in_use"


async def test_a_formula_is_tried_before_it_is_a_field(house: House) -> None:
    ada, sam = await house.sign_in("ada"), await house.sign_in("sam")
    await ada.post("/api/records/bid", json={"name": "Ab"})
    path = "/api/meta/objects/bid/formula"
    asked = {"config": {"expr": "upper(name) & '!'", "result": "text"}}
    tried = await ada.post(path, json=asked)
    assert tried.status_code == 200, tried.text
    assert tried.json()["field"]["config"]["result"] == "text"
    assert tried.json()["items"][0]["value"] == "AB!"
    wrong = await ada.post(path, json={"config": {"expr": "upper(nothing)", "result": "text"}})
    assert wrong.status_code == 400
    assert wrong.json()["code"] == "formula.unknown_name"
    assert wrong.json()["position"] == 7
    assert (await sam.post(path, json=asked)).status_code == 403
    fields = (await ada.get("/api/meta")).json()["objects"]
    assert "trial__c" not in [f["name"] for o in fields for f in o["fields"]]


async def test_only_administrators_design(house: House) -> None:
    sam = await house.sign_in("sam")
    answers = [
        await sam.post("/api/meta/objects", json={"label": "X"}),
        await sam.post("/api/meta/objects/bid/fields", json={"label": "X", "kind": "text"}),
        await sam.get("/api/meta/removed"),
        await sam.patch("/api/workspace", json={"name": "Mine"}),
        await sam.post("/api/rates", json={"currency": "EUR", "rate": 1.1}),
        await sam.put("/api/profiles/seller", json={"label": "Boss"}),
    ]
    assert [a.status_code for a in answers] == [403] * len(answers)


async def test_a_wrong_spec_names_the_place(house: House) -> None:
    ada = await house.sign_in("ada")
    answer = await ada.post("/api/meta/objects/bid/fields", json={"label": "X", "kind": "magic"})
    assert answer.status_code == 400
    assert answer.json()["code"] == "field.unknown_kind"


async def test_metadata_shows_what_the_reader_may_know(house: House) -> None:
    sam = await house.sign_in("sam")
    answer = await sam.get("/api/meta")
    firm = next(o for o in answer.json()["objects"] if o["name"] == "firm")
    assert "secret" not in [f["name"] for f in firm["fields"]]
    assert firm["rights"]["update"] is True
    bid = next(o for o in answer.json()["objects"] if o["name"] == "bid")
    stage = next(f for f in bid["fields"] if f["name"] == "stage")
    assert [o["key"] for o in stage["options"]] == ["new", "won", "lost"]
    assert "in" in stage["operators"]
    assert {"object": "item", "field": "bid", "label": "Items"} in bid["children"]
    assert "EUR" in answer.json()["currencies"]
    kept = {"if-none-match": answer.headers["etag"]}
    assert (await sam.get("/api/meta", headers=kept)).status_code == 304


async def test_settings_change_for_everybody_at_once(house: House) -> None:
    ada, sam = await house.sign_in("ada"), await house.sign_in("sam")
    change = {"name": "Acme Ltd", "timezone": "Asia/Shanghai", "fiscal_start": 4}
    answer = await ada.patch("/api/workspace", json=change)
    assert answer.status_code == 200, answer.text
    assert (await sam.get("/api/session")).json()["workspace"]["fiscal_start"] == 4
    assert (await ada.patch("/api/workspace", json={"fiscal_start": 13})).status_code == 400


async def test_rates_give_money_its_base(house: House) -> None:
    ada = await house.sign_in("ada")
    body = {"currency": "EUR", "day": "2020-01-01", "rate": 1.5}
    answer = await ada.post("/api/rates", json=body)
    assert answer.json()["items"] == [{"currency": "EUR", "day": "2020-01-01", "rate": 1.5}]
    money = {"amount": 10, "currency": "EUR"}
    made = (await ada.post("/api/records/bid", json={"name": "m", "amount": money})).json()
    assert made["amount"]["base"] == 15
    for wrong in (
        {"currency": "XXX", "rate": 1},
        {"currency": "EUR", "rate": 0},
        {"currency": "USD", "rate": 1},
    ):
        assert (await ada.post("/api/rates", json=wrong)).status_code == 400
    assert (await ada.delete("/api/rates/EUR/2020-01-01")).status_code == 204


async def test_a_profile_changes_what_people_see_at_once(house: House) -> None:
    ada, vic = await house.sign_in("ada"), await house.sign_in("vic")
    assert (await vic.get("/api/records/firm")).status_code == 200
    closed = {"label": "Viewer", "others": {"read": "none"}}
    saved = await ada.put("/api/profiles/viewer", json=closed)
    assert saved.status_code == 200, saved.text
    assert (await vic.get("/api/records/firm")).status_code == 403
    assert (await ada.delete("/api/profiles/viewer")).status_code == 204
    assert (await vic.get("/api/records/firm")).status_code == 200


async def test_a_formula_keeps_its_sql_to_itself(house: House) -> None:
    ada = await house.sign_in("ada")
    spec = {"label": "Loud", "kind": "formula", "config": {"expr": "upper(name)"}}
    made = await ada.post("/api/meta/objects/bid/fields", json=spec)
    assert made.status_code == 201, made.text
    assert made.json()["config"]["expr"] == "upper(name)"
    meta = (await ada.get("/api/meta")).json()
    fields = [f for o in meta["objects"] for f in o["fields"]]
    assert any(f["kind"] == "formula" for f in fields)
    assert not any("sql" in f["config"] for f in fields)
