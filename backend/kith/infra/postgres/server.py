"""Start PostgreSQL, wait as long as it needs, and never leave it behind."""

import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self
from urllib.parse import quote

from kith.infra.errors import DatabaseFailed
from kith.infra.postgres.account import server_account
from kith.infra.postgres.binaries import find_binaries
from kith.infra.postgres.cluster import ADMIN, DATABASE, ROLE, Cluster, environment
from kith.infra.postgres.lock import FolderLock
from kith.infra.postgres.run_folder import run_folder
from kith.infra.postgres.strays import stop_strays
from kith.infra.process import dying_with_parent

Report = Callable[[str], None]
LOG_LIMIT = 10 * 1024 * 1024
SLOW_SECONDS = 3.0


class Server:
    """One running PostgreSQL over one data folder; use it with `with`, from the main thread."""

    def __init__(
        self, data: Path, *, report: Report | None = None, cluster: Cluster | None = None
    ) -> None:
        account = server_account()
        self.data = data
        self.cluster = cluster or Cluster(data / "postgres", find_binaries(account), account)
        self._report = report or (lambda _: None)
        self._lock = FolderLock(data)
        self._process: subprocess.Popen[bytes] | None = None
        self._sockets: Path | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Where Kith connects, as an ordinary role that owns its database."""
        return self.url_for(ROLE, DATABASE)

    @property
    def log(self) -> Path:
        """PostgreSQL's own log."""
        return self.data / "postgres.log"

    def url_for(self, role: str, database: str) -> str:
        """An address through the private socket."""
        return f"postgresql://{role}@/{database}?host={quote(str(self._sockets), safe='/')}&port={self.cluster.port}"

    def start(self) -> None:
        """Take the folder, make the cluster if there is none, start the server, wait until it answers."""
        self._lock.take()
        try:
            if not self.cluster.exists:
                self._report("making the database")
                self.cluster.create()
            self.cluster.check_version()
            stop_strays(self.cluster.folder, self._report)
            self._launch()
            self._ensure_database()
        except BaseException:
            self.stop()
            raise
        self._lock.note(url=self.url, ready=True)

    def is_running(self) -> bool:
        """Whether the server process is alive."""
        return self._process is not None and self._process.poll() is None

    def restart(self) -> None:
        """Bring a server back that died, keeping the folder's lock."""
        self._stop_process()
        stop_strays(self.cluster.folder, self._report)
        self._launch()

    def stop(self) -> None:
        """Stop the server and let go of the folder; safe to call twice."""
        self._stop_process()
        if self._sockets is not None:
            _remove_folder(self._sockets)
        self._lock.release()

    def forget(self) -> None:
        """In a forked child: the server and its folder are the parent's."""
        self._process = None
        self._sockets = None
        self._lock.forget()

    def _launch(self) -> None:
        self._sockets = run_folder(self.data, self.cluster.account)
        _clear(self._sockets)
        self.cluster.configure(self._sockets)
        _rotate(self.log)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [str(self.cluster.binaries.tool("postgres")), "-D", str(self.cluster.folder)],
                cwd="/",
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=dying_with_parent(signal.SIGINT),  # noqa: PLW1509 - before any thread
                **self.cluster.account.credentials(),  # type: ignore[call-overload] # one dict, several types
            )
        self._wait_until_ready()

    def _wait_until_ready(self) -> None:
        """Crash recovery takes as long as it takes: say so, and keep waiting."""
        started = said = time.monotonic()
        while not self._is_ready():
            if not self.is_running():
                raise DatabaseFailed(folder=self.cluster.folder, log=_tail(self.log))
            if time.monotonic() - said > SLOW_SECONDS:
                said = time.monotonic()
                self._report(f"database is recovering, {said - started:.0f} s so far")
            time.sleep(0.01)

    def _is_ready(self) -> bool:
        """The postmaster writes its state on line 8 of its pid file."""
        try:
            lines = (
                (self.cluster.folder / "postmaster.pid")
                .read_bytes()
                .decode(errors="replace")
                .splitlines()
            )
        except FileNotFoundError:
            return False
        is_ours = self._process is not None and lines[:1] == [str(self._process.pid)]
        return is_ours and len(lines) > 7 and lines[7].strip() == "ready"  # noqa: PLR2004 - line 8

    def _ensure_database(self) -> None:
        """An ordinary role and its database, as a server given by URL would offer."""
        made = self.data / "postgres.made"
        if made.exists():
            return
        for database, statement in (
            ("postgres", f"CREATE ROLE {ROLE} LOGIN"),
            ("postgres", f"CREATE DATABASE {DATABASE} OWNER {ROLE}"),
        ):
            done = self.psql(database, statement)
            if done.returncode != 0 and "already exists" not in done.stderr:
                raise DatabaseFailed(folder=self.cluster.folder, log=done.stderr)
        made.touch()

    def psql(self, database: str, statement: str) -> subprocess.CompletedProcess[str]:
        """Run one administrative statement."""
        return subprocess.run(
            [
                str(self.cluster.binaries.tool("psql")),
                "--no-psqlrc",
                "--quiet",
                f"--host={self._sockets}",
                f"--port={self.cluster.port}",
                f"--username={ADMIN}",
                f"--dbname={database}",
                f"--command={statement}",
            ],
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )

    def _stop_process(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for number, patience in (
            (signal.SIGINT, 60.0),
            (signal.SIGQUIT, 10.0),
            (signal.SIGKILL, 10.0),
        ):
            if process.poll() is not None:
                return
            process.send_signal(number)
            try:
                process.wait(patience)
            except subprocess.TimeoutExpired:
                self._report("the database is slow to stop")


def _rotate(log: Path) -> None:
    if log.exists() and log.stat().st_size > LOG_LIMIT:
        log.replace(log.with_suffix(".log.1"))


def _tail(log: Path, size: int = 1500) -> str:
    try:
        return log.read_text(encoding="utf-8", errors="replace")[-size:].strip()
    except FileNotFoundError:
        return ""


def _clear(folder: Path) -> None:
    """Remove what a killed server left; we hold the data folder, so nobody listens here."""
    for path in folder.glob(".s.PGSQL.*"):
        path.unlink(missing_ok=True)


def _remove_folder(folder: Path) -> None:
    _clear(folder)
    try:
        folder.rmdir()
    except OSError:
        return
