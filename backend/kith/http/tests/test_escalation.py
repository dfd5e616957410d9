"""Nobody makes themselves an administrator, whatever road they take."""

import pytest

from tests.support.house import House


@pytest.mark.parametrize("person", ["max", "sam", "vic"])
async def test_nobody_raises_themselves(house: House, person: str) -> None:
    client = await house.sign_in(person)
    me = house.company.people[person]
    bulk = {"ids": [str(me)], "action": "update", "values": {"profile": "admin"}}
    answers = [
        await client.patch(f"/api/records/user/{me}", json={"profile": "admin"}),
        await client.patch(f"/api/records/user/{me}", json={"manager": None}),
        await client.post(
            "/api/records/user", json={"name": "X", "email": "x@x.org", "profile": "admin"}
        ),
        await client.delete(f"/api/records/user/{house.company.people['ada']}"),
        await client.post(f"/api/records/user/{me}/clone"),
        await client.post("/api/bulk/user", json=bulk),
        await client.put(f"/api/profiles/{person}", json={"label": "x", "admin": True}),
        await client.patch("/api/session/me", json={"profile": "admin"}),
        await client.post("/api/tokens", json={"name": "x", "scopes": ["admin", "root"]}),
    ]
    assert all(answer.status_code in (400, 403, 404) for answer in answers), [
        (a.request.url.path, a.status_code) for a in answers
    ]
    assert not (await client.get("/api/session")).json()["admin"]


async def test_an_admin_scope_needs_an_admin(house: House) -> None:
    sam = await house.sign_in("sam")
    made = await sam.post("/api/tokens", json={"name": "x", "scopes": ["read", "write", "admin"]})
    program = house.client
    program.headers["authorization"] = f"Bearer {made.json()['token']}"
    assert (await program.get("/api/profiles")).json()["code"] == "access.admin_only"
