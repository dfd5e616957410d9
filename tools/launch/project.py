"""The checkout and its private folder: where things are, and the environment that child processes get."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tools.launch.stamps import Stamps


@dataclass(frozen=True)
class Project:
    """A Kith checkout."""

    root: Path

    @property
    def private(self) -> Path:
        """What running Kith makes: environments, data, logs. Safe to delete, apart from `data`."""
        return self.root / ".kith"

    @property
    def venv(self) -> Path:
        """The Python environment."""
        return self.private / "venv"

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.venv / "bin" / "python"

    @property
    def backend(self) -> Path:
        """Python sources."""
        return self.root / "backend"

    @property
    def frontend(self) -> Path:
        """Web sources."""
        return self.root / "frontend"

    @property
    def stamps(self) -> Stamps:
        """What is done already."""
        return Stamps(self.private / "stamps.json")

    def log(self, name: str) -> Path:
        """Where a set-up step's output goes."""
        return self.private / "logs" / f"{name}.log"

    def environment(self, **more: str) -> dict[str, str]:
        """Our variables over the caller's; an unusable HOME is replaced, because npm and pip insist on one."""
        env = {**os.environ, "PYTHONNOUSERSITE": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **more}
        env.pop("PYTHONHOME", None)
        env.pop("VIRTUAL_ENV", None)
        if not _is_writable(env.get("HOME", "")):
            home = self.private / "home"
            home.mkdir(parents=True, exist_ok=True)
            env["HOME"] = str(home)
        return env


def _is_writable(folder: str) -> bool:
    if not folder or not Path(folder).is_dir():
        return False
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
