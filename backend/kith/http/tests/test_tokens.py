"""Tokens do what their scopes say, for the person who made them, until they are taken back."""

from kith.infra.identity.limits import Buckets, Rate
from tests.support.house import House


async def test_a_token_is_shown_once(house: House) -> None:
    sam = await house.sign_in("sam")
    made = await sam.post("/api/tokens", json={"name": "Sync", "scopes": ["write", "read"]})
    assert made.status_code == 201
    token = made.json()["token"]
    assert token.startswith("kith_")
    listed = (await sam.get("/api/tokens")).json()["items"]
    assert [t["name"] for t in listed] == ["Sync"]
    assert token not in str(listed)


async def test_a_token_acts_without_a_csrf_header(house: House) -> None:
    program = await house.with_token("sam", "read", "write")
    made = await program.post("/api/records/bid", json={"name": "By program"})
    assert made.status_code == 201, made.text


async def test_scopes_hold(house: House) -> None:
    reader = await house.with_token("ada", "read")
    assert (await reader.post("/api/query/bid", json={})).status_code == 200
    refused = await reader.post("/api/records/bid", json={"name": "No"})
    assert refused.status_code == 403
    assert refused.json()["code"] == "token.scope"
    writer = await house.with_token("ada", "read", "write")
    assert (await writer.get("/api/profiles")).json()["code"] == "token.scope"


async def test_a_token_cannot_breed(house: House) -> None:
    program = await house.with_token("ada")
    answer = await program.post("/api/tokens", json={"name": "child", "scopes": ["read"]})
    assert answer.json()["code"] == "session.person_only"


async def test_a_deleted_token_stops_at_once(house: House) -> None:
    sam = await house.sign_in("sam")
    made = (await sam.post("/api/tokens", json={"name": "x", "scopes": ["read"]})).json()
    program = house.client
    program.headers["authorization"] = f"Bearer {made['token']}"
    assert (await program.get("/api/session")).status_code == 200
    assert (await sam.delete(f"/api/tokens/{made['id']}")).status_code == 204
    assert (await program.get("/api/session")).status_code == 401


async def test_other_peoples_tokens_are_not_there(house: House) -> None:
    sam, sue = await house.sign_in("sam"), await house.sign_in("sue")
    made = (await sam.post("/api/tokens", json={"name": "x", "scopes": ["read"]})).json()
    assert (await sue.delete(f"/api/tokens/{made['id']}")).status_code == 404
    assert (await sue.get("/api/tokens")).json()["items"] == []


async def test_nonsense_is_not_a_token(house: House) -> None:
    for value in ("Bearer nope", "Bearer kith_" + "x" * 5000, "Basic abc", "Bearer", ""):
        answer = await house.client.get("/api/session", headers={"authorization": value})
        assert answer.status_code == 401, value


async def test_too_many_requests_are_told_when_to_come_back(house: House) -> None:
    program = await house.with_token("sue")
    kept = house.site.limits
    house.site.limits.requests = Buckets(Rate(per_second=0.5, burst=3))
    try:
        answers = [await program.get("/api/tokens") for _ in range(5)]
    finally:
        house.site.limits = kept
    assert [a.status_code for a in answers][-1] == 429
    assert int(answers[-1].headers["retry-after"]) >= 1
