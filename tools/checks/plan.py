"""The steps of `kith check` and `kith test`, as data."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

PYTEST = (sys.executable, "-m", "pytest", "-q", "--durations=5", "-ra")
TOOL = Path(sys.executable).parent


@dataclass(frozen=True)
class Step:
    """One command. Steps of a stage run side by side, stages one after the other."""

    name: str
    command: tuple[str, ...]
    cwd: Path
    stage: int
    env: Mapping[str, str] = field(default_factory=dict)
    skip: str = ""


def steps_of_check(root: Path) -> tuple[Step, ...]:
    """Contracts, lints and types: fast, and nothing is started."""
    backend, frontend = root / "backend", root / "frontend"
    sources = (".", "../tools", "../bench")
    cache = root / ".kith" / "cache"
    return (
        Step(
            "types (mypy)",
            (
                str(TOOL / "mypy"),
                f"--cache-dir={cache / 'mypy'}",
                "kith",
                "tests",
                "conftest.py",
                "../tools",
            ),
            backend,
            stage=0,
        ),
        Step(
            "contracts (import-linter)",
            (str(TOOL / "lint-imports"), "--no-cache"),
            backend,
            stage=0,
            env={"PYTHONPATH": str(root)},
        ),
        Step(
            "lints (ruff)",
            (
                str(TOOL / "ruff"),
                "check",
                "--cache-dir",
                str(cache / "ruff"),
                *_config(backend),
                *sources,
            ),
            backend,
            stage=0,
        ),
        Step(
            "format (ruff)",
            (str(TOOL / "ruff"), "format", "--check", *_config(backend), *sources),
            backend,
            stage=0,
        ),
        Step("front end: lints and types", ("npm", "run", "check"), frontend, stage=0),
    )


def steps_of_test(
    root: Path, browser: Path | None, pytest_words: tuple[str, ...]
) -> tuple[Step, ...]:
    """Everything that can be run: first what needs no server, then the suites, then servers beside a browser."""
    backend, frontend = root / "backend", root / "frontend"
    chromium = {"KITH_CHROMIUM": str(browser)} if browser else {}
    parallel = ("-n", str(min(os.cpu_count() or 2, 8)), "--dist", "worksteal")
    no_browser = "" if browser else "no Chromium on this machine, and it may not be installed"
    return (
        *steps_of_check(root),
        Step("front end: unit tests", ("npm", "test"), frontend, stage=0),
        Step("front end: weight of screens", ("npm", "run", "weigh"), frontend, stage=0),
        Step(
            "unit and integration tests",
            (*PYTEST, *parallel, "-m", "not browser and not server", *pytest_words),
            backend,
            stage=1,
        ),
        Step(
            "the same core by URL (TCP, ordinary role)",
            (
                *PYTEST,
                *parallel,
                "--by-url",
                "-m",
                "not browser and not server",
                *BY_URL,
                *pytest_words,
            ),
            backend,
            stage=2,
        ),
        Step(
            "whole servers: start, stop, kill",
            (*PYTEST, "-m", "server and not browser", *pytest_words),
            backend,
            stage=3,
        ),
        Step(
            "browser journeys",
            (*PYTEST, "-m", "browser", *pytest_words),
            backend,
            stage=3,  # both wait more than they work
            env=chromium,
            skip=no_browser,
        ),
    )


# What speaks SQL; the rest has nothing to notice about where its database is.
BY_URL = (
    "kith/infra/db",
    "kith/infra/identity",
    "kith/infra/jobs",
    "kith/kernel/access",
    "kith/kernel/api",
    "kith/kernel/query",
    "kith/kernel/records",
    "kith/kernel/search",
    "kith/kernel/storage",
    "kith/http",
)


def _config(backend: Path) -> tuple[str, str]:
    return ("--config", str(backend / "pyproject.toml"))
