"""Everything that CI runs, from contracts and types to browser journeys in a headless Chromium.

Integration tests get a PostgreSQL of their own, and the core runs once more over TCP as an ordinary role. Nothing is
left behind but logs in .kith/logs.
"""

import argparse
import os
import time
from pathlib import Path

from tools.checks.browser import ensure_browser
from tools.checks.check import wanted
from tools.checks.plan import steps_of_test
from tools.checks.runner import exit_status, run_steps, summary


def arguments(parser: argparse.ArgumentParser) -> None:
    """Narrow it down."""
    parser.add_argument(
        "step", nargs="*", help="run only steps whose name contains one of these words"
    )
    parser.add_argument("-k", metavar="EXPRESSION", help="pytest: run only tests that match")
    parser.add_argument("-x", action="store_true", help="pytest: stop at the first failure")


def run(options: argparse.Namespace, _settings: object) -> int:
    """Test, and say how it went; the last line counts."""
    started = time.monotonic()
    root = Path(os.environ["KITH_PROJECT"])
    words = (("-k", options.k) if options.k else ()) + (("-x",) if options.x else ())
    steps = [
        step
        for step in steps_of_test(root, ensure_browser(), words)
        if wanted(step.name, options.step)
    ]
    if not steps:
        print("No step is called that.")
        return 2
    for name in ("KITH_DATABASE_URL", "KITH_REDIS_URL", "KITH_FILES_URL", "KITH_DATA"):
        os.environ.pop(name, None)
    outcomes = run_steps(steps, root / ".kith" / "logs")
    print(summary(outcomes, time.monotonic() - started), flush=True)
    return exit_status(outcomes)
