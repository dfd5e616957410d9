"""Every function and operator of formulas. None of them can fail on any row: a bad value gives an empty result."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from kith.kernel.fields.formula.types import Sql, infix, lowered, numeric, text_literal

Arguments = tuple[Sql, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What some functions need besides their arguments: the time zone, and the reader's today and now."""

    timezone: str
    today: Sql
    now: Sql


@dataclass(frozen=True, slots=True)
class Function:
    """`usage` is its signature: types, "?" may be left out, "+" one or more; "same" are of one type.

    A function that is not steady gives different answers at different times, so it is computed when read.
    """

    usage: str
    build: Callable[[Arguments, Surroundings], Sql]
    is_steady: bool = True

    @property
    def parameters(self) -> tuple[str, ...]:
        """The types of the parameters."""
        return tuple(self.usage.partition(" -> ")[0].split())

    @property
    def result(self) -> str:
        """The type of the result; "same" is that of the arguments declared so."""
        return self.usage.partition(" -> ")[2]


_MOST_DAYS = 1_500_000
_MOST_MONTHS = 48_000
_LONG = 100_000
_NUMBER = "^[[:space:]]*[+-]?[0-9]{1,15}([.][0-9]{1,15})?[[:space:]]*$"


def _simple(name: str) -> Callable[[Arguments, Surroundings], Sql]:
    return lambda a, _: getattr(sa.func, name)(*a)


def _sign(sign: str) -> Callable[[Arguments, Surroundings], Sql]:
    return lambda a, _: infix(a[0], sign, a[1])


def _compared(sign: str) -> Callable[[Arguments, Surroundings], Sql]:
    return lambda a, _: sa.type_coerce(infix(a[0], sign, a[1]), sa.Boolean())


def bounded(sql: Sql, limit: int) -> Sql:
    """Return a number that is at most so far from zero."""
    low: Sql = sa.literal_column(f"-{limit}")
    high: Sql = sa.literal_column(f"{limit}")
    return sa.func.least(sa.func.greatest(sql, low), high)


def _whole(sql: Sql, limit: int) -> Sql:
    return sa.cast(bounded(sa.func.trunc(sql), limit), sa.Integer())


def _joined(arguments: Arguments, _: Surroundings) -> Sql:
    parts = [sa.func.coalesce(part, text_literal("")) for part in arguments]
    found: Sql = parts[0]
    for part in parts[1:]:
        found = infix(found, "||", part)
    return found


def _if(arguments: Arguments, _: Surroundings) -> Sql:
    condition, then, *rest = arguments
    return sa.case((condition, then), else_=rest[0] if rest else sa.null())


def _round(arguments: Arguments, _: Surroundings) -> Sql:
    digits = _whole(arguments[1], 10) if len(arguments) > 1 else sa.literal_column("0")
    return sa.func.round(arguments[0], digits)


def _mid(arguments: Arguments, _: Surroundings) -> Sql:
    start = sa.func.greatest(_whole(arguments[1], _LONG), sa.literal_column("1"))
    size = sa.func.greatest(_whole(arguments[2], _LONG), sa.literal_column("0"))
    return sa.func.substr(arguments[0], start, size)


def _contains(arguments: Arguments, _: Surroundings) -> Sql:
    place = sa.func.strpos(lowered(arguments[0]), lowered(arguments[1]))
    return place > sa.literal_column("0")


def _starts(arguments: Arguments, _: Surroundings) -> Sql:
    return sa.func.starts_with(lowered(arguments[0]), lowered(arguments[1]))


def _ends(arguments: Arguments, _: Surroundings) -> Sql:
    tail = sa.func.right(arguments[0], sa.func.length(arguments[1]))
    return sa.func.lower(tail) == lowered(arguments[1])


def _to_number(arguments: Arguments, _: Surroundings) -> Sql:
    is_number = infix(arguments[0], "~", text_literal(_NUMBER))
    return sa.case((is_number, numeric(sa.func.trim(arguments[0]))), else_=sa.null())


def _part(name: str) -> Callable[[Arguments, Surroundings], Sql]:
    return lambda a, _: numeric(sa.extract(name, a[0]))


