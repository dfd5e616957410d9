"""What can be wrong with names of objects and fields."""

from typing import ClassVar

from kith.lib.errors import ErrorKind, KithError


class UnknownObject(KithError):
    """There is no object called “{object}”."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "catalog.unknown_object"


class UnknownField(KithError):
    """“{object}” has no field called “{field}”."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "catalog.unknown_field"


class BadDeclaration(KithError):
    """The declaration of {where} is wrong: {reason}"""

    code: ClassVar[str] = "catalog.bad_declaration"
