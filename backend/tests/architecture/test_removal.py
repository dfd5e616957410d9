"""A module is a folder that you can delete: the rest boots, and makes an empty workspace, without it."""

import subprocess
import sys

import pytest

from kith.infra.db import Database
from kith.kernel.storage import workspaces
from kith.main.loader import load, names

MODULES = names()
LEAVES = [name for name in MODULES if not any(name in other.requires for other in load())]
PROGRAM = """
import sys

class Gone:
    def find_spec(self, name, path=None, target=None):
        if name.startswith("kith.modules.{gone}"):
            raise ImportError(name)

sys.meta_path.insert(0, Gone())
from kith.main.loader import load
load({rest!r})
"""


def test_there_are_modules_to_remove() -> None:
    assert len(MODULES) >= 3
    assert LEAVES


@pytest.mark.parametrize("gone", LEAVES)
def test_the_rest_boots_without_it(gone: str) -> None:
    rest = tuple(name for name in MODULES if name != gone)
    subprocess.run([sys.executable, "-c", PROGRAM.format(gone=gone, rest=rest)], check=True)


@pytest.mark.parametrize("gone", LEAVES)
async def test_a_workspace_can_be_made_without_it(gone: str, database: Database) -> None:
    rest = load(name for name in MODULES if name != gone)
    async with database.unit() as unit:
        await workspaces.create(unit, "small", "Small", rest)
