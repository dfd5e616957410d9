"""PostgreSQL by asyncpg: a pool, and one transaction as a unit of work."""

from kith.infra.db.pool import Database
from kith.infra.db.unit import Unit

__all__ = ["Database", "Unit"]