def _add_days(arguments: Arguments, _: Surroundings) -> Sql:
    return while_real(arguments[0], infix(arguments[0], "+", _whole(arguments[1], _MOST_DAYS)))


def _add_months(arguments: Arguments, _: Surroundings) -> Sql:
    months = sa.func.make_interval(sa.literal_column("0"), _whole(arguments[1], _MOST_MONTHS))
    return while_real(arguments[0], sa.cast(infix(arguments[0], "+", months), sa.Date()))


def while_real(date: Sql, result: Sql) -> Sql:
    """Return the result while the date is in the years 1 to 9999, else nothing: before PostgreSQL refuses."""
    is_real = date.between(
        sa.literal_column("date '0001-01-01'"), sa.literal_column("date '9999-12-31'")
    )
    return sa.case((is_real, result), else_=sa.null())


def _date(arguments: Arguments, surroundings: Surroundings) -> Sql:
    year, month, day = arguments
    first = sa.literal_column("date '2000-01-01'", sa.Date())
    months = (year - sa.literal_column("2000")) * sa.literal_column("12") + month
    start = _add_months((first, months - sa.literal_column("1")), surroundings)
    is_real = sa.and_(_between(year, 1, 9999), _between(month, 1, 12), _between(day, 1, 31))
    return sa.case((is_real, start + _whole(day, 31) - sa.literal_column("1")), else_=sa.null())


def moment_while_real(moment: Sql) -> Sql:
    """Return a moment in the years 1 to 9999, else nothing."""
    first: Sql = sa.literal_column("timestamptz '0001-01-02 00:00:00+00'")
    last: Sql = sa.literal_column("timestamptz '9999-12-30 00:00:00+00'")
    return sa.case((moment.between(first, last), moment), else_=sa.null())


def _between(sql: Sql, low: int, high: int) -> Sql:
    return sql.between(sa.literal_column(str(low)), sa.literal_column(str(high)))


def _day(arguments: Arguments, surroundings: Surroundings) -> Sql:
    zone = text_literal(surroundings.timezone)
    return sa.cast(sa.func.timezone(zone, arguments[0]), sa.Date())


def _months_between(arguments: Arguments, _: Surroundings) -> Sql:
    years = sa.extract("year", arguments[1]) - sa.extract("year", arguments[0])
    months = sa.extract("month", arguments[1]) - sa.extract("month", arguments[0])
    return numeric(years * sa.literal_column("12") + months)


def _month_start(arguments: Arguments, _: Surroundings) -> Sql:
    day = numeric(sa.extract("day", arguments[0]))
    return infix(arguments[0], "-", sa.cast(day, sa.Integer()) - sa.literal_column("1"))


def _hours(arguments: Arguments, _: Surroundings) -> Sql:
    seconds = sa.extract("epoch", infix(arguments[1], "-", arguments[0]))
    return sa.func.round(numeric(seconds) / sa.literal_column("3600"), sa.literal_column("4"))


def _days_apart(arguments: Arguments, surroundings: Surroundings) -> Sql:
    return _hours((arguments[1], arguments[0]), surroundings) / sa.literal_column("24")


def _day_start(arguments: Arguments, surroundings: Surroundings) -> Sql:
    zone = text_literal(surroundings.timezone)
    return sa.func.timezone(zone, sa.cast(arguments[0], sa.DateTime()))


