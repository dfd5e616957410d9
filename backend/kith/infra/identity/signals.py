"""Tells every process that a person's sessions or tokens changed, when the transaction commits."""

import uuid

from kith.infra.db import Unit
from kith.lib.json import dumps


async def announce(unit: Unit, workspace: uuid.UUID, user: uuid.UUID) -> None:
    """Notify the channel that every process of this database listens to."""
    slug = await unit.fetchval("select slug from kith.workspace where id = $1", workspace)
    payload = dumps({"ws": slug, "identity": str(user)}).decode()
    await unit.execute("select pg_notify('kith', $1)", payload)
