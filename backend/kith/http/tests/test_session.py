"""Signing in, staying in, and being out at once when somebody says so."""

import asyncio
import time
from dataclasses import replace

import httpx
import pytest

from kith.http.site import Limits
from kith.infra.jobs.worker import run_pending
from tests.support.house import PASSWORD, House, open_another


@pytest.fixture(autouse=True)
async def fresh_limits(house: House) -> None:
    await house.fresh_limits()


async def test_signing_in_tells_who_i_am(house: House) -> None:
    sam = await house.sign_in("sam")
    me = (await sam.get("/api/session")).json()
    assert me["user"]["name"] == "Sam"
    assert me["workspace"]["slug"] == "acme"
    assert me["csrf"] == sam.headers["x-csrf-token"]
    assert not me["admin"]


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(house: House) -> None:
    body = {"email": "sam@example.com", "password": PASSWORD}
    plain = await house.client.post("/api/session", json=body)
    cookie = plain.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    safe = await house.client.post(
        "/api/session", json=body, headers={"x-forwarded-proto": "https"}
    )
    assert "Secure" in safe.headers["set-cookie"]


@pytest.mark.parametrize(
    ("email", "password"),
    [("sam@example.com", "wrong"), ("nobody@example.com", PASSWORD), ("' or 1=1 --", "x")],
)
async def test_what_was_wrong_stays_untold(house: House, email: str, password: str) -> None:
    answer = await house.client.post("/api/session", json={"email": email, "password": password})
    assert answer.status_code == 401
    assert answer.json()["code"] == "session.wrong_credentials"
    assert answer.headers["content-type"] == "application/problem+json"


async def test_an_address_is_known_in_any_case(house: House) -> None:
    body = {"email": " SAM@Example.com ", "password": PASSWORD}
    assert (await house.client.post("/api/session", json=body)).status_code == 200


async def test_guessing_is_slowed_down_for_the_guesser_only(house: House) -> None:
    wrong = {"email": "sue@example.com", "password": "guess"}
    thief = {"x-forwarded-for": "203.0.113.9"}
    answers = [
        (await house.client.post("/api/session", json=wrong, headers=thief)).status_code
        for _ in range(12)
    ]
    assert answers[0] == 401
    assert answers[-1] == 429
    right = {"email": "sue@example.com", "password": PASSWORD}
    refused = await house.client.post("/api/session", json=right, headers=thief)
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) >= 1
    assert (await house.client.post("/api/session", json=right)).status_code == 200


async def test_signing_out_ends_the_session(house: House) -> None:
    sam = await house.sign_in("sam")
    kept = dict(sam.cookies)
    assert (await sam.delete("/api/session")).status_code == 204
    thief = house.client
    thief.cookies.update(kept)
    assert (await thief.get("/api/session")).status_code == 401


async def test_a_change_from_a_strange_page_is_refused(house: House) -> None:
    sam = await house.sign_in("sam")
    del sam.headers["x-csrf-token"]
    answer = await sam.post("/api/records/bid", json={"name": "Forged"})
    assert answer.status_code == 403
    assert answer.json()["code"] == "session.csrf"
    assert (await sam.get("/api/session")).status_code == 200


async def test_a_refusal_speaks_the_browsers_language(house: House) -> None:
    answer = await house.client.get("/api/session", headers={"accept-language": "zh-CN"})
    assert answer.json()["detail"] == "请先登录。"
    assert answer.headers["www-authenticate"] == "Bearer"


async def test_my_habits_are_mine_to_set(house: House) -> None:
    sue = await house.sign_in("sue")
    change = {"locale": "zh-CN", "timezone": "Asia/Shanghai", "theme": "dark"}
    answer = await sue.patch("/api/session/me", json=change)
    assert answer.status_code == 200, answer.text
    user = (await sue.get("/api/session")).json()["user"]
    assert (user["locale"], user["timezone"], user["theme"]) == ("zh-CN", "Asia/Shanghai", "dark")
    refused = (await sue.get("/api/records/nothing")).json()
    assert refused["title"] == "没有找到"
    await sue.patch("/api/session/me", json={"locale": "en"})


