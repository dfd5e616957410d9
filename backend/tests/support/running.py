"""A whole Kith as a person starts it: processes, ports, signals, and a browser's way to talk to it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import httpx

from kith.infra.postgres.strays import find_strays
from tests.support.scratch import scratch_folder

BACKEND = Path(__file__).parents[2]
PATIENCE = 90.0
EMAIL, PASSWORD = "ada@acme.example", "correct horse battery"
PROGRAM = (sys.executable, "-P", "-m", "kith.main")


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def data_folder() -> Iterator[Path]:
    """A data folder that the database's user may enter, gone afterwards."""
    with scratch_folder("kith acceptance-") as root:
        yield root / "data"


@dataclass
class RunningKith:
    """One `kith serve`."""

    data: Path
    port: int = field(default_factory=free_port)
    env: dict[str, str] = field(default_factory=dict)
    command: str = "serve"
    process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.process is not None and self.process.poll() is None:
            self.stop(signal.SIGKILL)
        wait_until(lambda: not find_strays(self.data / "postgres"), "the database is left running")

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def output(self) -> str:
        """What it has printed so far."""
        return self._log.read_text(encoding="utf-8")

    @property
    def _log(self) -> Path:
        return self.data.parent / f"output-{self.port}.txt"

    @property
    def _env(self) -> dict[str, str]:
        env = {name: value for name, value in os.environ.items() if not name.startswith("KITH_")}
        own = {
            "PYTHONPATH": str(BACKEND)
        }  # where an environment is shared, the sources of this tree
        return {**env, **own, "KITH_DATA": str(self.data), "KITH_RATE_LIMIT": "100000", **self.env}

    def start(self) -> None:
        """Start it and wait until it answers."""
        with self._log.open("w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [*PROGRAM, self.command, "--port", str(self.port)],
                env=self._env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                text=True,
            )
        wait_until(self._is_ready, "Kith did not become ready", lambda: self.output)

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        """Send a signal and wait for the end."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def run(self, *words: str, text: str = "") -> subprocess.CompletedProcess[str]:
        """Run another command on the same data folder."""
        return subprocess.run(
            [*PROGRAM, *words],
            env=self._env,
            input=text,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )

    def make_workspace(self, slug: str = "acme") -> None:
        """Make a workspace with an administrator, while it runs."""
        words = ("--workspace", slug, "--company", "Acme", "--name", "Ada", "--email", EMAIL)
        done = self.run("init", *words, text=PASSWORD + "\n")
        assert done.returncode == 0, done.stderr

    def signed_in(self) -> "Browser":
        """A client with a session."""
        return Browser(self.address)

    def processes(self) -> list[int]:
        """The web, worker and supervisor processes, and whatever they have started."""
        assert self.process is not None
        return [self.process.pid, *descendants(self.process.pid)]

    def _is_ready(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, self.output
        return "Ctrl-C stops it" in self.output


class Browser(httpx.Client):
    """A client that has signed in and sends its CSRF token."""

    def __init__(self, address: str) -> None:
        super().__init__(base_url=address, timeout=30)
        answer = self.post("/api/session", json={"email": EMAIL, "password": PASSWORD})
        answer.raise_for_status()
        self.headers["X-CSRF-Token"] = answer.json()["csrf"]

    def create(self, thing: str, values: dict[str, Any]) -> httpx.Response:
        """Create a record."""
        return self.post(f"/api/records/{thing}", json=values)


def descendants(pid: int) -> list[int]:
    """Every process below one."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(word) for word in task.read_text().split()]
        except FileNotFoundError:
            continue
        for child in children:
            found += [child, *descendants(child)]
    return found


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that nobody has buried yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def wait_until(condition: Any, otherwise: str, more: Any = lambda: "") -> None:
    """Wait for something that must happen soon."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"{otherwise}\n{more()}"
        time.sleep(0.02)
