"""The closing line of `kith test` adds up what every step has said."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tools.checks.plan import Step, steps_of_test
from tools.checks.runner import SKIPPED, Outcome, run_steps, summary

ROOT = Path(__file__).parents[3]
STEP = Step("a step", ("true",), Path(), stage=0)


@pytest.mark.parametrize(
    ("output", "status", "counts"),
    [
        ("= 3 failed, 5 passed, 1 skipped in 2.31s =", 1, {"failed": 3, "passed": 5, "skipped": 1}),
        ("1654 passed in 219.79s (0:03:39)", 0, {"passed": 1654}),
        ("2 passed, 1 error in 0.1s", 1, {"passed": 2, "error": 1}),
        ("\x1b[2m      Tests \x1b[22m \x1b[32m72 passed\x1b[39m (72)", 0, {"passed": 72}),
        ("Success: no issues found", 0, {"passed": 1}),
        ("Traceback ...", 1, {"failed": 1}),
        ("5 passed in 1.00s\nbut the process broke", 3, {"passed": 5, "failed": 1}),
    ],
)
def test_every_tool_is_understood(output: str, status: int, counts: dict[str, int]) -> None:
    assert dict(+Outcome(STEP, status, 1.0, output).counts) == counts


def test_a_skipped_step_is_named_with_its_reason() -> None:
    step = Step("browser journeys", ("x",), Path(), stage=0, skip="no Chromium")
    text = summary([Outcome(step, SKIPPED, 0, ""), Outcome(STEP, 0, 2, "7 passed in 2s")], 3)
    assert "(no Chromium)" in text
    assert text.splitlines()[-1] == "7 passed, 0 failed, 1 skipped in 3.0s"


def test_a_failure_hides_no_later_step(tmp_path: Path) -> None:
    steps = [
        Step("good", ("sh", "-c", "echo 2 passed in 0.1s"), tmp_path, stage=0),
        Step("bad", ("sh", "-c", "exit 1"), tmp_path, stage=0),
        Step("later", ("true",), tmp_path, stage=1),
    ]
    outcomes = run_steps(steps, tmp_path / "logs")
    assert {outcome.step.name: outcome.verdict for outcome in outcomes} == {
        "good": "ok",
        "bad": "FAILED",
        "later": "ok",
    }


def test_without_a_browser_the_journeys_are_skipped(tmp_path: Path) -> None:
    steps = {step.name: step for step in steps_of_test(tmp_path, None, ())}
    assert steps["browser journeys"].skip
    assert not {step.name: step for step in steps_of_test(tmp_path, Path("/c"), ())}[
        "browser journeys"
    ].skip


def test_ctrl_c_ends_what_runs_and_still_sums_up(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom tools.checks.plan import Step\n"
        "from tools.checks.runner import exit_status, run_steps, summary\n"
        "here = Path(sys.argv[1])\n"
        "steps = [Step('one', ('sh', '-c', 'echo $$ > pid; echo ready >&2; sleep 60'), here, stage=0),\n"
        "         Step('two', ('true',), here, stage=1)]\n"
        "done = run_steps(steps, here)\nprint(summary(done, 1.0))\nsys.exit(exit_status(done))\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text().strip():
        assert running.poll() is None
    running.send_signal(signal.SIGINT)
    output, _ = running.communicate(timeout=30)
    assert running.returncode == 130
    assert output.splitlines()[-1] == "0 passed, 0 failed, 2 stopped in 1.0s"
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)
