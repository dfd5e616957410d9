"""Two app servers on one database: what is changed through one is on the other's screens within a second."""

import time
from collections.abc import Iterator

import pytest

from kith.infra.postgres.lock import find_holder
from tests.support.running import RunningKith, data_folder
from tests.support.wire import Wire

pytestmark = pytest.mark.server
Pair = tuple[RunningKith, RunningKith]


@pytest.fixture(scope="module", params=["notify", "redis"])
def pair(request: pytest.FixtureRequest) -> Iterator[Pair]:
    """One with the embedded database, the other by that database's address."""
    env: dict[str, str] = {}
    if request.param == "redis":
        env["KITH_REDIS_URL"] = request.getfixturevalue("redis_url")
    with data_folder() as data, RunningKith(data, env=env) as first:
        first.make_workspace()
        holder = find_holder(data)
        assert holder is not None
        assert holder.url is not None
        with data_folder() as other:
            second = RunningKith(other, env={**env, "KITH_DATABASE_URL": holder.url})
            with second:
                yield first, second


@pytest.mark.parametrize("direction", [(0, 1), (1, 0)])
def test_a_change_reaches_the_other_side_within_a_second(
    pair: Pair, direction: tuple[int, int]
) -> None:
    writer, reader = pair[direction[0]].signed_in(), pair[direction[1]]
    browser = reader.signed_in()
    cookie = f"kith_session={browser.cookies['kith_session']}"
    with Wire(reader.address, "/api/live", cookie) as wire:
        wire.hear("hello")
        wire.say({"watch": [{"object": "account"}]})
        time.sleep(0.2)
        begun = time.monotonic()
        made = writer.create("account", {"name": "Made elsewhere"}).json()
        message = wire.hear("change")
        assert time.monotonic() - begun < 1
    assert message["id"] == made["id"]
    assert message["record"]["name"] == "Made elsewhere"


def test_new_metadata_reaches_the_other_side(pair: Pair) -> None:
    writer, reader = pair
    browser = reader.signed_in()
    cookie = f"kith_session={browser.cookies['kith_session']}"
    with Wire(reader.address, "/api/live", cookie) as wire:
        wire.hear("hello")
        field = {"name": "nick", "kind": "text", "label": "Nickname"}
        writer.signed_in().post("/api/meta/objects/account/fields", json=field).raise_for_status()
        wire.hear("catalog")
    made = browser.create("account", {"name": "Here", "nick__c": "H"})
    assert made.status_code == 201, made.text
