"""Run steps, two at a time within a stage, and sum up what they say about themselves."""

import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from tools.checks.plan import Step

SIDE_BY_SIDE = max(1, min(os.cpu_count() or 1, 4))
TAIL = 6000
SKIPPED = -1000
STOPPED = -1001
WORDS = {SKIPPED: "skipped", STOPPED: "stopped"}
PYTEST_LINE = re.compile(r"^=*\s*((?:\d+ [a-z]+(?:, )?)+ in [\d.]+s.*?)\s*=*$", re.MULTILINE)
VITEST_LINE = re.compile(r"^\s*Tests\s+(.*\(\d+\))\s*$", re.MULTILINE)
COUNT = re.compile(r"(\d+) (passed|failed|skipped|errors?|xfailed|xpassed)")
ANSI = re.compile(r"\x1b\[[0-9;]*m")


@dataclass
class Outcome:
    """How a step ended."""

    step: Step
    status: int
    seconds: float
    output: str

    @property
    def verdict(self) -> str:
        """In one word."""
        if self.status in WORDS:
            return WORDS[self.status]
        return "ok" if self.status == 0 else "FAILED"

    @property
    def counts(self) -> Counter[str]:
        """Tests by how they ended; a step without tests of its own counts as one."""
        if self.status in WORDS:
            return Counter({WORDS[self.status]: 1})
        text = ANSI.sub("", self.output)
        lines = PYTEST_LINE.findall(text)[-1:] + VITEST_LINE.findall(text)[-1:]
        found = Counter(
            {
                word.rstrip("s") if word.startswith("error") else word: int(number)
                for line in lines
                for number, word in COUNT.findall(line)
            }
        )
        if self.status != 0 and not found["failed"] and not found["error"]:
            found["failed"] += 1
        elif not lines:
            found["passed"] += 1
        return found


class Running:
    """A step at work, its output in a file."""

    def __init__(self, step: Step, log: Path) -> None:
        self.step = step
        self.log = log
        self.started = time.monotonic()
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                step.command,
                cwd=step.cwd,
                env={**os.environ, **step.env},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def outcome(self) -> Outcome | None:
        """The result, once there is one."""
        status = self.process.poll()
        if status is None:
            return None
        text = self.log.read_text(encoding="utf-8", errors="replace")
        return Outcome(self.step, status, time.monotonic() - self.started, text)

    def stop(self) -> None:
        """Ask the whole group to stop, and insist after a while."""
        for number, patience in (
            (signal.SIGINT, 15.0),
            (signal.SIGTERM, 5.0),
            (signal.SIGKILL, 5.0),
        ):
            try:
                os.killpg(self.process.pid, number)
                self.process.wait(patience)
            except subprocess.TimeoutExpired:
                continue
            except ProcessLookupError:
                return


def run_steps(steps: Sequence[Step], logs: Path) -> list[Outcome]:
    """Run all steps, stage by stage; a failure in one does not hide the others, Ctrl-C ends them all."""
    logs.mkdir(parents=True, exist_ok=True)
    outcomes: list[Outcome] = []
    with _asked_to_stop() as asked:
        for stage in sorted({step.stage for step in steps}):
            for outcome in _run_stage([step for step in steps if step.stage == stage], logs, asked):
                outcomes.append(outcome)
                _tell(outcome)
    done = {outcome.step.name for outcome in outcomes}
    return outcomes + [Outcome(step, STOPPED, 0.0, "") for step in steps if step.name not in done]


def exit_status(outcomes: Sequence[Outcome]) -> int:
    """0 when all is well, 1 when something failed, 130 when somebody pressed Ctrl-C."""
    if any(outcome.status == STOPPED for outcome in outcomes):
        return 130
    return 1 if any(outcome.verdict == "FAILED" for outcome in outcomes) else 0


def summary(outcomes: Sequence[Outcome], seconds: float) -> str:
    """The closing lines: each step, then one line in pytest's words."""
    width = max(len(outcome.step.name) for outcome in outcomes)
    rows = [
        f"  {outcome.step.name:<{width}}  {outcome.verdict:>7}  {outcome.seconds:6.1f} s"
        + (f"  ({outcome.step.skip})" if outcome.step.skip else "")
        for outcome in outcomes
    ]
    total = sum((outcome.counts for outcome in outcomes), Counter[str]())
    total.setdefault("passed", 0)
    total.setdefault("failed", 0)
    words = [
        "passed",
        "failed",
        *sorted(word for word in total if word not in {"passed", "failed"}),
    ]
    line = ", ".join(f"{total[word]} {word}" for word in words)
    return "\n".join(["", *rows, "", f"{line} in {seconds:.1f}s"])


@contextmanager
def _asked_to_stop() -> Iterator[Event]:
    """Ctrl-C as a flag instead of an exception, so that no process can slip through between two lines."""
    asked = Event()
    before = {
        number: signal.signal(number, lambda *_: asked.set())
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _run_stage(steps: Sequence[Step], logs: Path, asked: Event) -> Iterator[Outcome]:
    waiting = list(steps)
    running: list[Running] = []
    try:
        while (waiting or running) and not asked.is_set():
            while waiting and len(running) < SIDE_BY_SIDE:
                step = waiting.pop(0)
                if step.skip:
                    yield Outcome(step, SKIPPED, 0.0, "")
                    continue
                running.append(Running(step, logs / f"{_slug(step.name)}.log"))
            for work in tuple(running):
                outcome = work.outcome()
                if outcome is not None:
                    running.remove(work)
                    yield outcome
            time.sleep(0.05)
    finally:
        for work in running:
            work.stop()


def _tell(outcome: Outcome) -> None:
    if outcome.verdict == "FAILED":
        print(f"\n{'-' * 30} {outcome.step.name} {'-' * 30}\n{outcome.output[-TAIL:].strip()}\n")
    print(f"  {outcome.step.name}: {outcome.verdict}, {outcome.seconds:.1f} s", flush=True)
    sys.stdout.flush()


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
