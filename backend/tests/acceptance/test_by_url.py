"""A whole Kith on a PostgreSQL reached over TCP, as an ordinary role that owns one database."""

from collections.abc import Iterator

import pytest

from tests.support.running import RunningKith, data_folder, wait_until
from tests.support.server import running_tcp_server

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def kith() -> Iterator[RunningKith]:
    with (
        running_tcp_server() as server,
        data_folder() as data,
        RunningKith(data, env={"KITH_DATABASE_URL": server.url("kith")}) as running,
    ):
        running.make_workspace()
        yield running


def test_no_server_of_our_own_is_started(kith: RunningKith) -> None:
    assert not (kith.data / "postgres").exists()
    assert "127.0.0.1" not in kith.output, "nor is the address of the database told to the terminal"


def test_records_and_background_jobs_work(kith: RunningKith) -> None:
    browser = kith.signed_in()
    made = [browser.create("account", {"name": f"Account {number}"}).json() for number in range(3)]
    change = {"ids": [record["id"] for record in made], "action": "update"}
    asked = browser.post("/api/bulk/account", json={**change, "values": {"name": "All the same"}})
    assert asked.status_code == 202, asked.text
    job = f"/api/jobs/{asked.json()['id']}"
    wait_until(lambda: browser.get(job).json()["state"] == "done", "the job was not done")
    names = {item["name"] for item in browser.post("/api/query/account", json={}).json()["items"]}
    assert names == {"All the same"}


def test_a_restart_finds_everything_as_it_was(kith: RunningKith) -> None:
    assert kith.stop() == 0
    kith.start()
    answer = kith.signed_in().post("/api/query/account", json={"count": "exact"}).json()
    assert answer["total"] == 3


def test_a_backup_goes_over_tcp(kith: RunningKith) -> None:
    saved = kith.run("backup")
    assert saved.returncode == 0, saved.stderr
