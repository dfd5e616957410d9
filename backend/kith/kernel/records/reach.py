"""Whose records an actor reaches, as SQL; compiled once per actor and day."""

from dataclasses import dataclass
from typing import cast

from kith.kernel.context import Actor, Context
from kith.kernel.expr import Filter
from kith.kernel.query import compile as query
from kith.kernel.query.fragments import Condition
from kith.kernel.query.rights import Trusted

_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class _Entry:
    """The actor and the filter stay here, so that nobody else can get their ids."""

    actor: Actor
    rows: Filter
    condition: Condition


def reached(ctx: Context, object_name: str, rows: Filter | None, *, start: int) -> Condition:
    """Return the condition that the row `t` is one of `rows`, a filter that access made for this actor."""
    if rows is None:
        return Condition("true", ())
    kept = cast("dict[object, _Entry]", ctx.catalog.memo.setdefault("records.reach", {}))
    key = (id(ctx.actor), id(rows), ctx.today, ctx.workspace.schema, object_name, start)
    found = kept.get(key)
    if found is None:
        while len(kept) >= _KEPT:
            del kept[next(iter(kept))]
        trusted = Trusted(ctx.catalog)
        made = query.condition(ctx, trusted, object_name, rows, row="t", start=start)
        found = kept[key] = _Entry(ctx.actor, rows, made)
    return found.condition
