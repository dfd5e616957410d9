"""Find and stop what a killed Kith may have left behind: a postmaster, or back ends without one."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 60.0


def stop_strays(folder: Path, report: Callable[[str], None]) -> None:
    """Leave no process working in `folder`. Call it only while holding the folder's lock."""
    strays = find_strays(folder)
    if strays:
        report("stopping a database server that was left behind")
    for number, patience in (
        (signal.SIGINT, PATIENCE),
        (signal.SIGQUIT, 5.0),
        (signal.SIGKILL, 5.0),
    ):
        for pid in strays:
            _send(pid, number)
        strays = _wait_for_end(folder, patience) if strays else ()
    _forget_reused_pid(folder)


def find_strays(folder: Path) -> tuple[int, ...]:
    """PostgreSQL processes that work in `folder`, the postmaster first."""
    postmaster = _postmaster(folder)
    found = {pid for pid in _processes() if _works_in(pid, folder)}
    return tuple(sorted(found, key=lambda pid: (pid != postmaster, pid)))


def _wait_for_end(folder: Path, patience: float) -> tuple[int, ...]:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        left = find_strays(folder)
        if not left:
            return ()
        time.sleep(0.02)
    return find_strays(folder)


def _forget_reused_pid(folder: Path) -> None:
    """After a crash the number in the pid file may belong to somebody else by now; PostgreSQL would give up."""
    (folder / "postmaster.pid").unlink(missing_ok=True)


def _postmaster(folder: Path) -> int | None:
    try:
        return int((folder / "postmaster.pid").read_bytes().splitlines()[0])
    except (FileNotFoundError, ValueError, IndexError):
        return None


def _processes() -> tuple[int, ...]:
    proc = Path("/proc")
    if not proc.exists():
        return ()
    return tuple(int(entry.name) for entry in proc.iterdir() if entry.name.isdigit())


def _works_in(pid: int, folder: Path) -> bool:
    """Every PostgreSQL process has its data folder as working directory."""
    process = Path("/proc") / str(pid)
    try:
        is_postgres = (process / "comm").read_text().strip() == "postgres"
        return is_postgres and (process / "cwd").readlink() == folder.resolve()
    except OSError:
        return False


def _send(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
