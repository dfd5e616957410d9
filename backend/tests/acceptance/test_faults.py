"""A database that falls under load: requests fail cleanly and recover, and nothing is half written."""

import contextlib
import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator

import httpx
import pytest
from typing_extensions import override

from kith.infra.postgres.strays import find_strays
from tests.support.running import Browser, RunningKith, data_folder, wait_until

pytestmark = pytest.mark.server
WRITERS = 4
CLEAN = {201, 503}


@pytest.fixture(scope="module")
def kith() -> Iterator[RunningKith]:
    with data_folder() as data, RunningKith(data) as running:
        running.make_workspace()
        yield running


class Writer(threading.Thread):
    """Creates accounts as fast as it is let, and remembers every answer."""

    def __init__(self, browser: Browser, number: int) -> None:
        super().__init__(daemon=True)
        self.browser = browser
        self.number = number
        self.enough = threading.Event()
        self.statuses: Counter[int] = Counter()
        self.confirmed: list[str] = []

    @override
    def run(self) -> None:
        """Write until it is enough."""
        count = 0
        while not self.enough.is_set():
            count += 1
            name = f"Account {self.number}-{count}"
            try:
                answer = self.browser.create("account", {"name": name})
            except httpx.TransportError:
                self.statuses[0] += 1
                continue
            self.statuses[answer.status_code] += 1
            if answer.status_code == 201:
                self.confirmed.append(name)
            elif answer.status_code == 503:
                assert answer.headers["content-type"] == "application/problem+json"
                time.sleep(0.05)


def _kill_database(kith: RunningKith, number: signal.Signals) -> None:
    for pid in find_strays(kith.data / "postgres")[:1]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGQUIT])
def test_requests_fail_cleanly_and_recover(kith: RunningKith, number: signal.Signals) -> None:
    writers = [Writer(kith.signed_in(), index) for index in range(WRITERS)]
    for writer in writers:
        writer.start()
    try:
        _fall_and_recover(kith, writers, number)
    finally:
        for writer in writers:
            writer.enough.set()
    for writer in writers:
        writer.join()
    seen: set[int] = {status for writer in writers for status in writer.statuses}
    assert seen <= CLEAN, [writer.statuses for writer in writers]
    _check_nothing_is_lost_or_half_written(kith, writers)


def _fall_and_recover(kith: RunningKith, writers: list[Writer], number: signal.Signals) -> None:
    wait_until(
        lambda: all(len(writer.confirmed) > 5 for writer in writers),
        "no writes at all",
        lambda: [w.statuses for w in writers],
    )
    _kill_database(kith, number)
    marks = [len(writer.confirmed) for writer in writers]
    wait_until(
        lambda: all(len(w.confirmed) > mark + 5 for w, mark in zip(writers, marks, strict=True)),
        "writes did not come back",
        lambda: kith.output,
    )


def _check_nothing_is_lost_or_half_written(kith: RunningKith, writers: list[Writer]) -> None:
    browser = kith.signed_in()
    stored = _all_names(browser)
    for writer in writers:
        assert set(writer.confirmed) <= set(stored)
    accounts = browser.post("/api/query/account", json={"count": "exact", "limit": 1}).json()
    assert accounts["total"] == len(stored)
    newest = browser.post("/api/query/account", json={"sort": [{"by": "created_at", "desc": True}]})
    for item in newest.json()["items"][:20]:
        timeline = browser.get(f"/api/records/account/{item['id']}/timeline").json()["items"]
        assert [entry["action"] for entry in timeline] == ["create"]


def _all_names(browser: Browser) -> list[str]:
    names: list[str] = []
    query: dict[str, object] = {"limit": 200, "fields": ["name"], "sort": [{"by": "name"}]}
    while True:
        page = browser.post("/api/query/account", json=query).json()
        names += [item["name"] for item in page["items"]]
        if not page["next"]:
            return names
        query["after"] = page["next"]
