"""Keeps a handful of processes running: starts them, brings back the fallen, stops them all at the end."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Protocol

from kith.infra.errors import DatabaseFailed
from kith.infra.postgres import Server
from kith.infra.process import Forked, dying_with_parent

Report = Callable[[str], None]
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
CALM_AFTER = 30.0
LONGEST_PAUSE = 10.0
GRACE = 15.0


class Process(Protocol):
    """What a forked and an executed child have in common."""

    pid: int
    returncode: int | None

    def poll(self) -> int | None:
        """Return the exit status once there is one."""
        ...


@dataclass(frozen=True, slots=True)
class Program:
    """A child by its command line: it loads everything itself."""

    command: Sequence[str]
    env: Mapping[str, str]
    cwd: Path | None = None

    def __call__(self) -> Process:
        """Start it."""
        return subprocess.Popen(
            list(self.command),
            env=dict(self.env),
            cwd=self.cwd,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=dying_with_parent(signal.SIGTERM),  # noqa: PLW1509 - no threads here
        )


@dataclass(frozen=True, slots=True)
class Fork:
    """A child by a function: it shares what we have loaded."""

    run: Callable[[], None]

    def __call__(self) -> Process:
        """Start it."""
        return Forked(self.run)


@dataclass(slots=True)
class Member:
    """One process of the crew."""

    name: str
    launch: Callable[[], Process]
    reloads: bool = True
    process: Process | None = field(default=None, init=False)
    _started: float = field(default=0.0, init=False)
    _pause: float = field(default=0.0, init=False)
    _next_start: float = field(default=0.0, init=False)

    def start(self) -> None:
        """Start the process; it dies with us."""
        self._started = time.monotonic()
        self.process = self.launch()

    def start_when_due(self) -> None:
        """Start again a while after a fall."""
        if time.monotonic() >= self._next_start:
            self.start()

    def is_running(self) -> bool:
        """Whether the process is alive."""
        return self.process is not None and self.process.poll() is None

    def signal(self, number: int) -> None:
        """Send a signal to the process and whatever it started."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)

    def plan_restart(self) -> None:
        """Wait a little longer each time that it falls soon after its start."""
        lived = time.monotonic() - self._started
        self._pause = 0.2 if lived > CALM_AFTER else min(max(self._pause * 2, 0.2), LONGEST_PAUSE)
        self.process = None
        self._next_start = time.monotonic() + self._pause


@dataclass(slots=True)
class Crew:
    """The processes of one installation and, perhaps, its database server."""

    members: Sequence[Member]
    server: Server | None
    report: Report
    watch: Callable[[], bool] | None = None
    stopping: bool = field(default=False, init=False)

    def run(self, ready: Callable[[], None]) -> int:
        """Run until a signal asks to stop; `ready` is called once, after everything has been started."""
        before = {number: signal.signal(number, self._ask_to_stop) for number in STOP_SIGNALS}
        try:
            for member in self.members:
                member.start()
            ready()
            while not self.stopping:
                self._look_after_everyone()
                time.sleep(0.1)
        finally:
            self.stop()
            for number, handler in before.items():
                signal.signal(number, handler)
        return 0

    def stop(self) -> None:
        """Stop every process: politely, then not."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            for member in self.members:
                if member.is_running():
                    member.signal(number)
            deadline = time.monotonic() + GRACE
            while any(member.is_running() for member in self.members):
                if time.monotonic() > deadline:
                    break
                time.sleep(0.02)
        for member in self.members:
            member.signal(signal.SIGKILL)

    def _look_after_everyone(self) -> None:
        if self.server is not None and not self.server.is_running():
            self.report("the database server stopped; starting it again")
            self._restart_server(self.server)
        if self.watch is not None and self.watch():
            self.report("sources changed; starting again")
            for member in self.members:
                if member.reloads:
                    member.signal(signal.SIGTERM)
        for member in self.members:
            self._look_after(member)

    def _restart_server(self, server: Server) -> None:
        try:
            server.restart()
        except DatabaseFailed as error:
            self.report(str(error))
            time.sleep(1)

    def _look_after(self, member: Member) -> None:
        if member.is_running():
            return
        if member.process is not None:
            status = member.process.returncode or 0
            member.plan_restart()
            if status not in {0, -signal.SIGTERM}:
                self.report(f"{member.name} stopped ({_words(status)}); starting it again")
        member.start_when_due()

    def _ask_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True


def _words(status: int) -> str:
    return f"signal {-status}" if status < 0 else f"status {status}"
