"""Build the `kith` package with the front end inside: python3 tools/build_wheel.py [FOLDER] (after ./kith setup)."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "frontend" / "dist"
INSIDE = ROOT / "backend" / "kith" / "main" / "web_assets"
PYTHON = ROOT / ".kith" / "venv" / "bin" / "python"


def build(target: Path) -> None:
    """Copy the built front end into the package for as long as the build takes."""
    if not (DIST / "index.html").exists():
        sys.exit("There is no built front end. Run ./kith setup first.")
    shutil.rmtree(INSIDE, ignore_errors=True)
    shutil.copytree(DIST, INSIDE)
    try:
        command = [
            PYTHON,
            "-m",
            "pip",
            "wheel",
            "--no-deps",
            "--wheel-dir",
            target,
            ROOT / "backend",
        ]
        subprocess.run([str(part) for part in command], check=True)
    finally:
        for made in (INSIDE, ROOT / "backend" / "build", ROOT / "backend" / "kith.egg-info"):
            shutil.rmtree(made, ignore_errors=True)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".kith" / "wheels")
