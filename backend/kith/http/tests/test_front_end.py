"""The app and its interface live under one roof and do not get in each other's way."""

from pathlib import Path

import httpx
import pytest

from tests.support.house import House


@pytest.fixture(autouse=True)
def dist(house: House) -> Path:
    folder = house.site.settings.data / "dist"
    (folder / "assets").mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text("<!doctype html><title>Kith</title>")
    (folder / "assets" / "app-Ab12Cd34.js").write_text("let kith" + " " * 9000)
    return folder


@pytest.mark.parametrize(
    "path", ["/", "/o/deal", "/o/deal/0189", "/settings/objects", "/index.html"]
)
async def test_pages_are_the_app(house: House, path: str) -> None:
    answer = await house.client.get(path)
    assert answer.status_code == 200
    assert "<title>Kith</title>" in answer.text
    assert answer.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "same-origin"


async def test_a_script_is_packed_on_the_way(house: House) -> None:
    answer = await house.client.get("/assets/app-Ab12Cd34.js")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.text.startswith("let kith")
    plain = await house.client.get(
        "/assets/app-Ab12Cd34.js", headers={"accept-encoding": "identity"}
    )
    assert "content-encoding" not in plain.headers
    assert "immutable" in plain.headers["cache-control"]


async def test_what_is_not_there_is_a_problem_not_a_page(house: House) -> None:
    for path in ("/api/nothing", "/api/records", "/assets/gone-Ab12Cd34.js", "/robots.txt"):
        answer = await house.client.get(path)
        assert answer.status_code == 404, path
        assert answer.headers["content-type"] == "application/problem+json"


async def test_a_page_takes_no_posts(house: House) -> None:
    answer = await house.client.post("/o/deal", json={})
    assert answer.status_code == 405


async def test_long_answers_are_packed(house: House) -> None:
    sam = await house.sign_in("sam")
    packed = await sam.get("/api/meta")
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.json()["objects"]
    plain = await sam.get("/api/meta", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert size(packed) < size(plain) / 4


async def test_the_sign_in_page_knows_the_workspace(house: House) -> None:
    answer = (await house.client.get("/api/hello")).json()
    assert answer["name"] == "Acme"
    assert answer["demo"] is None


def size(answer: httpx.Response) -> int:
    return int(answer.headers["content-length"])
