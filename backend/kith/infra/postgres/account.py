"""PostgreSQL refuses to run as root, so root needs somebody else to run it as."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from kith.infra.errors import NoUnprivilegedAccount, UnknownAccount

CANDIDATES = ("kith", "postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Account:
    """The operating-system user whose name the database server runs under."""

    name: str
    uid: int
    gid: int
    is_dropped: bool

    def credentials(self) -> dict[str, int | list[int]]:
        """Arguments for `subprocess` that start a program as this user."""
        if not self.is_dropped:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def can_enter(self, folder: Path) -> bool:
        """Try it for real: mode bits alone do not know about ACLs and mount options."""
        probe = subprocess.run(
            ["/bin/sh", "-c", 'cd -- "$1" && test -r .', "sh", str(folder)],
            cwd="/",
            capture_output=True,
            check=False,
            **self.credentials(),  # type: ignore[call-overload] # one dict, several types
        )
        return bool(probe.returncode == 0)


def server_account() -> Account:
    """The current user, or an unprivileged one when the current user is root."""
    if os.geteuid() != 0:
        return _current()
    for name in CANDIDATES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid, is_dropped=True)
    raise NoUnprivilegedAccount(tried=", ".join(CANDIDATES))


def starter_name() -> str:
    """Who starts Kith: the one name that the server lets in."""
    return _current().name


def _current() -> Account:
    uid = os.geteuid()
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        raise UnknownAccount(uid=uid) from None
    return Account(entry.pw_name, entry.pw_uid, os.getegid(), is_dropped=False)