async def test_a_language_that_nobody_chose_is_left_to_the_browser(house: House) -> None:
    user = (await (await house.sign_in("vic")).get("/api/session")).json()["user"]
    assert (user["locale"], user["timezone"]) == (None, None)


@pytest.mark.parametrize(
    "change",
    [
        {"locale": "xx"},
        {"timezone": "Moon/Base"},
        {"profile": "admin"},
        {"theme": 7},
        {"motion": "wild"},
        {"start_page": "//evil.example"},
    ],
)
async def test_habits_are_checked(house: House, change: dict[str, object]) -> None:
    sue = await house.sign_in("sue")
    answer = await sue.patch("/api/session/me", json=change)
    assert answer.status_code == 400
    assert answer.json()["place"] in change


async def test_a_new_password_needs_the_old_one_and_some_strength(house: House) -> None:
    vic = await house.sign_in("vic")
    other = await house.sign_in("vic")
    wrong = {"current": "x", "password": "a long new one"}
    assert (await vic.post("/api/session/password", json=wrong)).status_code == 401
    weak = {"current": PASSWORD, "password": "password"}
    assert (await vic.post("/api/session/password", json=weak)).json()["code"] == (
        "session.password_weak"
    )
    good = {"current": PASSWORD, "password": "a long new one"}
    assert (await vic.post("/api/session/password", json=good)).status_code == 204
    assert (await vic.get("/api/session")).status_code == 200
    assert (await until(other, 401)) < 1.0


async def test_who_left_is_out_within_a_second_with_session_and_token(house: House) -> None:
    ada = await house.sign_in("ada")
    leaver = {"name": "Lea", "email": "lea@example.com", "profile": "seller"}
    made = (await ada.post("/api/records/user", json=leaver)).json()
    invited = await ada.post(f"/api/users/{made['id']}/invite")
    assert invited.status_code == 201, invited.text
    lea = house.client
    choice = {"secret": invited.json()["secret"], "password": PASSWORD}
    welcome = await lea.post("/api/session/invitation", json=choice)
    assert welcome.status_code == 200, welcome.text
    lea.headers["x-csrf-token"] = welcome.json()["csrf"]
    token = (await lea.post("/api/tokens", json={"name": "t", "scopes": ["read"]})).json()["token"]
    program = house.client
    program.headers["authorization"] = f"Bearer {token}"
    assert (await program.get("/api/session")).status_code == 200
    await ada.patch(f"/api/records/user/{made['id']}", json={"active": False})
    assert (await until(lea, 401)) < 1.0
    assert (await until(program, 401)) < 1.0
    again = {"email": "lea@example.com", "password": PASSWORD}
    assert (await house.client.post("/api/session", json=again)).status_code == 401


async def test_an_invitation_cannot_be_used_twice(house: House) -> None:
    ada = await house.sign_in("ada")
    person = {"name": "Ivy", "email": "ivy@example.com", "profile": "seller"}
    made = (await ada.post("/api/records/user", json=person)).json()
    secret = (await ada.post(f"/api/users/{made['id']}/invite")).json()["secret"]
    choice = {"secret": secret, "password": PASSWORD}
    assert (await house.client.post("/api/session/invitation", json=choice)).status_code == 200
    again = await house.client.post("/api/session/invitation", json=choice)
    assert again.status_code == 404
    assert again.json()["code"] == "session.invitation_invalid"


async def test_only_administrators_open_ways_in(house: House) -> None:
    sam = await house.sign_in("sam")
    sue = house.company.people["sue"]
    for what in ("invite", "deactivate", "password"):
        answer = await sam.post(f"/api/users/{sue}/{what}", json={"password": "something long"})
        assert answer.status_code == 403, what


async def until(client: httpx.AsyncClient, status: int) -> float:
    """Ask who I am until the answer has this status; return how long it took."""
    began = time.monotonic()
    while (await client.get("/api/session")).status_code != status:
        assert time.monotonic() - began < 10
        await asyncio.sleep(0.01)
    return time.monotonic() - began


async def test_guesses_are_counted_over_all_processes(house: House) -> None:
    async with open_another(house) as second:
        body = {"email": "sue@example.com", "password": "guess"}
        thief = {"x-forwarded-for": "203.0.113.77"}
        answers = [
            (await process.client.post("/api/session", json=body, headers=thief)).status_code
            for process in (house, second) * 5
        ]
    assert answers.count(401) == 8, answers
    assert answers[-2:] == [429, 429]


