"""What can go wrong among people."""

from typing import ClassVar

from kith.lib.errors import ErrorKind, KithError


class EndsMissing(KithError):
    """A relation needs somebody at both ends: pick a contact or an account on either side."""

    kind: ClassVar[ErrorKind] = ErrorKind.INVALID
    code: ClassVar[str] = "people.ends_missing"


class TooManyEnds(KithError):
    """A relation has one contact or one account at each end, not both."""

    kind: ClassVar[ErrorKind] = ErrorKind.INVALID
    code: ClassVar[str] = "people.too_many_ends"


class SameEnds(KithError):
    """Nobody has a relation with themselves: pick somebody else at one end."""

    kind: ClassVar[ErrorKind] = ErrorKind.INVALID
    code: ClassVar[str] = "people.same_ends"


class OwnParent(KithError):
    """A company cannot belong to itself."""

    kind: ClassVar[ErrorKind] = ErrorKind.INVALID
    code: ClassVar[str] = "people.own_parent"


class NoExamples(KithError):
    """There is no example data in this workspace."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "people.no_examples"
