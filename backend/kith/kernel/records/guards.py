"""What the database itself refuses while it writes: broken rules, targets that are not there for the actor."""

from dataclasses import dataclass
from typing import cast

from kith.kernel.context import Context
from kith.kernel.expr import Filter, parse_filter
from kith.kernel.fields.names import literal, quoted
from kith.kernel.query.compile import condition
from kith.kernel.query.rights import Rights, Trusted
from kith.kernel.records.shapes import PARENT, TARGETED, Shape
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

RULE = "rule"
REQUIRED = "required"
TARGET = "target"
CIRCLE = "circle"


@dataclass(frozen=True, slots=True)
class Guards:
    """Conditions that must not hold for the new row `w`, each with what to say; and their parameters."""

    conditions: tuple[tuple[str, str, str], ...]
    args: tuple[object, ...]

    def refusing(self, schema: str) -> str:
        """SQL for result columns that abort the whole statement."""
        return "".join(
            f", case when {sql} then {quoted(schema)}._refuse({literal(kind)}, {literal(name)}) end"
            for kind, name, sql in self.conditions
        )

    def listing(self) -> str:
        """SQL for one result column that names what is wrong with the row."""
        cases = ", ".join(
            f"case when {sql} then {literal(f'{kind}:{name}')} end"
            for kind, name, sql in self.conditions
        )
        return f", array_remove(array[{cases}]::text[], null) as broken"


def guards(
    ctx: Context,
    shape: Shape,
    fields: tuple[str, ...],
    rights: Rights | None,
    *,
    verb: str,
    start: int,
) -> Guards:
    """Return what to check for a write to these fields; `rights` None trusts the targets."""
    conditions: list[tuple[str, str, str]] = []
    args: list[object] = []
    for kind, name, rule in _rules(ctx, shape):
        sql = condition(
            ctx, Trusted(ctx.catalog), shape.name, rule, row="w", start=start + len(args)
        )
        conditions.append((kind, name, sql.sql))
        args.extend(sql.args)
    if verb == "update":
        trees = (
            f for f in fields if f in shape.stored and shape.stored[f].field.config.get("tree")
        )
        conditions += [(CIRCLE, field, _circle(shape, field)) for field in trees]
    if rights is not None:
        for field in fields:
            target = shape.stored[field].field.to if field in shape.stored else None
            kind = "" if target is None else shape.stored[field].field.kind
            if target is not None and kind in TARGETED:
                # Whoever may change a record may add parts to it.
                reach = rights.rows(target, "update" if kind == PARENT else "know")
                sql = condition(
                    ctx, Trusted(ctx.catalog), target, reach, row="q", start=start + len(args)
                )
                missing = _missing(shape, field, target, sql.sql, verb)
                conditions.append((TARGET, field, missing))
                args.extend(sql.args)
    return Guards(tuple(conditions), tuple(args))


def _missing(shape: Shape, field: str, target: str, readable: str, verb: str) -> str:
    """The link points nowhere that the actor may see; a link that stays as it was is left in peace."""
    column = f"w.{quoted(field)}"
    table = f"{quoted(shape.schema)}.{quoted(target)}"
    changed = (
        f" and w._before ->> {literal(field)} is distinct from {column}::text"
        if verb == "update"
        else ""
    )
    return (
        f"{column} is not null{changed} and not exists"
        f" (select from {table} q where q.id = {column} and q.deleted_at is null and {readable})"
    )


def _circle(shape: Shape, field: str) -> str:
    """The way up from the new target leads back to the row."""
    column = quoted(field)
    return (
        f"w.{column} is not null and w.id in (with recursive up as (select w.{column} as id"
        f" union select o.{column} from {shape.table} o join up on o.id = up.id) select id from up)"
    )


def _rules(ctx: Context, shape: Shape) -> tuple[tuple[str, str, Filter], ...]:
    """Return what must not hold: the rules of the object, and fields that are empty when they have to be filled."""
    known = ctx.catalog.memo
    key = ("rules", shape.schema, shape.name)
    if key not in known:
        rules = [(RULE, rule.name, parse_filter(rule.when)) for rule in shape.object.rules]
        needed = [
            (REQUIRED, field.name, parse_filter(_missing_when(field)))
            for field in shape.object.fields
            if field.config.get("required_when")
        ]
        known[key] = (*rules, *needed)
    return cast("tuple[tuple[str, str, Filter], ...]", known[key])


def _missing_when(field: FieldDef) -> Json:
    """Nobody is asked for what the form does not show."""
    shown = field.config.get("visible_when")
    empty: Json = {"field": field.name, "op": "empty"}
    return {"and": [field.config["required_when"], *([shown] if shown else []), empty]}
