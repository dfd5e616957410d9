"""The law of live sync: what somebody saw before, changed by the events they got, is what they would see afresh."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from kith.kernel import access
from kith.kernel.api import Context, consumers, deliver, records
from kith.kernel.records import live
from kith.lib.json import loads
from tests.support.company import Company, log

State = dict[tuple[str, str], Any]
PEOPLE = ("ada", "max", "sam", "sue", "vic")


async def verify_action(
    company: Company,
    action: Callable[[Context], Awaitable[object]],
    objects: Sequence[str],
    *,
    person: str = "ada",
    readers: Sequence[str] = PEOPLE,
) -> None:
    """Do something in one person's name, and see that every reader's screen ends up right."""
    await settle(company)
    before = {reader: await state(company, reader, objects) for reader in readers}
    async with company.open(person) as ctx:
        last = max((change.id for change in await log(ctx)), default=0)
        await action(ctx)
    await settle(company)
    told = await _events(company, readers, last)
    for reader in readers:
        screen = _applied(before[reader], told[reader], objects)
        assert screen == await state(company, reader, objects), reader


async def settle(company: Company) -> None:
    """Let everybody who follows the log catch up."""
    for name in consumers(company.modules):
        while await deliver(company.open, name):
            pass


async def state(company: Company, person: str, objects: Sequence[str]) -> State:
    """Return everything of these objects that a person sees."""
    found: State = {}
    async with company.open(person, readonly=True) as ctx:
        for name in objects:
            if access.can(ctx, name, "read"):
                async for record in records.iter(ctx, name, {}):
                    found[name, str(record.id)] = _own(record)
    return found


async def _events(
    company: Company, readers: Sequence[str], after: int
) -> dict[str, list[live.Event]]:
    async with company.open(readonly=True) as ctx:
        changes = [change.id for change in await log(ctx) if change.id > after]
        actors = [
            await access.load_actor(ctx.unit, ctx.workspace, company.people[reader], ctx.catalog)
            for reader in readers
        ]
        told = await live.events(ctx.unit, ctx.workspace, ctx.catalog, changes, actors)
    return dict(zip(readers, told, strict=True))


def _applied(seen: State, events: Sequence[live.Event], objects: Sequence[str]) -> State:
    screen = dict(seen)
    for event in events:
        key = (event.change.object, str(event.change.record))
        if event.change.object not in objects:
            continue
        if event.record is None:
            screen.pop(key, None)
        else:
            record = loads(event.record)
            assert isinstance(record, dict)
            screen[key] = _own(record)
    return screen


def _own(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record without the names of others in it: these change with the others."""
    return {field: _without_labels(value) for field, value in record.items()}


def _without_labels(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_labels(item) for item in value]
    if isinstance(value, Mapping) and "id" in value and "label" in value:
        return {"id": value["id"]}
    return value
