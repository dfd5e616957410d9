"""The bus that the settings ask for."""

from kith.infra.bus.port import Bus
from kith.infra.bus.postgres import PostgresBus
from kith.infra.settings import Settings


async def open_bus(settings: Settings, database_url: str) -> Bus:
    """Redis when there is one, else PostgreSQL's own notifications."""
    if settings.redis_url:
        from kith.infra.bus.redis import RedisBus  # noqa: PLC0415 - 6 MB that one node never needs

        return RedisBus(settings.redis_url)
    return PostgresBus(database_url)
