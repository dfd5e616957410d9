"""The supervisor on real servers: it holds, recovers, stops, and leaves nothing behind."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from kith.infra.errors import DatabaseFailed, DatabaseVersion, DataFolderHeld
from kith.infra.postgres import place
from kith.infra.postgres.account import Account, server_account
from kith.infra.postgres.cluster import environment
from kith.infra.postgres.lock import find_holder
from kith.infra.postgres.run_folder import run_folder
from kith.infra.postgres.strays import find_strays
from kith.infra.postgres.tests.holder import quick_server

pytestmark = pytest.mark.server
HOLDER = (sys.executable, "-m", "kith.infra.postgres.tests.holder")
PATIENCE = 30.0


@pytest.fixture
def data() -> Iterator[Path]:
    """A folder that the server's user may enter, with a space in its name."""
    root = Path(tempfile.mkdtemp(prefix="kith data-"))
    root.chmod(0o755)
    yield root
    shutil.rmtree(root)


@contextlib.contextmanager
def _holder(data: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    process = subprocess.Popen(
        [*HOLDER, str(data)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield process, process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()
        _wait_until_gone(data)
        with contextlib.suppress(OSError):
            run_folder(data, server_account()).rmdir()


def _wait_until_gone(data: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while find_strays(data / "postgres"):
        assert time.monotonic() < deadline, "a server was left running"
        time.sleep(0.02)


async def _write(url: str, number: int) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute("create table if not exists row (number int)")
    await connection.execute("insert into row values ($1)", number)
    await connection.close()


async def _read(url: str) -> list[int]:
    connection = await asyncpg.connect(url)
    rows = await connection.fetch("select number from row order by 1")
    await connection.close()
    return [row["number"] for row in rows]


async def test_rows_outlive_a_clean_stop_and_nothing_else_does(data: Path) -> None:
    with quick_server(data) as server:
        await _write(server.url, 1)
        sockets = Path(server.url.partition("host=")[2].partition("&")[0])
        assert sockets.stat().st_mode & 0o777 == 0o700
    assert not sockets.exists()
    assert not find_strays(data / "postgres")
    with quick_server(data) as server:
        assert await _read(server.url) == [1]


async def test_a_second_start_says_who_holds_the_folder(data: Path) -> None:
    with _holder(data) as (process, _):
        with pytest.raises(DataFolderHeld) as held:
            quick_server(data).start()
        assert f"process {process.pid} (kith " in str(held.value)
        assert "since 2" in str(held.value)
        holder = find_holder(data)
        assert holder is not None
        assert holder.ready
    _wait_until_gone(data)
    assert find_holder(data) is None


async def test_the_server_stops_when_its_supervisor_is_killed(data: Path) -> None:
    with _holder(data) as (process, url):
        await _write(url, 1)
        process.kill()
        process.wait()
        _wait_until_gone(data)
    with quick_server(data) as server:
        assert await _read(server.url) == [1]


async def test_no_committed_row_is_lost_when_everything_is_killed(data: Path) -> None:
    with _holder(data) as (process, url):
        for number in range(20):
            await _write(url, number)
        strays = find_strays(data / "postgres")
        assert len(strays) > 3
        for pid in (process.pid, *strays):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        process.wait()
    with quick_server(data) as server:
        assert await _read(server.url) == list(range(20))


async def test_a_server_that_was_left_behind_is_stopped_first(data: Path) -> None:
    with quick_server(data) as server:
        await _write(server.url, 7)
        cluster = server.cluster
    # As after a kill -9 on a system that does not tell children of their parent's death.
    sockets = Path(tempfile.mkdtemp(prefix="kith-stray-"))
    os.chown(sockets, cluster.account.uid, cluster.account.gid)
    cluster.configure(sockets)
    stray = subprocess.Popen(
        [str(cluster.binaries.tool("postgres")), "-D", str(cluster.folder)],
        cwd="/",
        env=environment(),
        stderr=subprocess.DEVNULL,
        **cluster.account.credentials(),  # type: ignore[call-overload] # one dict, several types
    )
    while not (sockets / ".s.PGSQL.5432").exists():
        assert stray.poll() is None
        time.sleep(0.02)
    said: list[str] = []
    with quick_server(data, said) as server:
        assert stray.wait(PATIENCE) is not None
        assert await _read(server.url) == [7]
    assert any("left behind" in line for line in said)
    shutil.rmtree(sockets)


async def test_a_killed_server_is_brought_back_under_the_same_address(data: Path) -> None:
    with quick_server(data) as server:
        await _write(server.url, 1)
        url = server.url
        for pid in find_strays(data / "postgres"):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        deadline = time.monotonic() + PATIENCE
        while server.is_running() and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not server.is_running()
        server.restart()
        assert server.url == url
        assert await _read(url) == [1]


async def test_a_very_long_path_is_no_trouble(data: Path) -> None:
    deep = data / ("x" * 100) / ("华" * 40)
    deep.mkdir(parents=True)
    with quick_server(deep) as server:
        await _write(server.url, 1)


def test_a_half_made_cluster_is_made_again(data: Path) -> None:
    (data / "postgres.new").mkdir()
    (data / "postgres.new" / "PG_VERSION").write_text("18")
    with quick_server(data) as server:
        assert server.is_running()


def test_data_of_another_version_is_refused(data: Path) -> None:
    with quick_server(data):
        pass
    (data / "postgres" / "PG_VERSION").write_text("17\n")
    with pytest.raises(DatabaseVersion) as refused:
        quick_server(data).start()
    assert "PostgreSQL 17" in str(refused.value)
    assert find_holder(data) is None


def test_a_server_that_cannot_start_says_why(data: Path) -> None:
    with quick_server(data):
        pass
    (data / "postgresql.local.conf").write_text("shared_buffers = nonsense\n")
    with pytest.raises(DatabaseFailed) as failed:
        quick_server(data).start()
    assert "nonsense" in str(failed.value)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root starts a server as somebody else")
def test_a_closed_home_is_left_closed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    wanted = home / "kith" / "data"
    placed = place(wanted, server_account())
    try:
        assert placed != wanted
        assert placed.parent == Path("/var/lib/kith")
        assert home.stat().st_mode & 0o777 == 0o700
        assert place(wanted, server_account()) == placed
    finally:
        shutil.rmtree(placed)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root starts a server as somebody else")
def test_the_server_does_not_run_as_root(data: Path) -> None:
    account = server_account()
    assert account.is_dropped
    with quick_server(data):
        for pid in find_strays(data / "postgres"):
            assert Path(f"/proc/{pid}").stat().st_uid == account.uid


def test_the_current_user_runs_it_otherwise(data: Path) -> None:
    me = Account("me", os.geteuid(), os.getegid(), is_dropped=False)
    assert place(data, me) == data
