"""What can go wrong with a record; every message says what to do next."""

from collections.abc import Mapping
from typing import ClassVar

from typing_extensions import override

from kith.lib.errors import ErrorKind, KithError
from kith.lib.json import Json


class RecordNotFound(KithError):
    """There is no such {label}, or you may not see it."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "records.not_found"


class NotYours(KithError):
    """You may see this {label}, but not change it."""

    kind: ClassVar[ErrorKind] = ErrorKind.FORBIDDEN
    code: ClassVar[str] = "records.not_yours"


class FieldProblems(KithError):
    """Some fields need attention: {fields}."""

    code: ClassVar[str] = "records.invalid"

    def __init__(self, problems: Mapping[str, KithError]) -> None:
        """Keep one error per field, so that a form can show each beside its field."""
        super().__init__(fields=", ".join(problems))
        self.problems = dict(problems)

    @override
    def details(self) -> dict[str, object]:
        """One code and message per field."""
        return {
            "fields": {
                name: {"code": problem.code, "message": problem.message}
                for name, problem in self.problems.items()
            }
        }


class RequiredField(KithError):
    """Please fill this in."""

    code: ClassVar[str] = "records.required"


class UnknownField(KithError):
    """There is no field of this name, or you may not see it."""

    code: ClassVar[str] = "records.unknown_field"


class ReadonlyField(KithError):
    """You cannot change this field."""

    kind: ClassVar[ErrorKind] = ErrorKind.FORBIDDEN
    code: ClassVar[str] = "records.readonly_field"


class Duplicate(KithError):
    """Another record already has this value."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "records.duplicate"


class TargetNotFound(KithError):
    """The record to link to is not there, or you may not see it."""

    code: ClassVar[str] = "records.target_not_found"


class RuleBroken(KithError):
    """{message}"""

    code: ClassVar[str] = "records.rule_broken"


class Conflict(KithError):
    """Somebody else changed the same fields in the meantime: {fields}."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "records.conflict"

    def __init__(self, current: Json, fields: Mapping[str, Mapping[str, Json]]) -> None:
        """Keep the record as it is now, and yours, theirs and before for every field in dispute."""
        super().__init__(fields=", ".join(fields))
        self.current = current
        self.fields = fields

    @override
    def details(self) -> dict[str, object]:
        """Both sides, field by field."""
        return {"current": self.current, "fields": dict(self.fields)}


class KeyTaken(KithError):
    """This idempotency key was used a moment ago."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "records.key_taken"


class KeyReused(KithError):
    """This idempotency key was already used for a different request."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "records.key_reused"


class CannotMerge(KithError):
    """A record can only be merged with other records of the same kind."""

    code: ClassVar[str] = "records.cannot_merge"


class ChangeNotFound(KithError):
    """There is no such change, or you may not see it."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "records.change_not_found"


class TooLateToUndo(KithError):
    """Changes can be undone for {days} days; this one is older."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "records.too_late_to_undo"


class AlreadyUndone(KithError):
    """This has already been undone."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "records.already_undone"


class CannotUndo(KithError):
    """A change of the kind "{action}" cannot be undone."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "records.cannot_undo"


class ChangedSince(KithError):
    """It was changed again since, so it stays as it is."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "records.changed_since"


class TooManyRecords(KithError):
    """At most {limit} records can be changed at once; these are {count}."""

    kind: ClassVar[ErrorKind] = ErrorKind.TOO_LARGE
    code: ClassVar[str] = "records.too_many"


class Circular(KithError):
    """This would go round in a circle: nothing can be above itself."""

    code: ClassVar[str] = "records.circular"


class ShareNobody(KithError):
    """There is no such colleague, unit or group."""

    code: ClassVar[str] = "records.share_nobody"


class TooManyShares(KithError):
    """One record can be shared with {limit} people, units and groups at most."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "records.too_many_shares"
