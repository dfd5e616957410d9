"""Who follows the change log: the search index, the roll-ups, and the modules' listeners."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

from kith.kernel import notifications, search
from kith.kernel.context import Context
from kith.kernel.records import rollups
from kith.kernel.records.change import Change
from kith.kernel.records.delivery import Consumer, consume
from kith.kernel.records.delivery import due as waiting

Open = Callable[[], AbstractAsyncContextManager[Context]]


KERNEL = (
    Consumer("kernel.search", search.follow, whole=True, values=search.DEFINITIONS),
    Consumer("kernel.rollups", rollups.follow, objects=rollups.watched, whole=True),
    Consumer("kernel.notifications", notifications.follow, whole=True, values=()),
)


def consumers(modules: Sequence[Any]) -> tuple[str, ...]:
    """Return the name of everybody who follows the log."""
    return tuple(_all(modules))


async def due(open: Open) -> tuple[str, ...]:
    """Return the names of those for whom the log holds something new."""
    async with open() as ctx:
        return await waiting(ctx, tuple(_all(ctx.catalog.modules).values()))


async def deliver(open: Open, consumer: str) -> bool:
    """Hand the next changes to one consumer, in one transaction; return whether there may be more at once."""
    async with open() as ctx:
        everyone = _all(ctx.catalog.modules)
        return await consume(ctx, everyone[consumer], tuple(everyone))


def _all(modules: Sequence[Any]) -> dict[str, Consumer]:
    own = {
        f"{module.name}.{listener.name}": Consumer(
            f"{module.name}.{listener.name}", _singly(listener.run), listener.objects or None
        )
        for module in modules
        for listener in module.listeners
    }
    return {consumer.name: consumer for consumer in KERNEL} | own


def _singly(run: Callable[..., Any]) -> Callable[[Context, Sequence[Change]], Any]:
    async def one_by_one(ctx: Context, changes: Sequence[Change]) -> None:
        for change in changes:
            await run(ctx, change)

    return one_by_one
