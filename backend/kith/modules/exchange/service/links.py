"""Finds the records that cells name, a chunk at a time; creates those that are missing when the mapping says so."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kith.kernel.api import Context, records
from kith.kernel.schema import FieldDef
from kith.lib.ids import parse_id
from kith.lib.json import Json
from kith.lib.text import fold
from kith.modules.exchange.errors import LinkAmbiguous, LinkMissing
from kith.modules.exchange.rules.cells import listed
from kith.modules.exchange.rules.mapping import ColumnMap
from kith.modules.exchange.rules.outcome import Report
from kith.modules.exchange.service.rows import Draft, Plan

BY_ID = "id"
MOST_KNOWN = 50_000
"""Words that are remembered from chunk to chunk; a file of a million different ones must not fill the memory."""


@dataclass(slots=True)
class Known:
    """What was found so far, by field and folded word; several ids mean that the word is ambiguous."""

    found: dict[tuple[str, str], tuple[uuid.UUID, ...]] = field(default_factory=dict)

    def ids(self, name: str, word: str) -> tuple[uuid.UUID, ...] | None:
        """Return the ids for a word, or None when nobody has looked yet."""
        return self.found.get((name, fold(word)))


async def resolve(
    ctx: Context, by: Plan, drafts: Sequence[Draft], known: Known, report: Report
) -> list[tuple[str, str]]:
    """Replace the words of every draft by ids, or add a problem; return the keys of what had to be created."""
    made: list[tuple[str, str]] = []
    if len(known.found) > MOST_KNOWN:
        known.found.clear()
    for _, column, to in by.columns:
        words = {w for d in drafts if to.name in d.words and d.is_good for w in _words(d, to)}
        if column.match == BY_ID or to.to is None:
            _by_id(to, drafts)
        elif words:
            await _find(ctx, to, column, [w for w in words if known.ids(to.name, w) is None], known)
            missing = [w for w in words if not known.ids(to.name, w)]
            if missing and column.create_missing:
                made += await _create(ctx, to, column, missing, known)
                for word in missing:
                    report.will_create(column.column, word)
            _settle(ctx, to, column, drafts, known)
    return made


async def _find(
    ctx: Context, to: FieldDef, column: ColumnMap, words: Sequence[str], known: Known
) -> None:
    target = str(to.to)
    match = column.match or ctx.catalog.object(target).title
    for word in words:
        known.found.setdefault((to.name, fold(word)), ())
    if not words:
        return
    for found, values in await records.match(ctx, target, (match,), sorted(words)):
        key = (to.name, fold(str(values[match])))
        known.found[key] = (*known.found.get(key, ()), found)


async def _create(
    ctx: Context, to: FieldDef, column: ColumnMap, words: Sequence[str], known: Known
) -> list[tuple[str, str]]:
    target = str(to.to)
    match = column.match or ctx.catalog.object(target).title
    first: dict[str, str] = {}
    for word in words:
        first.setdefault(fold(word), word)
    made = await records.create_many(ctx, target, [{match: word} for word in first.values()])
    for folded, outcome in zip(first, made, strict=True):
        if outcome.id is not None:
            known.found[to.name, folded] = (outcome.id,)
    return [(to.name, folded) for folded in first]


def _settle(
    ctx: Context, to: FieldDef, column: ColumnMap, drafts: Iterable[Draft], known: Known
) -> None:
    label = ctx.catalog.label(f"object.{to.to}", ctx.actor.locale)
    for draft in drafts:
        if to.name not in draft.words or not draft.is_good:
            continue
        found: list[Json] = []
        for word in _words(draft, to):
            ids = known.ids(to.name, word) or ()
            if len(ids) == 1:
                found.append(str(ids[0]))
            else:
                problem = LinkAmbiguous if ids else LinkMissing
                draft.problems.append((column.column, problem(label=label, value=word)))
        draft.values[to.name] = found if to.kind == "links" else next(iter(found), None)


def _words(draft: Draft, to: FieldDef) -> Sequence[str]:
    """Return the names in a cell: one, or for many links as many as there are between semicolons."""
    text = draft.words[to.name]
    if to.kind != "links":
        return (text,)
    return listed(text) or [word for part in text.split(";") if (word := part.strip())]


def _by_id(to: FieldDef, drafts: Iterable[Draft]) -> None:
    for draft in drafts:
        if to.name in draft.words:
            word = draft.words[to.name]
            ids = [str(i) for part in word.split(";") if (i := parse_id(part.strip()))]
            draft.values[to.name] = (ids if to.kind == "links" else ids[0]) if ids else word
