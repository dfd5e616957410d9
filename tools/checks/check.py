"""Contracts, lints and types of both halves: everything that can be said about the code without running it."""

import argparse
import os
import time
from pathlib import Path

from tools.checks.plan import steps_of_check
from tools.checks.runner import exit_status, run_steps, summary


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name steps to run only those."""
    parser.add_argument(
        "step", nargs="*", help="run only steps whose name contains one of these words"
    )


def run(options: argparse.Namespace, _settings: object) -> int:
    """Check, and say how it went."""
    started = time.monotonic()
    root = Path(os.environ["KITH_PROJECT"])
    steps = [step for step in steps_of_check(root) if wanted(step.name, options.step)]
    if not steps:
        print("No step is called that.")
        return 2
    outcomes = run_steps(steps, root / ".kith" / "logs")
    print(summary(outcomes, time.monotonic() - started))
    return exit_status(outcomes)


def wanted(name: str, words: list[str]) -> bool:
    """Whether a step was asked for."""
    return not words or any(word in name for word in words)
