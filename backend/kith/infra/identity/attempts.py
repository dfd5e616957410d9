"""Token buckets in PostgreSQL, for what must be counted over all processes: guesses at a password."""

from hashlib import blake2b

from kith.infra.db import Database
from kith.infra.identity.limits import Rate

_KEPT = "1 hour"


class SharedBuckets:
    """Like `limits.Buckets`, for every process on the same database; one short statement per attempt."""

    def __init__(self, database: Database, rate: Rate) -> None:
        """Start with every bucket full."""
        self.rate = rate
        self._database = database

    async def take(self, key: tuple[str, ...]) -> float:
        """Take one from the bucket; return 0, or the seconds to wait when it is empty."""
        filled = "least($2, a.level + extract(epoch from clock_timestamp() - a.at) * $3)"
        async with self._database.unit(readonly=True) as unit:
            before = await unit.fetchval(
                "insert into kith.attempt as a (key, level, at) values ($1, $2 - 1, clock_timestamp())"
                f" on conflict (key) do update set at = clock_timestamp(),"
                f" level = case when {filled} >= 1 then {filled} - 1 else {filled} end"
                " returning case when old.key is null then $2"
                " else least($2, old.level + extract(epoch from new.at - old.at) * $3) end",
                _hidden(key),
                self.rate.burst,
                self.rate.per_second,
            )
        return 0.0 if before >= 1 else float((1 - before) / self.rate.per_second)

    async def forgive(self, key: tuple[str, ...]) -> None:
        """Fill the bucket again, and sweep away those that nobody took from for long."""
        async with self._database.unit(readonly=True) as unit:
            await unit.execute(
                f"delete from kith.attempt where key = $1 or at < now() - interval '{_KEPT}'",
                _hidden(key),
            )


def _hidden(key: tuple[str, ...]) -> str:
    """Addresses of people are nobody's business here."""
    return blake2b("\n".join(key).encode("utf-8", "replace"), digest_size=16).hexdigest()
