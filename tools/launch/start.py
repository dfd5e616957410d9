"""Decide what a command needs, make it, and become `python -m kith.main`."""

import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.launch.node import ensure_node, with_node
from tools.launch.project import Project
from tools.launch.python_env import ensure_python
from tools.launch.steps import SetupFailed
from tools.launch.web import ensure_build, ensure_packages, is_built


def start(root: str, arguments: list[str]) -> int:  # noqa: RET503 - execve does not return
    """Prepare, then hand over; returns only when something is in the way."""
    project = Project(Path(root))
    sys.path.insert(1, str(project.backend))
    from kith.main.registry import find_command, help_text  # noqa: PLC0415 - found only now

    name = next((word for word in arguments if not word.startswith("-")), None)
    command = find_command(name) if name else None
    if command is None and name not in {None, "setup"}:
        sys.stderr.write(f"kith: there is no command {name!r}\n\n{help_text()}")
        return 2
    if name is None:
        sys.stdout.write(help_text())
        return 0 if {"-h", "--help"} & set(arguments) or not arguments else 2
    try:
        with _only_one(project):
            env = prepare(project, _needs(command.needs if command else None, arguments))
    except SetupFailed as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. Run the same command again to go on from here.\n")
        return 130
    if command is None:
        return 0
    program = [str(project.python), "-P", "-m", "kith.main", *arguments]
    os.execve(program[0], program, env)  # noqa: S606 - becoming the program is the point


def prepare(project: Project, needs: frozenset[str]) -> dict[str, str]:
    """Make what is needed and return the environment for the program itself."""
    # The sources of this checkout, even where its Python environment is shared with another.
    env = project.environment(KITH_PROJECT=str(project.root), PYTHONPATH=str(project.backend))
    env.setdefault("KITH_DATA", str(project.private / "data"))
    env.setdefault("KITH_ASSETS", str(project.frontend / "dist"))
    ensure_python(project)
    if "dev" in needs:
        ensure_python(project, "requirements-dev")
    if "packages" in needs or ("web" in needs and not is_built(project)):
        node = ensure_node(project)
        env = with_node(env, node)
        ensure_packages(project, node)
        if "web" in needs:
            ensure_build(project, node)
    return env


def _needs(wanted: frozenset[str] | None, arguments: list[str]) -> frozenset[str]:
    if wanted is None:
        return frozenset({"dev", "packages", "web"})
    return frozenset() if {"-h", "--help"} & set(arguments) else wanted


@contextmanager
def _only_one(project: Project) -> Iterator[None]:
    """Two first runs at once would build into each other's folders; the second waits."""
    project.private.mkdir(exist_ok=True)
    with (project.private / "setup.lock").open("w", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.stderr.write("  waiting for another `kith` to finish its set-up ...\n")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
