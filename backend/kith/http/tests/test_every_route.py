"""Every route, asked by everybody: nobody who has not signed in learns anything, and nobody passes access by."""

import httpx
import pytest
from _pytest.mark.structures import ParameterSet

from kith.http.route import Route
from kith.http.routes.all import ROUTES
from kith.lib.ids import new_id
from tests.support.house import House

OPEN = {
    ("GET", "/api/health"),
    ("GET", "/api/hello"),
    ("POST", "/api/session"),
    ("POST", "/api/session/invitation"),
    ("POST", "/api/setup"),
    ("POST", "/api/setup/check"),
}
CLOSED = [route for route in ROUTES if (route.method, route.path) not in OPEN]
CHANGING = [r for r in CLOSED if r.scope != "read" and r.method != "GET"]
ADMINS = [route for route in CLOSED if route.who == "admin"]
PARTS = {
    "object": "bid",
    "field": "name",
    "module": "m",
    "verb": "v",
    "name": "ghost",
    "key": "draft.a",
    "currency": "EUR",
    "day": "2026-01-01",
}


def named(routes: list[Route]) -> list[ParameterSet]:
    return [pytest.param(route, id=f"{route.method} {route.path}") for route in routes]


async def ask(client: httpx.AsyncClient, route: Route) -> httpx.Response:
    """Send a request that is well-formed as far as the edge can tell."""
    path = route.path
    for part, value in PARTS.items():
        path = path.replace(f"{{{part}}}", value)
    path = path.replace("{id}", str(new_id()))
    if route.accepts == "json":
        return await client.request(route.method, path, json={})
    if route.accepts == "multipart":
        return await client.request(route.method, path, files={"file": ("a.txt", b"x")})
    return await client.request(route.method, path)


def test_only_these_are_open_to_anyone() -> None:
    assert {(r.method, r.path) for r in ROUTES if r.who == "anyone"} == OPEN
    assert len(ROUTES) > 50


def test_what_changes_needs_more_than_the_right_to_read() -> None:
    reads = {"/api/query/{object}", "/api/aggregate/{object}"}
    for route in CLOSED:
        is_read = route.method == "GET" or route.path in reads
        assert (route in CHANGING) is not is_read, route


@pytest.mark.parametrize("route", named(CLOSED))
async def test_strangers_stay_outside(house: House, route: Route) -> None:
    answer = await ask(house.client, route)
    assert answer.status_code == 401
    assert answer.json()["code"] == "session.required"


@pytest.mark.parametrize("route", named(CHANGING))
async def test_a_page_of_another_site_changes_nothing(house: House, route: Route) -> None:
    ada = await signed_in(house, "ada")
    token = ada.headers.pop("x-csrf-token")
    answer = await ask(ada, route)
    ada.headers["x-csrf-token"] = token
    assert answer.json()["code"] == "session.csrf"


@pytest.mark.parametrize("route", named(CHANGING))
async def test_a_token_that_reads_changes_nothing(house: House, route: Route) -> None:
    answer = await ask(await house.with_token("ada", "read"), route)
    assert answer.json()["code"] == "token.scope"


@pytest.mark.parametrize("route", named(ADMINS))
@pytest.mark.parametrize("person", ["max", "sam", "vic"])
async def test_what_is_for_administrators_is_for_them_alone(
    house: House, route: Route, person: str
) -> None:
    answer = await ask(await house.with_token(person), route)
    assert answer.json()["code"] == "access.admin_only"


@pytest.mark.parametrize("route", named(CLOSED))
@pytest.mark.parametrize("person", ["ada", "max", "sam", "vic"])
async def test_every_profile_gets_an_answer_that_somebody_meant(
    house: House, route: Route, person: str
) -> None:
    answer = await ask(await house.with_token(person), route)
    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400:
        assert answer.json()["code"] not in ("http.unexpected", "kith.error")


async def signed_in(house: House, person: str) -> httpx.AsyncClient:
    """Sign in once for the file: guessing is limited, and so is patience."""
    known = house.__dict__.setdefault("known", {})
    if person not in known:
        known[person] = await house.sign_in(person)
    client: httpx.AsyncClient = known[person]
    return client