async def test_every_process_takes_its_share_of_requests(house: House) -> None:
    limits = Limits.of(replace(house.site.settings, workers=4, rate_limit=100), house.site.database)
    assert (limits.requests.rate.per_second, limits.requests.rate.burst) == (25, 250)


async def test_somebody_who_left_is_refused_at_once(house: House) -> None:
    ada, program, page = (
        await house.sign_in("ada"),
        await house.with_token("sue"),
        await house.sign_in("sue"),
    )
    for client in (program, page):
        assert (await client.get("/api/records/firm")).status_code == 200
    sue = house.company.people["sue"]
    left = await ada.patch(f"/api/records/user/{sue}", json={"active": False})
    assert left.status_code == 200, left.text
    for client in (program, page):
        assert (await client.get("/api/records/firm")).status_code == 401
    assert (await ada.post(f"/api/users/{sue}/activate")).status_code == 204


async def test_the_last_administrator_stays_whatever_the_road(house: House) -> None:
    ada = await house.sign_in("ada")
    me = house.company.people["ada"]
    mine = f"/api/records/user/{me}"
    refused = [
        await ada.post(f"/api/users/{me}/deactivate"),
        await ada.patch(mine, json={"active": False}),
        await ada.patch(mine, json={"profile": "seller"}),
        await ada.delete(mine),
    ]
    assert [r.status_code for r in refused] == [409] * 4, [r.text for r in refused]
    assert {r.json()["code"] for r in refused} == {"access.last_admin"}
    assert (await ada.get("/api/session")).json()["admin"]

    max_ = house.company.people["max"]
    theirs = f"/api/records/user/{max_}"
    assert (await ada.patch(theirs, json={"profile": "admin"})).status_code == 200
    both = {"ids": [str(me), str(max_)], "action": "update", "values": {"profile": "viewer"}}
    job = await ada.post("/api/bulk/user", json=both)
    assert job.status_code == 202, job.text
    await run_pending(house.company.database, house.handlers)
    admins = [(await ada.get(path)).json()["profile"] for path in (mine, theirs)]
    assert "admin" in admins, admins
    # Whoever is left brings things back to where they were.
    left = ada if admins[0] == "admin" else await house.sign_in("max")
    assert (await left.patch(mine, json={"profile": "admin"})).status_code == 200
    assert (await ada.patch(theirs, json={"profile": "manager"})).status_code == 200


async def test_a_profile_of_the_last_administrator_stays_one(house: House) -> None:
    ada = await house.sign_in("ada")
    me = house.company.people["ada"]
    boss = {"label": "Boss", "admin": True, "others": {"read": "all", "update": "all"}}
    assert (await ada.put("/api/profiles/boss", json=boss)).status_code == 200
    mine = f"/api/records/user/{me}"
    assert (await ada.patch(mine, json={"profile": "boss"})).status_code == 200
    refused = await ada.put("/api/profiles/boss", json={**boss, "admin": False})
    assert refused.json()["code"] == "access.last_admin"
    assert (await ada.patch(mine, json={"profile": "admin"})).status_code == 200
    assert (await ada.delete("/api/profiles/boss")).status_code == 204


async def test_two_administrators_who_demote_each_other_leave_one(house: House) -> None:
    ada = await house.sign_in("ada")
    me, other = house.company.people["ada"], house.company.people["max"]
    assert (await ada.patch(f"/api/records/user/{other}", json={"profile": "admin"})).is_success
    second = await house.sign_in("max")
    answers = await asyncio.gather(
        ada.patch(f"/api/records/user/{other}", json={"profile": "manager"}),
        second.patch(f"/api/records/user/{me}", json={"profile": "manager"}),
    )
    assert sorted(a.is_success for a in answers) == [False, True], [a.text for a in answers]
    left = ada if answers[0].is_success else second
    assert (await left.get("/api/session")).json()["admin"]
    for person, profile in ((me, "admin"), (other, "manager")):
        path = f"/api/records/user/{person}"
        assert (await left.patch(path, json={"profile": profile})).is_success
