"""What can be wrong with a change of objects and fields; each message says what to do instead."""

from typing import ClassVar

from typing_extensions import override

from kith.lib.errors import ErrorKind, KithError


class DesignProblem(KithError):
    """This change of objects and fields is not possible: {reason}."""

    code: ClassVar[str] = "design.invalid"

    @override
    def details(self) -> dict[str, object]:
        """Tell machines the place too, where there is one."""
        place = self.params.get("place")
        return {} if place is None else {"place": place}


class UnknownSetting(DesignProblem):
    """At {place}: there is no setting called “{name}”. The settings are: {choices}."""

    code = "design.unknown_setting"


class WrongSetting(DesignProblem):
    """At {place}: expected {expected}."""

    code = "design.wrong_setting"


class LabelMissing(DesignProblem):
    """Give it a label of at most {max} characters."""

    code = "design.label_missing"


class BadName(DesignProblem):
    """“{name}” cannot be a name: small letters, digits and single _ between them, a letter first, at most {max}."""

    code = "design.bad_name"


class NameTaken(DesignProblem):
    """The name “{name}” is taken, perhaps by something removed in the last {days} days. Choose another one."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code = "design.name_taken"


class TooManyFields(DesignProblem):
    """{object} has {max} fields already; more do not fit into one object."""

    code = "design.too_many_fields"


class TooManyObjects(DesignProblem):
    """This workspace has {max} objects of its own already."""

    code = "design.too_many_objects"


class TargetMissing(DesignProblem):
    """Say to which object the field links; there is none called “{to}”."""

    code = "design.target_missing"


class TooManyOptions(DesignProblem):
    """A field can have at most {max} options."""

    code = "design.too_many_options"


class BadOption(DesignProblem):
    """At {place}: {reason}."""

    code = "design.bad_option"


class OptionInUse(DesignProblem):
    """{count} records hold the option “{option}”. Retire it instead: they keep it, and nobody can pick it any more."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code = "design.option_in_use"


class NotForKind(DesignProblem):
    """A field of kind {kind} cannot be {property}."""

    code = "design.not_for_kind"


class BadDefault(DesignProblem):
    """The default does not fit: {reason}"""

    code = "design.bad_default"


class BrokenFormula(DesignProblem):
    """This would break the formula of {place}: {problem}"""

    code = "design.broken_formula"


class InUse(DesignProblem):
    """“{name}” is used by {users}. Change these first."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code = "design.in_use"


class Standard(DesignProblem):
    """“{name}” comes with Kith, so this cannot be changed. You can take it off the layout instead."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code = "design.standard"


class NothingRemoved(DesignProblem):
    """There is nothing called “{name}” that could be brought back."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code = "design.nothing_removed"


class Duplicates(DesignProblem):
    """{count} values stand in more than one record, so the field cannot be unique: {examples}."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code = "design.duplicates"


class RowsBlock(DesignProblem):
    """{count} of {total} records hold values that do not fit the new kind. Nothing was changed."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code = "design.rows_block"

    def __init__(self, *, rows: list[dict[str, object]], **params: object) -> None:
        """Keep the first rows that block."""
        super().__init__(**params)
        self.rows = rows

    @override
    def details(self) -> dict[str, object]:
        """List the first rows that block: id, value, message."""
        return {"rows": self.rows, **self.params}


class RuleNotFound(KithError):
    """There is no such sharing rule; somebody may have removed it."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "design.rule_not_found"
