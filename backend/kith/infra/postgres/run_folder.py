"""A short private folder for the database socket: a socket's path may have 107 bytes, a project's more."""

import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kith.infra.errors import SocketFolderUnsafe, SocketPathTooLong
from kith.infra.postgres.account import Account

PORT = 5432
LONGEST = 107


def run_folder(data: Path, account: Account) -> Path:
    """Make (or find) the socket folder that belongs to this data folder, mode 0700, owned by the server's user."""
    name = f"kith-{os.geteuid()}-{hashlib.sha256(bytes(data)).hexdigest()[:10]}"
    tried = ""
    for base in _bases():
        folder = base / name
        tried = str(folder)
        if len(bytes(folder / f".s.PGSQL.{PORT}.lock")) > LONGEST or not _is_usable(base, account):
            continue
        _make_private(folder, account)
        return folder
    raise SocketPathTooLong(path=tried)


def _bases() -> Iterator[Path]:
    named = os.environ.get("KITH_RUN")
    if named:
        yield Path(named)
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime:
        yield Path(runtime)
    if os.geteuid() == 0:
        yield Path("/run")
    yield Path(tempfile.gettempdir())
    yield Path("/tmp")  # noqa: S108 - the folder inside is private, and checked to be


def _is_usable(base: Path, account: Account) -> bool:
    return os.access(base, os.W_OK | os.X_OK) and account.can_enter(base)


def _make_private(folder: Path, account: Account) -> None:
    try:
        folder.mkdir(mode=0o700)
        os.chown(folder, account.uid, account.gid)
    except FileExistsError:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {account.uid, os.geteuid()}:
            raise SocketFolderUnsafe(path=folder) from None
        os.chown(folder, account.uid, account.gid)
    folder.chmod(0o700)