FUNCTIONS: Mapping[str, Function] = {
    "if": Function("checkbox same same? -> same", _if),
    "coalesce": Function("same+ -> same", _simple("coalesce")),
    "min": Function("same+ -> same", _simple("least")),
    "max": Function("same+ -> same", _simple("greatest")),
    "is_empty": Function("any -> checkbox", lambda a, _: a[0].is_(None)),
    "round": Function("number number? -> number", _round),
    "floor": Function("number -> number", _simple("floor")),
    "ceil": Function("number -> number", _simple("ceil")),
    "abs": Function("number -> number", _simple("abs")),
    "number": Function("text -> number", _to_number),
    "concat": Function("word+ -> text", _joined),
    "lower": Function("text -> text", _simple("lower")),
    "upper": Function("text -> text", _simple("upper")),
    "trim": Function("text -> text", _simple("btrim")),
    "left": Function("text number -> text", lambda a, _: sa.func.left(a[0], _whole(a[1], _LONG))),
    "right": Function("text number -> text", lambda a, _: sa.func.right(a[0], _whole(a[1], _LONG))),
    "mid": Function("text number number -> text", _mid),
    "length": Function("text -> number", lambda a, _: numeric(sa.func.length(a[0]))),
    "replace": Function("text text text -> text", _simple("replace")),
    "contains": Function("text text -> checkbox", _contains),
    "starts": Function("text text -> checkbox", _starts),
    "ends": Function("text text -> checkbox", _ends),
    "text": Function("word -> text", lambda a, _: a[0]),
    "has": Function("list text -> checkbox", lambda a, _: a[1] == sa.func.any(a[0])),
    "count": Function("list -> number", lambda a, _: numeric(sa.func.cardinality(a[0]))),
    "today": Function(" -> date", lambda _, s: s.today, is_steady=False),
    "now": Function(" -> datetime", lambda _, s: s.now, is_steady=False),
    "date": Function("number number number -> date", _date),
    "day_of": Function("datetime -> date", _day),
    "start_of_day": Function("date -> datetime", _day_start),
    "year": Function("date -> number", _part("year")),
    "quarter": Function("date -> number", _part("quarter")),
    "month": Function("date -> number", _part("month")),
    "day": Function("date -> number", _part("day")),
    "weekday": Function("date -> number", _part("isodow")),
    "days_between": Function("date date -> number", lambda a, _: numeric(infix(a[1], "-", a[0]))),
    "months_between": Function("date date -> number", _months_between),
    "hours_between": Function("datetime datetime -> number", _hours),
    "add_days": Function("date number -> date", _add_days),
    "add_months": Function("date number -> date", _add_months),
    "start_of_month": Function("date -> date", _month_start),
}

OPERATORS: Mapping[str, tuple[Function, ...]] = {
    "+": (
        Function("number number -> number", _sign("+")),
        Function("date number -> date", _add_days),
    ),
    "-": (
        Function("number number -> number", _sign("-")),
        Function("datetime datetime -> number", _days_apart),
        Function("date date -> number", lambda a, _: numeric(infix(a[0], "-", a[1]))),
        Function("date number -> date", lambda a, s: _add_days((a[0], -a[1]), s)),
    ),
    "*": (Function("number number -> number", _sign("*")),),
    "/": (
        Function(
            "number number -> number",
            lambda a, _: infix(a[0], "/", sa.func.nullif(a[1], sa.literal_column("0"))),
        ),
    ),
    "%": (
        Function(
            "number number -> number",
            lambda a, _: sa.func.mod(a[0], sa.func.nullif(a[1], sa.literal_column("0"))),
        ),
    ),
    "negative": (Function("number -> number", lambda a, _: -a[0]),),
    "&": (Function("word word -> text", _joined),),
    "=": (Function("same same -> checkbox", _compared("=")),),
    "!=": (Function("same same -> checkbox", _compared("is distinct from")),),
    "<": (Function("same same -> checkbox", _compared("<")),),
    "<=": (Function("same same -> checkbox", _compared("<=")),),
    ">": (Function("same same -> checkbox", _compared(">")),),
    ">=": (Function("same same -> checkbox", _compared(">=")),),
    "and": (Function("checkbox checkbox -> checkbox", lambda a, _: sa.and_(*a)),),
    "or": (Function("checkbox checkbox -> checkbox", lambda a, _: sa.or_(*a)),),
    "not": (
        Function("checkbox -> checkbox", lambda a, _: sa.not_(sa.func.coalesce(a[0], sa.false()))),
    ),
}

COLLATED = frozenset({"lower", "upper", "number", "<", "<=", ">", ">="})
"""PostgreSQL refuses these in a generated column where they compute with constants alone,"""
SEARCHING = frozenset({"contains", "starts", "ends"})
"""and these where one side is computed from constants alone."""
