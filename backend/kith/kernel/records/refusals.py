"""From what PostgreSQL refused to an error that names the field."""

import asyncpg

from kith.kernel.access.errors import LastAdmin
from kith.kernel.context import Context
from kith.kernel.fields import ValueProblem
from kith.kernel.records.errors import (
    Circular,
    Duplicate,
    FieldProblems,
    KeyTaken,
    RequiredField,
    RuleBroken,
    TargetNotFound,
)
from kith.kernel.records.guards import CIRCLE, REQUIRED, RULE
from kith.kernel.records.shapes import Shape
from kith.lib.errors import KithError

REFUSED = "KR001"
LAST_ADMIN = "last_admin"
DATABASE_REFUSALS = (
    asyncpg.IntegrityConstraintViolationError,
    asyncpg.DataError,
    asyncpg.ProgramLimitExceededError,
    asyncpg.UnknownPostgresError,
)


def refusal(ctx: Context, shape: Shape, error: asyncpg.PostgresError) -> Exception:
    """Return our error for this one of the database; the same one if it is none of a writer's business."""
    if error.sqlstate == REFUSED:
        return broken(ctx, shape, str(error.args[0]), getattr(error, "detail", ""))
    match error:
        case asyncpg.UniqueViolationError(constraint_name="_idempotency_pkey"):
            return KeyTaken()
        case asyncpg.UniqueViolationError():
            return _on_field(shape, error, Duplicate())
        case asyncpg.ForeignKeyViolationError():
            return _on_field(shape, error, TargetNotFound())
        case asyncpg.DataError() | asyncpg.ProgramLimitExceededError():
            return ValueProblem()
    return error


def broken(ctx: Context, shape: Shape, kind: str, name: str) -> KithError:
    """Return the error for a broken rule, an empty field or a link that leads nowhere."""
    if kind == LAST_ADMIN:
        return LastAdmin()
    if kind == REQUIRED:
        return FieldProblems({name: RequiredField()})
    if kind != RULE:
        return FieldProblems({name: Circular() if kind == CIRCLE else TargetNotFound()})
    rule = next(rule for rule in shape.object.rules if rule.name == name)
    key = f"rule.{shape.name}.{name}"
    label = ctx.catalog.label(key, ctx.actor.locale)
    problem = RuleBroken(message=rule.message if label == key else label)
    return problem if rule.field is None else FieldProblems({rule.field: problem})


def _on_field(shape: Shape, error: asyncpg.PostgresError, problem: KithError) -> KithError:
    """Constraints are named `<object>__<field>__<what>`."""
    constraint = getattr(error, "constraint_name", None) or ""
    names = [*shape.stored, *shape.links]
    hit = [n for n in names if constraint.startswith(f"{shape.name}__{n}__")]
    return FieldProblems({max(hit, key=len): problem}) if hit else problem
