"""Which rows mean records that are already there: by the key of the mapping, or, without one, by their names."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kith.kernel.api import Context, records
from kith.kernel.fields import ParseEnv, field_type
from kith.lib.errors import KithError
from kith.lib.json import Json
from kith.lib.text import fold
from kith.modules.exchange.errors import (
    AlreadyThere,
    DuplicateInFile,
    KeyAmbiguous,
    KeyEmpty,
    NotThere,
)
from kith.modules.exchange.rules.outcome import Report
from kith.modules.exchange.service.rows import Draft, Plan
from kith.modules.exchange.service.seen import Seen

Key = tuple[str, ...]


@dataclass(slots=True)
class Sorted:
    """Good drafts by what is to be done; `later` repeat a key of this chunk and wait until that one is written.

    `repeats` are among `create` and repeat a key of an earlier chunk whose record is gone: a dry run rolled it back.
    """

    create: list[Draft] = field(default_factory=list)
    update: list[tuple[uuid.UUID, Draft]] = field(default_factory=list)
    later: list[Draft] = field(default_factory=list)
    repeats: list[Draft] = field(default_factory=list)


async def sort(
    ctx: Context, by: Plan, drafts: Sequence[Draft], seen: Seen, report: Report
) -> Sorted:
    """Tell new rows from known ones; adds problems where the mode forbids what the key says."""
    _settle_keys(ctx, by, drafts)
    good = [d for d in drafts if d.is_good]
    if not by.mapping.key:
        await _note_namesakes(ctx, by, good, seen, report)
        return Sorted(create=good)
    keys = {id(d): _key(by, d.values) for d in good}
    existing = await _existing(ctx, by, {keys[id(d)] for d in good})
    result, here = Sorted(), set[Key]()
    for draft in good:
        key = keys[id(draft)]
        if not key[0]:
            draft.problems.append((None, KeyEmpty(fields=_names(by))))
        elif key in here and by.mapping.mode != "create":
            result.later.append(draft)
        else:
            here.add(key)
            _place(by, draft, existing.get(key, ()), seen.first(key, draft.row.number), result)
    return result


def _settle_keys(ctx: Context, by: Plan, drafts: Sequence[Draft]) -> None:
    """Bring keys into the form that is stored, so that they are found; what has no such form is a problem here."""
    env = ParseEnv(
        locale=ctx.actor.locale,
        timezone=ctx.actor.timezone,
        base_currency=ctx.workspace.base_currency,
        country=str(ctx.workspace.settings.get("country", "US")),
    )
    for name in by.mapping.key:
        field = by.object.find(name)
        if field is None:
            continue
        for draft in drafts:
            if draft.is_good and draft.values.get(name) is not None:
                try:
                    draft.values[name] = field_type(field).parse(field, draft.values[name], env)
                except KithError as problem:
                    draft.problems.append((by.column_of(name), problem))


def _place(
    by: Plan, draft: Draft, ids: Sequence[uuid.UUID], earlier: int | None, result: Sorted
) -> None:
    mode, names = by.mapping.mode, _names(by)
    if mode == "create" and earlier is not None:
        draft.problems.append((None, DuplicateInFile(row=earlier)))
    elif len(ids) > 1:
        draft.problems.append((None, KeyAmbiguous(fields=names)))
    elif ids and mode == "create":
        draft.problems.append((None, AlreadyThere()))
    elif ids:
        result.update.append((ids[0], draft))
    elif mode == "update":
        draft.problems.append((None, NotThere()))
    else:
        result.create.append(draft)
        if earlier is not None:
            result.repeats.append(draft)


async def _existing(ctx: Context, by: Plan, keys: Iterable[Key]) -> dict[Key, list[uuid.UUID]]:
    """Return the records that have these keys; the first field finds them, the others are compared here."""
    found: dict[Key, list[uuid.UUID]] = {}
    firsts = sorted({key[0] for key in keys if key[0]})
    if firsts:
        for record, values in await records.match(ctx, by.object, by.mapping.key, firsts):
            found.setdefault(_key(by, values), []).append(record)
    return found


async def _note_namesakes(
    ctx: Context, by: Plan, drafts: Sequence[Draft], seen: Seen, report: Report
) -> None:
    """Without a key nothing is refused, but what looks like a double is reported."""
    title = by.object.title
    named = [d for d in drafts if d.values.get(title) not in (None, "")]
    if by.column_of(title) is None or not named:
        return
    wanted = sorted({str(d.values[title]) for d in named})
    there = {
        fold(str(values[title])): record
        for record, values in await records.match(ctx, by.object, (title,), wanted)
    }
    for draft in named:
        label = draft.values[title]
        name = fold(str(label))
        first = seen.first((name,), draft.row.number)
        # A record that an earlier row of this file has just made is no find of its own.
        if first is not None:
            report.doubled(draft.row.number, label, first=first)
        elif name in there:
            report.doubled(draft.row.number, label, id=str(there[name]))


def _names(by: Plan) -> str:
    return ", ".join(by.column_of(name) or name for name in by.mapping.key)


def _key(by: Plan, values: object) -> Key:
    get = values.get  # type: ignore[attr-defined]  # a dict or a Record
    return tuple(_word(get(name)) for name in by.mapping.key)


def _word(value: Json) -> str:
    if isinstance(value, dict):
        value = value.get("id", value.get("amount"))
    return "" if value is None else fold(str(value)).strip()
