"""What can be wrong with a formula; every message names the position, counted from 1."""

from typing import ClassVar

from typing_extensions import override

from kith.lib.errors import KithError


class FormulaProblem(KithError):
    """The formula cannot be understood at position {position}."""

    code: ClassVar[str] = "formula.invalid"

    def __init__(self, *, position: int, **params: object) -> None:
        """Keep the position of the first character that is wrong."""
        super().__init__(position=position, **params)
        self.position = position

    @override
    def details(self) -> dict[str, object]:
        """Tell machines the position too."""
        return {"position": self.position}


class Unexpected(FormulaProblem):
    """At position {position}: did not expect “{found}”."""

    code = "formula.unexpected"


class Unfinished(FormulaProblem):
    """The formula ends too early, at position {position}."""

    code = "formula.unfinished"


class TooComplex(FormulaProblem):
    """The formula is too long or too deeply nested."""

    code = "formula.too_complex"


class UnknownName(FormulaProblem):
    """At position {position}: there is no field “{name}” on “{object}”."""

    code = "formula.unknown_name"


class NotUsable(FormulaProblem):
    """At position {position}: the field “{name}” holds what formulas cannot compute with."""

    code = "formula.not_usable"


class UnknownFunction(FormulaProblem):
    """At position {position}: there is no function “{name}”. The functions are: {functions}."""

    code = "formula.unknown_function"


class WrongCount(FormulaProblem):
    """At position {position}: {name} is written {usage}."""

    code = "formula.wrong_count"


class WrongType(FormulaProblem):
    """At position {position}: expected {expected}, but this is {found}."""

    code = "formula.wrong_type"


class WrongResult(FormulaProblem):
    """The formula gives {found}, and the field is to hold {expected}."""

    code = "formula.wrong_result"


class Cycle(FormulaProblem):
    """At position {position}: the formula needs its own result, by way of {path}."""

    code = "formula.cycle"


class BadDate(FormulaProblem):
    """At position {position}: “{text}” is not a date such as 2026-11-22."""

    code = "formula.bad_date"
