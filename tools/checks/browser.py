"""Find a Chromium for the browser journeys, or install one where that is allowed."""

import os
import shutil
import subprocess
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PACKAGES = ("chromium", "fonts-noto-cjk")
PATIENCE = 240


def find_browser() -> Path | None:
    """The browser that KITH_CHROMIUM names, or one on the system."""
    named = os.environ.get("KITH_CHROMIUM")
    if named:
        return Path(named) if Path(named).exists() else None
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return None


def ensure_browser() -> Path | None:
    """Find one; else, as root on Debian and unless KITH_NO_INSTALL is set, install one."""
    found = find_browser()
    if found is not None or not _may_install():
        return found
    print(
        "  installing Chromium for the browser journeys (KITH_NO_INSTALL=1 prevents it) ...",
        flush=True,
    )
    apt = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=60")
    install = (*apt, "install", "-y", "--no-install-recommends", *PACKAGES)
    if not _works(install) and _works((*apt, "update")):
        _works(install)
    return find_browser()


def _may_install() -> bool:
    is_root = os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None and not os.environ.get("KITH_NO_INSTALL")


def _works(command: tuple[str, ...]) -> bool:
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command,
            env=env,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
