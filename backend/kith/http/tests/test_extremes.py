"""What nobody plans for and somebody does: endless names, thousands of options, wide objects, links to what is gone."""

import pytest

from tests.support.house import House


async def test_a_name_of_five_thousand_characters_is_kept_or_refused_with_the_limit(
    house: House,
) -> None:
    sam = await house.sign_in("sam")
    for name in ("x" * 5_000, "长" * 5_000, "🦆" * 5_000, "a\u202e" * 2_500):
        answer = await sam.post("/api/records/firm", json={"name": name})
        if answer.status_code == 201:
            assert answer.json()["name"] == name
        else:
            assert answer.status_code == 400
            assert answer.json()["fields"]["name"]["code"] == "field.too_long"
    found = await sam.post("/api/query/firm", json={"search": "x" * 1_000})
    assert found.status_code == 200, found.text


async def test_a_field_with_two_thousand_options_works(house: House) -> None:
    ada = await house.sign_in("ada")
    options = [{"key": f"k{i}", "label": f"Choice {i}"} for i in range(2_000)]
    spec = {"label": "Many", "kind": "choice", "options": options}
    made = await ada.post("/api/meta/objects/firm/fields", json=spec)
    assert made.status_code == 201, made.text[:400]
    field = made.json()["name"]
    assert len(made.json()["options"]) == 2_000
    record = await ada.post("/api/records/firm", json={"name": "F", field: "k1999"})
    assert record.json()[field] == "k1999"
    query = {"where": {"field": field, "op": "in", "value": [f"k{i}" for i in range(2_000)]}}
    assert len((await ada.post("/api/query/firm", json=query)).json()["items"]) == 1
    grouped = await ada.post("/api/aggregate/firm", json={"group": [field]})
    assert grouped.json()["groups"][0]["keys"] == ["k1999"]
    refused = await ada.post("/api/records/firm", json={"name": "F", field: "k2000"})
    assert refused.status_code == 400
    assert len(refused.text) < 5_000, "a refusal does not list thousands of choices"


async def test_an_object_of_three_hundred_columns_works(house: House) -> None:
    ada = await house.sign_in("ada")
    fields = [{"label": f"Column {i}", "kind": "text"} for i in range(300)]
    made = await ada.post("/api/meta/objects", json={"label": "Wide", "fields": fields})
    assert made.status_code == 201, made.text[:400]
    name, columns = made.json()["name"], [f["name"] for f in made.json()["fields"]][1:301]
    values = {column: f"v{i}" for i, column in enumerate(columns) if column.startswith("column")}
    record = await ada.post(f"/api/records/{name}", json={"name": "One", **values})
    assert record.status_code == 201, record.text[:400]
    changed = await ada.patch(
        f"/api/records/{name}/{record.json()['id']}", json=dict.fromkeys(values, "changed")
    )
    assert changed.status_code == 200, changed.text[:400]
    assert {changed.json()[column] for column in values} == {"changed"}
    listed = await ada.get(f"/api/records/{name}")
    assert len(listed.json()["items"][0]) > 300
    undone = await ada.get(f"/api/records/{name}/{record.json()['id']}/timeline")
    assert undone.status_code == 200


async def test_a_link_to_a_deleted_record_is_refused_and_an_old_one_does_no_harm(
    house: House,
) -> None:
    ada = await house.sign_in("ada")
    firm = (await ada.post("/api/records/firm", json={"name": "Going"})).json()["id"]
    bid = (await ada.post("/api/records/bid", json={"name": "B", "firm": firm})).json()
    assert (await ada.delete(f"/api/records/firm/{firm}")).status_code == 204
    refused = await ada.post("/api/records/bid", json={"name": "C", "firm": firm})
    assert refused.json()["fields"]["firm"]["code"] == "records.target_not_found"
    shown = await ada.get(f"/api/records/bid/{bid['id']}")
    assert shown.status_code == 200
    changed = await ada.patch(f"/api/records/bid/{bid['id']}", json={"name": "Still works"})
    assert changed.status_code == 200, changed.text
    query = {"where": {"field": "firm.name", "op": "eq", "value": "Going"}}
    assert (await ada.post("/api/query/bid", json=query)).status_code == 200


@pytest.mark.parametrize("kind", ["text", "long_text", "rich_text", "tags", "url", "json", "email"])
async def test_scripts_and_sql_in_any_field_come_back_harmless(house: House, kind: str) -> None:
    ada = await house.sign_in("ada")
    spec = {"label": f"Hostile {kind}", "kind": kind}
    field = (await ada.post("/api/meta/objects/firm/fields", json=spec)).json()["name"]
    for text in ("<script>alert(1)</script>", "javascript:alert(1)", "'); drop table x; --"):
        value = [text] if kind == "tags" else text
        answer = await ada.post("/api/records/firm", json={"name": text, field: value})
        assert answer.status_code in {201, 400}, answer.text
        if answer.status_code == 201 and kind == "rich_text":
            assert "<script" not in str(answer.json()[field])
        if answer.status_code == 201 and kind == "url":
            assert not str(answer.json()[field]).startswith("javascript:")
    assert (await ada.get("/api/records/firm")).status_code == 200
