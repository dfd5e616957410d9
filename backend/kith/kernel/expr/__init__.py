"""The query language as data: filters, sorts, pages and aggregates, parsed from JSON."""

from kith.kernel.expr.errors import QueryProblem
from kith.kernel.expr.nodes import (
    Aggregate,
    And,
    Children,
    Compare,
    Filter,
    Group,
    Me,
    Measure,
    MyTeam,
    Not,
    Nothing,
    Or,
    Path,
    Query,
    Relative,
    Sort,
    Text,
    both,
)
from kith.kernel.expr.parse import parse_aggregate, parse_filter, parse_query

__all__ = [
    "Aggregate",
    "And",
    "Children",
    "Compare",
    "Filter",
    "Group",
    "Me",
    "Measure",
    "MyTeam",
    "Not",
    "Nothing",
    "Or",
    "Path",
    "Query",
    "QueryProblem",
    "Relative",
    "Sort",
    "Text",
    "both",
    "parse_aggregate",
    "parse_filter",
    "parse_query",
]
