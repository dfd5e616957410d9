"""The bell over HTTP: what came, how much is unread, and that it rings at once."""

from kith.kernel.api import deliver
from tests.support.house import House
from tests.support.sockets import open_tab


async def test_a_colleague_hears_of_a_record_at_once_and_reads_it(house: House) -> None:
    max_, sam = await house.sign_in("max"), await house.sign_in("sam")
    before = (await sam.get("/api/notifications/unread")).json()["unread"]
    body = {"name": "For Sam", "owner": str(house.company.people["sam"])}
    async with open_tab(house, sam) as tab, open_tab(house, max_) as other:
        await tab.hear("hello")
        await max_.post("/api/records/bid", json=body)
        await deliver(house.company.open, "kernel.notifications")
        await tab.hear("notification")
        assert await other.hears_nothing("notification")
    told = (await sam.get("/api/notifications")).json()
    assert told["unread"] == before + 1
    assert told["items"][0]["record"]["label"] == "For Sam"
    read = await sam.post("/api/notifications/read", json={"ids": [told["items"][0]["id"]]})
    assert read.json()["unread"] == before
    back = await sam.post(
        "/api/notifications/read", json={"ids": [told["items"][0]["id"]], "read": False}
    )
    assert back.json()["unread"] == before + 1
    assert (await sam.post("/api/notifications/read", json={})).json()["unread"] == 0


async def test_strange_requests_are_refused(house: House) -> None:
    sam = await house.sign_in("sam")
    for body in ({"ids": "all"}, {"ids": [True]}, {"ids": [-1]}, {"read": False}, {"x": 1}):
        answer = await sam.post("/api/notifications/read", json=body)
        assert answer.status_code == 400, body
