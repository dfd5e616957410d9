"""Finds the best documents for what somebody typed, quickly and a bounded number; exact rights are checked afterwards.

Three roads: titles that begin so (ordered index), documents that hold all words (inverted and trigram index), and only
when these find almost nothing, titles that look alike.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kith.kernel.context import Context
from kith.kernel.expr import Filter
from kith.kernel.fields.names import quoted
from kith.kernel.query.words import Terms, like, words
from kith.kernel.records.reach import reached
from kith.kernel.search.typos import SHORTEST, distance
from kith.lib.text import has_han

PREFIXED = 60
HOLDING = 1_000
ALIKE = 100
FEW = 3
_LIKENESS = 0.3
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Reach:
    """Which objects the reader searches: all their records, those of the team, the reader's own, or what fits.

    Owners stand in the index; a filter is asked of the record itself, once the words have found it.
    """

    everything: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    mine: tuple[str, ...] = ()
    fitting: tuple[tuple[str, Filter], ...] = ()

    @property
    def empty(self) -> bool:
        """Say whether there is nothing to search."""
        return not (self.everything or self.team or self.mine or self.fitting)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that was found; the higher the score the better."""

    object: str
    record: uuid.UUID
    score: float


class _Arguments:
    """Numbers parameters as they are mentioned."""

    def __init__(self) -> None:
        self.values: list[object] = []

    def add(self, value: object, sql_type: str) -> str:
        self.values.append(value)
        return f"${len(self.values)}::{sql_type}"


async def find(ctx: Context, key: str, terms: Terms, reach: Reach, limit: int) -> list[Candidate]:
    """Return the best `limit` documents of each object."""
    args = _Arguments()
    table = f"{ctx.workspace.schema}._search s"
    q, last = args.add(key, "text"), args.add(key + _LAST, "text")
    allowed = _allowed(ctx, reach, args)
    columns = "object, record, key, spoken, updated"
    holding = " and ".join((*_holding(terms, args), allowed))
    sql = (
        f"with hits as ((select {columns} from {table} where key >= {q} and key < {last} and {allowed}"
        f" order by key limit {PREFIXED})"
        f" union all (select {columns} from {table} where {holding} limit {HOLDING})),"
        f" scored as (select distinct on (record) object, record, updated, length(key) as size,"
        f" {_score(q)} as score from hits),"
        " ranked as (select *, row_number() over (partition by object"
        " order by score desc, size, updated desc, record) as place from scored)"
        f" select object, record, score, place from ranked where place <= {int(limit)} order by object, place"
    )
    return _candidates(await ctx.unit.fetch(sql, *args.values))


async def find_recent(ctx: Context, object_name: str, reach: Reach, limit: int) -> list[uuid.UUID]:
    """Return the records of one object that changed last."""
    args = _Arguments()
    rows = await ctx.unit.fetch(
        f"select s.record from {ctx.workspace.schema}._search s where s.object = {args.add(object_name, 'text')}"
        f" and {_allowed(ctx, reach, args)} order by s.updated desc limit {int(limit)}",
        *args.values,
    )
    return [row["record"] for row in rows]


def may_be_mistyped(key: str) -> bool:
    """Say whether the text may be a name that somebody mistyped; numbers and Chinese are meant as written."""
    letters = sum(c.isalpha() for c in key)
    return letters >= SHORTEST and not has_han(key) and not any(c.isdigit() for c in key)


async def find_alike(ctx: Context, key: str, reach: Reach) -> list[Candidate]:
    """Return documents whose title looks like the text, but for a few wrong letters; for mistyped names."""
    await ctx.unit.execute(
        "select set_config('pg_trgm.word_similarity_threshold', $1, false)", str(_LIKENESS)
    )
    args = _Arguments()
    q, allowed = args.add(key, "text"), _allowed(ctx, reach, args)
    rows = await ctx.unit.fetch(
        f"select object, record, key from {ctx.workspace.schema}._search s"
        f" where {q} operator(public.<%) key and {allowed}"
        f" order by public.word_similarity({q}, key) desc, updated desc limit {ALIKE}",
        *args.values,
    )
    typed = words(key)
    found: list[Candidate] = []
    for row in rows:
        mistakes = distance(typed, words(row["key"]))
        if mistakes is not None:
            found.append(Candidate(row["object"], row["record"], -mistakes))
    return sorted(found, key=lambda candidate: -candidate.score)


def _holding(terms: Terms, args: _Arguments) -> Iterable[str]:
    if terms.tokens:
        yield f"tokens @> {args.add(list(terms.tokens), 'text[]')}"
    for fragment in terms.fragments:
        yield f"body like {args.add(like(fragment), 'text')}"


def _allowed(ctx: Context, reach: Reach, args: _Arguments) -> str:
    """SQL for the documents `s` that the reader may find."""
    found: list[str] = []
    if reach.everything:
        found.append(f"s.object = any({args.add(list(reach.everything), 'text[]')})")
    if reach.team:
        team = args.add(list(ctx.actor.team), "uuid[]")
        found.append(
            f"(s.object = any({args.add(list(reach.team), 'text[]')}) and s.owner = any({team}))"
        )
    if reach.mine:
        me = args.add(ctx.actor.user, "uuid")
        found.append(f"(s.object = any({args.add(list(reach.mine), 'text[]')}) and s.owner = {me})")
    for name, rows in reach.fitting:
        table = f"{quoted(ctx.workspace.schema)}.{quoted(name)}"
        known = args.add(name, "text")
        start = len(args.values) + 1
        fits = reached(ctx, name, rows, start=start)
        args.values.extend(fits.args)
        found.append(
            f"(s.object = {known} and exists (select from {table} t where t.id = s.record and {fits.sql}))"
        )
    return f"({' or '.join(found)})"


def _score(q: str) -> str:
    """Exact title, title begins so, a word of it or its pinyin begins so, it stands in the title, elsewhere."""
    return (
        f"case when key = {q} then 5.0 when starts_with(key, {q}) then 4.0"
        f" when strpos(' ' || key, ' ' || {q}) > 0 then 3.0"
        f" when strpos(' ' || spoken, ' ' || replace({q}, ' ', '')) > 0 then 2.5"
        f" when strpos(key, {q}) > 0 then 2.0 else 1.0 end"
    )


def _candidates(rows: Sequence[object]) -> list[Candidate]:
    return [
        Candidate(r["object"], r["record"], float(r["score"]))  # type: ignore[index]
        for r in rows
    ]
