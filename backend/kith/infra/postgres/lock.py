"""One holder per data folder: a kernel lock that dies with its process, and a note that says who holds it."""

import fcntl
import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from kith.infra.errors import DataFolderHeld
from kith.lib import clock


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that has the data folder, and where its database listens."""

    pid: int
    command: str
    since: str
    url: str | None = None
    ready: bool = False


class FolderLock:
    """Held from `take` to `release`, or until the process ends in whatever way."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "lock"
        self._folder = folder
        self._file: int | None = None

    def take(self) -> Self:
        """Take the folder, or say who has it."""
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            holder = find_holder(self._folder) or Holder(0, "another Kith", "just now")
            raise DataFolderHeld(
                folder=self._folder, pid=holder.pid, command=holder.command, since=holder.since
            ) from None
        self._file = file
        self.note(url=None, ready=False)
        return self

    def note(self, *, url: str | None, ready: bool) -> None:
        """Write down who we are, for whoever comes second."""
        if self._file is None:
            return
        since = clock.now().astimezone().strftime("%Y-%m-%d %H:%M:%S")
        text = json.dumps(asdict(Holder(os.getpid(), _command(), since, url, ready))).encode()
        os.pwrite(self._file, text.ljust(4096), 0)

    def release(self) -> None:
        """Let the next one in; the file stays, its lock does not."""
        if self._file is not None:
            os.ftruncate(self._file, 0)
            os.close(self._file)
            self._file = None

    def forget(self) -> None:
        """In a forked child: stop holding what belongs to the parent."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def find_holder(folder: Path) -> Holder | None:
    """Who holds the folder now, or None when it is free."""
    path = folder / "lock"
    try:
        file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _read(path)
    else:
        return None
    finally:
        os.close(file)


def _read(path: Path) -> Holder | None:
    try:
        return Holder(**json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError):
        return None


def _command() -> str:
    return " ".join(["kith", *sys.argv[1:]])
