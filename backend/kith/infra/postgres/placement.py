"""Where the data goes when root starts Kith below a folder that the server's user may not enter.

Parent folders are never opened up for it: what the owner closed stays closed.
"""

import hashlib
import os
import tempfile
from pathlib import Path

from kith.infra.errors import DataFolderUnusable
from kith.infra.postgres.account import Account
from kith.infra.postgres.binaries import SHARED_HOME


def place(wanted: Path, account: Account) -> Path:
    """Return `wanted`, or a folder under /var/lib/kith that stands in for it; the folder exists afterwards."""
    make_folder(wanted)
    if not account.is_dropped or _can_pass(wanted, account):
        return wanted
    stand_in = SHARED_HOME / f"{_slug(wanted)}-{hashlib.sha256(bytes(wanted)).hexdigest()[:8]}"
    make_folder(stand_in)
    return stand_in


def make_folder(folder: Path) -> None:
    """Make sure of a data folder that we may write, or say why there is none."""
    try:
        folder.mkdir(mode=0o755, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise DataFolderUnusable(folder=folder, reason=error.strerror) from error


def _can_pass(folder: Path, account: Account) -> bool:
    """Try the way with a folder of the account's own at its end, as PostgreSQL's will be."""
    probe = Path(tempfile.mkdtemp(prefix="probe-", dir=folder))
    try:
        os.chown(probe, account.uid, account.gid)
        return account.can_enter(probe)
    finally:
        probe.rmdir()


def _slug(folder: Path) -> str:
    names = [part for part in folder.parts if part not in {"/", ".kith", "data"}]
    name = names[-1] if names else "kith"
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name)[:24]
