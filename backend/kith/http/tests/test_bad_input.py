"""Bad input of every sort gets a clear 4xx, and changes nothing."""

import json
from typing import Any

import pytest

from tests.support.house import House

RECORDS = "/api/records/bid"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"{", 400, "http.not_json"),
        (b"\xff\xfe", 400, "http.not_json"),
        (b'{"name": NaN}', 400, "http.not_json"),
        (b'{"name": "a\x00b"}', 400, "http.not_json"),
        (b'{"name": "a\\u0000b"}', 400, "http.nul"),
        (b'{"name": "\\ud800"}', 400, "http.not_json"),
        (b"[" * 100_000, 400, "http.too_deep"),
        (b'{"a":' * 100_000, 400, "http.too_deep"),
        (b"[]", 400, "http.shape"),
        (b'"text"', 400, "http.shape"),
        (b'{"name": "' + b"x" * 2_000_000 + b'"}', 413, "http.too_large"),
        (b'{"name": "' + b"x" * 10_000_000 + b'"}', 413, "http.too_large"),
    ],
)
async def test_a_broken_body_is_named(house: House, body: bytes, status: int, code: str) -> None:
    program = await house.with_token("sam")
    answer = await program.post(RECORDS, content=body, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_json_is_called_json(house: House) -> None:
    program = await house.with_token("sam")
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""):
        answer = await program.post(
            RECORDS, content=b'{"name":"x"}', headers={"content-type": kind}
        )
        assert answer.status_code == 415, kind
        assert answer.json()["code"] == "http.media_type"


@pytest.mark.parametrize(
    "name",
    [
        "emoji 🧑‍🤝‍🧑 and 汉字",
        "\u202eright to left\u202c عربي",
        "'; drop table ws_acme.bid; --",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "{{7*7}} ${7*7} %s %n \\",
        "=cmd|' /C calc'!A0",
        "a" * 200,
    ],
)
async def test_any_text_comes_back_as_it_was(house: House, name: str) -> None:
    program = await house.with_token("sam")
    made = await program.post(RECORDS, json={"name": name})
    assert made.status_code == 201, made.text
    read = await program.get(f"{RECORDS}/{made.json()['id']}")
    assert read.json()["name"] == name


@pytest.mark.parametrize(
    "values",
    [
        {"name": 7},
        {"name": ["x"]},
        {"name": {"a": 1}},
        {"name": "x" * 900_000},
        {"name": "x", "amount": "12 apples"},
        {"name": "x", "amount": 1e308},
        {"name": "x", "amount": {"amount": 1, "currency": "€€€"}},
        {"name": "x", "close_on": "2026-13-45"},
        {"name": "x", "close_on": "99999-01-01"},
        {"name": "x", "hot": "perhaps"},
        {"name": "x", "firm": "no id"},
        {"name": "x", "firm": "01890000-0000-7000-8000-000000000000"},
        {"name": "x", "people": "no list"},
        {"name": "x", "labels": [1, {"a": 2}]},
        {"name": "x", "id": "01890000-0000-7000-8000-000000000000"},
        {"name": "x", "created_by": None, "version": -1},
        {"name": "x", "number": "B-1"},
        {"": "x"},
        {"name": "x", "x" * 5000: 1},
    ],
)
async def test_wrong_values_are_refused(house: House, values: dict[str, Any]) -> None:
    program = await house.with_token("sam")
    answer = await program.post(RECORDS, json=values)
    assert 400 <= answer.status_code < 500, answer.text
    assert answer.json()["code"]


@pytest.mark.parametrize(
    "path",
    [
        "/api/records/bid/not-an-id",
        "/api/records/bid%00",
        "/api/records/%2e%2e/%2e%2e/etc/passwd",
        "/api/records/bid?limit=-1",
        "/api/records/bid?limit=99999999999999999999",
        "/api/records/bid?q=%7B",
        "/api/records/bid?q=%00",
        "/api/records/bid?search=%00",
        "/api/records/bid?sort=%ff%fe",
        "/api/records/bid?after=nonsense",
        "/api/records/bid?name=%ED%A0%80",
        "/api/records/" + "x" * 5000,
        "/api/nothing/at/all",
        "/api",
        "/api/views/bid/nope",
        "/api/jobs/1",
        "/api/files/..%2f..%2fetc",
        "/api/lookup/_change",
        "/api/records/_change",
        "/api/records/pg_catalog",
    ],
)
async def test_strange_addresses_are_refused(house: House, path: str) -> None:
    program = await house.with_token("ada")
    answer = await program.get(path)
    assert 400 <= answer.status_code < 500, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_hostile_filter_ends_early(house: House) -> None:
    program = await house.with_token("sam")
    deep: dict[str, Any] = {"field": "name", "op": "eq", "value": "x"}
    for _ in range(60):
        deep = {"not": deep}
    wide = {"or": [{"field": "name", "op": "contains", "value": "x"}] * 5000}
    for where in (deep, wide):
        answer = await program.post("/api/query/bid", json={"where": where})
        assert answer.json()["code"] == "query.too_deep"


async def test_the_wrong_method_names_the_right_ones(house: House) -> None:
    program = await house.with_token("sam")
    answer = await program.put(RECORDS, json={})
    assert answer.status_code == 405
    assert "POST" in answer.headers["allow"]


async def test_a_script_in_a_problem_is_only_text(house: House) -> None:
    program = await house.with_token("sam")
    answer = await program.get("/api/records/<script>alert(1)</script>")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    json.loads(answer.content)
