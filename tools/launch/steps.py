"""Progress that a person can follow: one line per step, its time, and the last words of what failed."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path


class SetupFailed(Exception):
    """A step did not work; the text says which, why and what to do."""


@contextmanager
def step(name: str) -> Iterator[None]:
    """Say what begins, and how long it took."""
    started = time.monotonic()
    _say(f"  {name} ...")
    yield
    _say(f" {time.monotonic() - started:.1f} s\n")


def run(
    command: Sequence[str | Path], *, cwd: Path, env: Mapping[str, str], log: Path, cure: str
) -> None:
    """Run a program quietly; keep its output in `log` and show the end of it when it fails."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode != 0:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2500:].strip()
        raise SetupFailed(f"\n{tail}\n\nThis step failed (all of its output: {log}).\n{cure}")


def _say(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
