"""Metadata is large and asked for by everybody: it travels packed, once, and is the reader's own."""

import gzip

from tests.support.house import House

PACKED = {"accept-encoding": "br, gzip"}
PLAIN = {"accept-encoding": "identity"}


async def test_it_travels_packed_and_says_the_same(house: House) -> None:
    sam = await house.sign_in("sam")
    plain = await sam.get("/api/meta", headers=PLAIN)
    async with sam.stream("GET", "/api/meta", headers=PACKED) as answer:
        raw = b"".join([chunk async for chunk in answer.aiter_raw()])
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["content-length"] == str(len(raw))
    assert gzip.decompress(raw) == plain.content
    assert len(raw) < len(plain.content) / 4
    assert "accept-encoding" in plain.headers["vary"]


async def test_what_one_knows_is_not_sent_again(house: House) -> None:
    sam, ada = await house.sign_in("sam"), await house.sign_in("ada")
    known = (await sam.get("/api/meta")).headers["etag"]
    again = await sam.get("/api/meta", headers={"if-none-match": known})
    assert (again.status_code, again.content) == (304, b"")
    assert (await ada.get("/api/meta")).headers["etag"] != known
    spec = {"label": "Later", "kind": "text"}
    assert (await ada.post("/api/meta/objects/bid/fields", json=spec)).status_code == 201
    changed = await sam.get("/api/meta", headers={"if-none-match": known})
    assert changed.status_code == 200
    assert "Later" in changed.text
