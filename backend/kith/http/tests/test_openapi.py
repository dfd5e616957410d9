"""The interface described for programs is whole, and what it describes holds up against strange input."""

from tests.support.house import House


async def test_every_object_is_described(house: House) -> None:
    sam = await house.sign_in("sam")
    answer = await sam.get("/api/openapi.json")
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert body["openapi"] == "3.1.0"
    assert "bid.Record" in body["components"]["schemas"]
    assert "post" in body["paths"]["/api/records/bid"]
    assert "/api/records/{object}" not in body["paths"]
    fields = body["components"]["schemas"]["bid.Values"]["properties"]
    assert "amount" in fields
    assert "number" not in fields


async def test_a_hidden_field_is_not_described(house: House) -> None:
    sam, ada = await house.sign_in("sam"), await house.sign_in("ada")
    for person, known in ((sam, False), (ada, True)):
        body = (await person.get("/api/openapi.json")).json()
        assert ("secret" in body["components"]["schemas"]["firm.Record"]["properties"]) is known


async def test_an_unchanged_document_is_not_sent_again(house: House) -> None:
    sam = await house.sign_in("sam")
    etag = (await sam.get("/api/openapi.json")).headers["etag"]
    again = await sam.get("/api/openapi.json", headers={"if-none-match": etag})
    assert again.status_code == 304
    assert again.content == b""
