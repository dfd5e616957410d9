"""One of a list of options."""

from collections.abc import Mapping
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause
from sqlalchemy.dialects.postgresql import array
from typing_extensions import override

from kith.kernel.fields import names, operators
from kith.kernel.fields.errors import RetiredChoice, UnknownChoice, WrongOperand
from kith.kernel.fields.protocol import Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json
from kith.lib.text import fold

_NAMED = 12


class Choice(Scalar):
    """The key of an option; sorted in the order of the options."""

    kind = "choice"
    sql_type = "text"
    input = "choice"
    compare: ClassVar[Mapping[str, Operator]] = {
        **operators.equality("text"),
        **operators.emptiness(),
    }

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        return pick(field, value, env)

    @override
    def compared(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        return known(field, op, value)

    @override
    def sort(self, field: FieldDef, row: FromClause) -> tuple[ColumnElement[object], ...]:
        keys: list[ColumnElement[str]] = [
            sa.literal_column(names.literal(option.key), sa.Text()) for option in field.options
        ]
        if not keys:
            return (row.c[field.name],)
        return (sa.func.array_position(array(keys), row.c[field.name], type_=sa.Integer),)


def pick(field: FieldDef, value: Json, env: ParseEnv) -> str | None:
    """Return the key of the option that `value` names by key or label; None when it is empty."""
    if value is None or value == "":
        return None
    option = field.option(value) if isinstance(value, str) else None
    if option is None and isinstance(value, str):
        option = next((o for o in field.options if fold(o.label) == fold(value.strip())), None)
    if option is None:
        raise UnknownChoice(value=str(value)[:80], choices=_choices(field))
    if option.retired and not _stays(option.key, env):
        raise RetiredChoice(value=option.label, choices=_choices(field))
    return option.key


def known(field: FieldDef, op: str, value: Json) -> str:
    """Return a key to compare with; a retired one is welcome."""
    key = pick(field, value, ParseEnv(history=True))
    if key is None:
        raise WrongOperand(op=op, expected="a value")
    return key


def _stays(key: str, env: ParseEnv) -> bool:
    before = env.before if isinstance(env.before, list) else [env.before]
    return env.history or key in before


def _choices(field: FieldDef) -> str:
    offered = [option.key for option in field.options if not option.retired]
    more = ", ..." if len(offered) > _NAMED else ""
    return ", ".join(offered[:_NAMED]) + more


KIND = Choice()
