"""Workspaces that older versions made come up to this one with everything that was in them."""

from pathlib import Path

import pytest

from kith.infra.blobs import MemoryBlobs
from kith.infra.db import Database
from kith.infra.settings import Settings
from kith.kernel.api import records
from kith.main.archive import restore
from kith.main.contexts import Contexts
from kith.main.loader import load
from kith.main.upgrade import plan, upgrade
from tests.support.old import FOLDER

ARCHIVES = sorted(FOLDER.glob("*.kith"))


def test_there_are_old_workspaces() -> None:
    assert ARCHIVES


@pytest.mark.parametrize("archive", ARCHIVES, ids=lambda path: path.stem)
async def test_it_comes_up_to_this_version(
    archive: Path, database: Database, tmp_path: Path
) -> None:
    settings = Settings(data=tmp_path)
    await upgrade(database, settings, _quiet)
    await restore(database, archive, MemoryBlobs())
    await upgrade(database, settings, _quiet)
    assert await plan(database) == []
    async with Contexts(database, load()).open("old") as ctx:
        account = await records.find(
            ctx, "account", {"field": "name", "op": "eq", "value": "华星集团"}
        )
        deal = await records.find(ctx, "deal", {"field": "name", "op": "eq", "value": "Pumps"})
        boat = await records.find(ctx, "boat__c", {"field": "length__c", "op": "eq", "value": 22})
        assert account is not None
        assert deal is not None
        assert deal.ref("account") == account.id
        assert deal["amount"] == {"amount": 1200.5, "currency": "USD", "base": 1200.5}
        assert boat is not None
        written = await records.create(ctx, "boat__c", {"name": "Hannah Boden", "length__c": 30})
        assert written.version == 1


def _quiet(_text: str) -> None: ...
