"""A fresh database has what search and rights rely on."""

from kith.infra.db import Database


async def test_trigrams_see_chinese(database: Database) -> None:
    async with database.unit() as unit:
        await unit.execute("CREATE EXTENSION pg_trgm SCHEMA public")
        assert await unit.fetchval("SELECT public.show_trgm('华星')")


async def test_we_are_no_superuser(database: Database) -> None:
    async with database.unit(readonly=True) as unit:
        assert await unit.fetchval("SELECT NOT rolsuper FROM pg_roles WHERE rolname = current_user")
