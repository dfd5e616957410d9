"""Signing in, staying in, and being out at once when somebody says so."""

import asyncio
import time

import httpx
import pytest

from kith.http.site import GUESSES, GUESSES_PER_ADDRESS
from kith.infra.identity.limits import Buckets
from tests.support.house import PASSWORD, House


@pytest.fixture(autouse=True)
def fresh_limits(house: House) -> None:
    house.site.limits.guesses = Buckets(GUESSES)
    house.site.limits.guesses_per_address = Buckets(GUESSES_PER_ADDRESS)


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
