"""Amounts of money: exact, in a currency, and beside them the same in the workspace's base currency."""

from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar

import sqlalchemy as sa
from babel.numbers import list_currencies
from sqlalchemy import ColumnElement, FromClause
from typing_extensions import override

from kith.kernel.fields import operators, values
from kith.kernel.fields.errors import NoRate, NotCurrency, NotMoney
from kith.kernel.fields.protocol import Column, Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json
from kith.lib.money import minor_units

CURRENCIES = frozenset(list_currencies())
_PARTS = frozenset({"amount", "currency", "base"})


def _base(field: FieldDef, row: FromClause) -> ColumnElement[object]:
    return row.c[f"{field.name}__base"]


class Money(Scalar):
    """An amount and a currency; compared, sorted and summed in the base currency."""

    kind = "money"
    sql_type = "numeric"
    input = "money"
    align = "end"
    groupable = False
    measures = ("sum", "avg", "min", "max", "count")
    compare: ClassVar[Mapping[str, Operator]] = {
        **operators.equality("numeric", _base),
        **operators.ordering("numeric", _base),
        **operators.emptiness(),
    }

    @override
    def columns(self, field: FieldDef) -> tuple[Column, ...]:
        return (
            Column(field.name, "numeric"),
            Column(f"{field.name}__currency", "text"),
            Column(f"{field.name}__base", "numeric"),
        )

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        amount, currency = _read(value, env)
        if amount is None:
            return None
        decimals = values.setting(field, "decimals", minor_units(currency))
        return {"amount": values.as_json(values.rounded(amount, decimals)), "currency": currency}

    @override
    def bind(self, field: FieldDef, plain: Json, env: ParseEnv) -> tuple[object, ...]:
        if not isinstance(plain, dict):
            return (None, None, None)
        amount, currency = values.exact(plain["amount"]), str(plain["currency"])
        return (amount, currency, in_base(amount, currency, env))

    @override
    def plain(self, field: FieldDef, row: FromClause) -> ColumnElement[object]:
        return _unless_empty(
            field, row, ("amount", field.name), ("currency", f"{field.name}__currency")
        )

    @override
    def shown(self, field: FieldDef, row: FromClause) -> ColumnElement[object]:
        return _unless_empty(
            field,
            row,
            ("amount", field.name),
            ("currency", f"{field.name}__currency"),
            ("base", f"{field.name}__base"),
        )

    @override
    def compared(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        plain = self.parse(field, value, env)
        bound = self.bind(field, plain, env)[-1]
        return super().compared(field, op, None, env) if bound is None else bound

    @override
    def sort(self, field: FieldDef, row: FromClause) -> tuple[ColumnElement[object], ...]:
        return (_base(field, row),)


def in_base(amount: Decimal, currency: str, env: ParseEnv) -> Decimal | None:
    """Return the amount in the base currency; None when no rate is known."""
    if currency == env.base_currency:
        return amount
    rate = env.rates.get(currency)
    return None if rate is None else values.rounded(amount * rate, minor_units(env.base_currency))


def _read(value: Json, env: ParseEnv) -> tuple[Decimal | None, str]:
    before = env.before if isinstance(env.before, dict) else {}
    currency = before.get("currency") or env.base_currency
    if isinstance(value, dict):
        if not value.keys() <= _PARTS:
            raise NotMoney
        currency = value.get("currency") or currency
        value = value.get("amount")
    amount = values.number(value)
    code = currency.strip().upper() if isinstance(currency, str) else ""
    if code not in CURRENCIES:
        raise NotCurrency(currency=str(currency)[:20])
    if (
        amount is not None
        and code != env.base_currency
        and code not in env.rates
        and not env.history
    ):
        raise NoRate(currency=code)
    return amount, code


def _unless_empty(
    field: FieldDef, row: FromClause, *parts: tuple[str, str]
) -> ColumnElement[object]:
    pairs = [
        piece for key, column in parts for piece in (sa.literal_column(f"'{key}'"), row.c[column])
    ]
    return sa.case(
        (row.c[field.name].is_not(None), sa.func.jsonb_build_object(*pairs)), else_=sa.null()
    )


KIND = Money()
