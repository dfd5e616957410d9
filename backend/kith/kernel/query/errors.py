"""What can be wrong with a well-formed query on this workspace's objects; a hidden field is an unknown one."""

from typing import ClassVar

from kith.kernel.expr import QueryProblem
from kith.lib.errors import KithError


class UnknownField(QueryProblem):
    """At {place}: {object} has no field "{field}"."""

    code: ClassVar[str] = "query.unknown_field"


class NotALink(QueryProblem):
    """At {place}: "{field}" leads to no single other record, so the path cannot go on with "{rest}"."""

    code = "query.not_a_link"


class NotAChild(QueryProblem):
    """At {place}: no object has a link "{children}" that points to {object}."""

    code = "query.not_a_child"


class WrongOperator(QueryProblem):
    """At {place}: "{op}" does not work with {field} ({kind}); use one of {choices}."""

    code = "query.wrong_operator"


class WrongValue(QueryProblem):
    """At {place}: this value does not fit {field} ({kind}): {reason}"""

    code = "query.wrong_value"


class DatesOnly(KithError):
    """Relative dates belong to date fields, and their names must be known."""

    code: ClassVar[str] = "query.dates_only"


class PeopleOnly(KithError):
    """Me and my team belong to fields that hold people."""

    code: ClassVar[str] = "query.people_only"


class NoSuchDay(KithError):
    """There is no such day."""

    code: ClassVar[str] = "query.no_such_day"


class NotSortable(QueryProblem):
    """At {place}: lists cannot be sorted by {field} ({kind})."""

    code = "query.not_sortable"


class NotGroupable(QueryProblem):
    """At {place}: figures cannot be grouped by {field} ({kind})."""

    code = "query.not_groupable"


class WrongBucket(QueryProblem):
    """At {place}: {field} ({kind}) is no date, so it cannot be grouped by {bucket}."""

    code = "query.wrong_bucket"


class WrongMeasure(QueryProblem):
    """At {place}: {op} cannot be computed from {field} ({kind})."""

    code = "query.wrong_measure"


class BrokenCursor(QueryProblem):
    """At {place}: this is no cursor of this list; start again from the first page."""

    code = "query.broken_cursor"


class TooManyJoins(QueryProblem):
    """At {place}: the query follows more than {limit} different links."""

    code = "query.too_many_links"


class UnknownSort(QueryProblem):
    """At {place}: "{name}" is no figure and no key of this report; there are {choices}."""

    code = "query.unknown_sort"
