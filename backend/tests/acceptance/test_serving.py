"""Starting, stopping and killing a whole Kith: it says where it is, recovers, and leaves nothing behind."""

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kith.infra.postgres.lock import find_holder
from tests.support.running import RunningKith, data_folder, is_alive, wait_until

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    with data_folder() as folder:
        yield folder


@pytest.fixture
def kith(data: Path) -> Iterator[RunningKith]:
    with RunningKith(data) as running:
        yield running


def _all_gone(pids: list[int]) -> bool:
    return not any(is_alive(pid) for pid in pids)


def test_it_serves_and_ctrl_c_leaves_nothing(kith: RunningKith) -> None:
    assert httpx.get(f"{kith.address}/api/hello").status_code == 200
    assert kith.address.replace("127.0.0.1", "localhost") in kith.output
    pids = kith.processes()
    assert len(pids) > 8, "supervisor, web, two web workers, worker, database"
    assert kith.stop(signal.SIGINT) == 0
    assert _all_gone(pids)
    assert find_holder(kith.data) is None
    assert "nothing is left running" in kith.output
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", kith.port)) != 0


def test_a_second_start_says_who_holds_the_folder(kith: RunningKith) -> None:
    second = kith.run("serve")
    assert kith.process is not None
    assert second.returncode == 1
    assert f"in use by process {kith.process.pid} (kith serve --port {kith.port})" in second.stderr
    assert httpx.get(f"{kith.address}/api/hello").status_code == 200


def test_sigterm_stops_it_as_well(kith: RunningKith) -> None:
    pids = kith.processes()
    assert kith.stop(signal.SIGTERM) == 0
    assert _all_gone(pids)


def test_killing_the_supervisor_ends_everything_and_the_port_is_free_at_once(
    kith: RunningKith,
) -> None:
    pids = kith.processes()
    kith.stop(signal.SIGKILL)
    wait_until(lambda: _all_gone(pids), "something outlived its supervisor")
    kith.start()
    assert "using" not in kith.output
    assert httpx.get(f"{kith.address}/api/hello").status_code == 200


def test_killing_everything_at_once_is_survived(kith: RunningKith) -> None:
    pids = kith.processes()
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    wait_until(lambda: _all_gone(pids), "a process outlived kill -9")
    kith.start()
    assert httpx.get(f"{kith.address}/api/hello").status_code == 200


def test_a_fallen_web_server_or_worker_comes_back(kith: RunningKith) -> None:
    assert kith.process is not None
    children = Path(f"/proc/{kith.process.pid}/task/{kith.process.pid}/children").read_text()
    members = [int(pid) for pid in children.split() if "kith.main" in _command(int(pid))]
    assert len(members) == 2
    for pid in members:
        os.kill(pid, signal.SIGKILL)
    wait_until(lambda: kith.output.count("starting it again") >= 2, "they stayed down")
    wait_until(lambda: _answers(kith), "the web server stayed down")


def test_a_taken_port_is_left_alone(kith: RunningKith) -> None:
    with data_folder() as other:
        elsewhere = RunningKith(other, port=kith.port)
        insisting = elsewhere.run("serve", "--port", str(kith.port))
    assert insisting.returncode == 1
    assert f"Port {kith.port}" in insisting.stderr


def _command(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_bytes().decode().replace("\0", " ")


def _answers(kith: RunningKith) -> bool:
    try:
        return httpx.get(f"{kith.address}/api/hello").status_code == 200
    except httpx.HTTPError:
        return False
