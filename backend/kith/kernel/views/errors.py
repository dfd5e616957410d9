"""What can be wrong with a view."""

from typing import ClassVar

from typing_extensions import override

from kith.lib.errors import ErrorKind, KithError


class ViewNotFound(KithError):
    """This view is not there any more."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "view.not_found"


class NotYourView(KithError):
    """This view belongs to {owner}; save your own copy to change it."""

    kind: ClassVar[ErrorKind] = ErrorKind.FORBIDDEN
    code: ClassVar[str] = "view.not_yours"


class StandardView(KithError):
    """This view comes with Kith; save your own copy to change it."""

    kind: ClassVar[ErrorKind] = ErrorKind.FORBIDDEN
    code: ClassVar[str] = "view.standard"


class WrongView(KithError):
    """At {place}: expected {expected}."""

    code: ClassVar[str] = "view.invalid"

    @override
    def details(self) -> dict[str, object]:
        """Tell machines the place too."""
        return {"place": self.params.get("place")}


class TooManyViews(KithError):
    """You have {limit} views here already; delete some first."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "view.too_many"


class LensNotFound(KithError):
    """There is no such lens, or it is not shared with you."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "lens.not_found"


class NotYourLens(KithError):
    """This lens belongs to {owner}; make a copy of your own."""

    kind: ClassVar[ErrorKind] = ErrorKind.FORBIDDEN
    code: ClassVar[str] = "lens.not_yours"


class TooManyLenses(KithError):
    """You have {limit} lenses already; remove some first."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "lens.too_many"


class WrongLens(KithError):
    """At {place}: expected {expected}."""

    code: ClassVar[str] = "lens.invalid"

    @override
    def details(self) -> dict[str, object]:
        """Tell machines the place too."""
        return {"place": self.params.get("place")}
