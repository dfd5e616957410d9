"""What Kith promises about its speed: ratios to a reference in the same run, never absolute times."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """`cpu`: app CPU per operation, at most so many times the Litestar reference; `p50`: at most x plain PostgreSQL.

    `growth`: p50 at most so many times when there are ten times the rows.
    """

    title: str
    cpu: float
    p50: float
    growth: float


DEEP = "J1deep"

LIMITS = {
    "J1": Limit("list of 50 with filter, sort, joins, total", 1.5, 2, 1.5),
    DEEP: Limit("the same list, a page deep inside", 1.5, 2, 1.1),
    "J2": Limit("record with 20 timeline items", 2.5, 8, 1.1),
    "J3": Limit("create a record", 3, 12, 1.2),
    "J4": Limit("change stage, with audit", 2.5, 10, 1.2),
    "J5": Limit("company name fragment, top 20", 1.5, 2, 1.5),
    "J6": Limit("pipeline totals by stage", 1.5, 2, 10),
    "J7": Limit("import, per row", 3.5, 4, 1.5),
    "J8": Limit("won amount by month x owner", 1.3, 1.3, 10),
}
