"""Which rows mean records that are already there: by the key of the mapping, or, without one, by their names."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kith.kernel.api import Context, records
from kith.kernel.expr import And, Compare, Filter, Or, Query
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

AT_ONCE = 100
Key = tuple[str, ...]


@dataclass(slots=True)
class Seen:
    """Keys that stood in the file before, with the row of each."""

    rows: dict[Key, int] = field(default_factory=dict)


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
    good = [d for d in drafts if d.is_good]
    if not by.mapping.key:
        await _note_namesakes(ctx, by, good, seen, report)
        return Sorted(create=good)
    keys = {id(d): _key(by, d.values) for d in good}
    existing = await _existing(ctx, by, {keys[id(d)] for d in good})
    result, here = Sorted(), set[Key]()
    for draft in good:
        key = keys[id(draft)]
        if not any(key):
            draft.problems.append((None, KeyEmpty(fields=", ".join(by.mapping.key))))
        elif key in here and by.mapping.mode != "create":
            result.later.append(draft)
        else:
            here.add(key)
            _place(by, draft, existing.get(key, ()), seen.rows.get(key), result)
            seen.rows.setdefault(key, draft.row.number)
    return result


def _place(
    by: Plan, draft: Draft, ids: Sequence[uuid.UUID], earlier: int | None, result: Sorted
) -> None:
    mode, names = by.mapping.mode, ", ".join(by.mapping.key)
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
    names = by.mapping.key
    found: dict[Key, list[uuid.UUID]] = {}
    wanted = [key for key in keys if any(key)]
    for some in (wanted[i : i + AT_ONCE] for i in range(0, len(wanted), AT_ONCE)):
        query = Query(
            where=_any_of(names, some),
            fields=tuple((n,) for n in names),
            limit=AT_ONCE,
            count="none",
        )
        async for record in records.iter(ctx, by.object.name, query):
            found.setdefault(_key(by, record), []).append(record.id)
    return found


def _any_of(names: Sequence[str], keys: Sequence[Key]) -> Filter:
    if len(names) == 1:
        return Compare((names[0],), "in", tuple(key[0] for key in keys))
    return Or(
        tuple(
            And(tuple(Compare((n,), "eq", v or None) for n, v in zip(names, key, strict=True)))
            for key in keys
        )
    )


async def _note_namesakes(
    ctx: Context, by: Plan, drafts: Sequence[Draft], seen: Seen, report: Report
) -> None:
    """Without a key nothing is refused, but what looks like a double is reported."""
    title = by.object.title
    names = {(fold(str(v)),): d for d in drafts if (v := d.values.get(title)) not in (None, "")}
    if by.column_of(title) is None or not names or len(report.duplicates) >= AT_ONCE:
        return
    words = sorted({str(d.values[title]) for d in names.values()})
    for some in (words[i : i + AT_ONCE] for i in range(0, len(words), AT_ONCE)):
        query = Query(
            where=Compare((title,), "in", tuple(some)),
            fields=((title,),),
            limit=AT_ONCE,
            count="none",
        )
        async for record in records.iter(ctx, by.object.name, query):
            draft = names.get((fold(str(record[title])),))
            if draft is not None:
                report.duplicates.append(
                    {"row": draft.row.number, "label": record[title], "id": str(record.id)}
                )
    for draft in drafts:
        key = (fold(str(draft.values.get(title) or "")),)
        if key[0] and key in seen.rows:
            report.duplicates.append(
                {"row": draft.row.number, "label": draft.values[title], "first": seen.rows[key]}
            )
        seen.rows.setdefault(key, draft.row.number)


def _key(by: Plan, values: object) -> Key:
    get = values.get  # type: ignore[attr-defined]  # a dict or a Record
    return tuple(_word(get(name)) for name in by.mapping.key)


def _word(value: Json) -> str:
    if isinstance(value, dict):
        value = value.get("id", value.get("amount"))
    return "" if value is None else fold(str(value)).strip()
