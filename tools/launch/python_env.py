"""The Python environment: made once, filled from hashed locks, left alone while the locks stay the same."""

import subprocess
import sys
import venv

from tools.launch.project import Project
from tools.launch.stamps import fingerprint
from tools.launch.steps import SetupFailed, run, step

NO_VENV = (
    "Python's own `venv` did not work here. On Debian or Ubuntu: apt install python3-venv\n"
    "Then run the same command again."
)
NO_PACKAGES = (
    "Check that this machine reaches its Python package registry, then run the same command again."
)
# name of the lock -> what a person reads while it is installed
LOCKS = {
    "requirements": "installing Python packages",
    "requirements-dev": "installing Python packages for tests and checks",
    "requirements-node": "installing Node.js (the system has none that is new enough)",
}


def ensure_python(project: Project, lock: str = "requirements") -> None:
    """Make the environment if there is none, and install one lock file into it."""
    _ensure_venv(project)
    path = project.backend / f"{lock}.txt"
    wanted = fingerprint([path], _identity(project))
    if project.stamps.matches(lock, wanted):
        return
    with step(LOCKS[lock]):
        run(
            [project.python, "-m", "pip", "install", "--require-hashes", "--no-deps", "-r", path],
            cwd=project.backend,
            env=project.environment(),
            log=project.log(lock),
            cure=NO_PACKAGES,
        )
    project.stamps.put(lock, wanted)


def site_packages(project: Project) -> str:
    """Where the environment keeps its packages."""
    major, minor = sys.version_info[:2]
    return str(project.venv / "lib" / f"python{major}.{minor}" / "site-packages")


def _ensure_venv(project: Project) -> None:
    if project.stamps.matches("venv", _identity(project)) and project.python.exists():
        return
    if not _works(project):
        with step("making a Python environment"):
            _make(project)
    with open(f"{site_packages(project)}/kith.pth", "w", encoding="utf-8") as link:  # noqa: PTH123 - one line
        link.write(f"{project.backend}\n")
    project.stamps.put("venv", _identity(project))


def _make(project: Project) -> None:
    try:
        venv.create(project.venv, clear=True, with_pip=True, symlinks=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupFailed(f"\n{error}\n{NO_VENV}") from error


def _works(project: Project) -> bool:
    """Whether there is an environment of this very Python, with pip in it."""
    if not project.python.exists():
        return False
    probe = subprocess.run(
        [str(project.python), "-c", "import sys, pip; print(sys.version_info[:2], sys.prefix)"],
        capture_output=True,
        text=True,
        check=False,
        env=project.environment(),
    )
    return probe.stdout.strip() == f"{sys.version_info[:2]} {project.venv}"


def _identity(project: Project) -> str:
    """A moved checkout or another Python needs another environment."""
    return f"{sys.version_info[:2]} {sys.platform} {project.root}"
