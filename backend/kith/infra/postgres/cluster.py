"""A database cluster on disk: made once by initdb, with the locale that Chinese search needs."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kith.infra.errors import DatabaseFailed, DatabaseVersion
from kith.infra.postgres import config
from kith.infra.postgres.account import Account, starter_name
from kith.infra.postgres.binaries import Binaries, binaries_version
from kith.infra.postgres.run_folder import PORT

ADMIN = "kith_admin"
ROLE = "kith"
DATABASE = "kith"

# Without a UTF-8 character type pg_trgm drops every Chinese character and says nothing.
INITDB = (
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=PG_UNICODE_FAST",
    "--locale=C.UTF-8",
    "--data-checksums",
    "--auth=peer",
    f"--username={ADMIN}",
    "--no-instructions",
)


@dataclass(frozen=True, slots=True)
class Cluster:
    """The folder that PostgreSQL owns, and what it is run with."""

    folder: Path
    binaries: Binaries
    account: Account
    extra_settings: Mapping[str, str] | None = None
    extra_hba: str = ""
    port: int = PORT
    durable: bool = True

    @property
    def exists(self) -> bool:
        """Whether initdb has finished here."""
        return (self.folder / "PG_VERSION").exists()

    def check_version(self) -> None:
        """Refuse data of another major version instead of damaging it."""
        found = (self.folder / "PG_VERSION").read_text(encoding="ascii").strip()
        wanted = binaries_version().partition(".")[0]
        if found != wanted:
            raise DatabaseVersion(folder=self.folder, found=found, wanted=wanted)

    def create(self) -> None:
        """Run initdb beside the final place and rename at the end, so that a half-made cluster never counts."""
        draft = self.folder.with_name(f"{self.folder.name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        os.chown(draft, self.account.uid, self.account.gid)
        sync = () if self.durable else ("--no-sync",)
        done = self.run("initdb", *INITDB, *sync, f"--pgdata={draft}")
        if done.returncode != 0:
            raise DatabaseFailed(folder=self.folder, log=(done.stderr or done.stdout)[-2000:])
        draft.rename(self.folder)

    def configure(self, socket_folder: Path) -> None:
        """Write the three configuration files anew."""
        files = {
            "postgresql.conf": config.postgresql_conf(
                socket_folder, {"port": str(self.port), **(self.extra_settings or {})}
            ),
            "pg_hba.conf": config.pg_hba_conf(self.extra_hba),
            "pg_ident.conf": config.pg_ident_conf(starter_name(), (ADMIN, ROLE)),
        }
        own = self.folder.parent / config.OWN_SETTINGS
        if not own.exists():
            own.write_text(config.OWN_HEAD, encoding="utf-8")
            own.chmod(0o644)
        for name, text in files.items():
            path = self.folder / name
            path.write_text(text, encoding="utf-8")
            path.chmod(0o600)
            os.chown(path, self.account.uid, self.account.gid)

    def run(self, tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs as its user."""
        done: subprocess.CompletedProcess[str] = subprocess.run(
            [str(self.binaries.tool(tool)), *arguments],
            cwd="/",
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
            **self.account.credentials(),  # type: ignore[call-overload] # one dict, several types
        )
        return done


def environment() -> dict[str, str]:
    """Nothing of ours: no secrets, no PG* variables that would steer the programs."""
    return {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
