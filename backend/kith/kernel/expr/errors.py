"""What can be wrong with a query; every error names the place."""

from typing import ClassVar

from typing_extensions import override

from kith.lib.errors import KithError


class QueryProblem(KithError):
    """The query cannot be understood at {place}: {reason}"""

    code: ClassVar[str] = "query.invalid"

    def __init__(self, *, place: str, **params: object) -> None:
        """Keep the place, such as `where.and[2].field`."""
        super().__init__(place=place, **params)
        self.place = place

    @override
    def details(self) -> dict[str, object]:
        """Tell machines the place too."""
        return {"place": self.place}


class UnknownWord(QueryProblem):
    """At {place}: "{word}" is not one of {choices}."""

    code = "query.unknown_word"


class WrongShape(QueryProblem):
    """At {place}: expected {expected}."""

    code = "query.wrong_shape"


class TooDeep(QueryProblem):
    """At {place}: the filter is nested more than {limit} levels deep or has more than {nodes} conditions."""

    code = "query.too_deep"


class PathTooLong(QueryProblem):
    """At {place}: "{path}" follows more than {limit} links."""

    code = "query.path_too_long"
