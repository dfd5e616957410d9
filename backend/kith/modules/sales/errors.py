"""What can stand in the way of a deal."""

from collections.abc import Mapping
from typing import ClassVar

from typing_extensions import override

from kith.lib.errors import ErrorKind, KithError


class StageUnknown(KithError):
    """There is no stage "{stage}" in the pipeline "{pipeline}"."""

    kind: ClassVar[ErrorKind] = ErrorKind.INVALID
    code: ClassVar[str] = "sales.stage_unknown"


class DealClosed(KithError):
    """This deal is closed. Reopen it first, then change its stage."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "sales.deal_closed"


class DealOpen(KithError):
    """This deal is open; there is nothing to reopen."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "sales.deal_open"


class NoSuchStage(KithError):
    """The pipeline "{pipeline}" has no stage that ends a deal as {outcome}. An admin can add one."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "sales.no_such_stage"


class FieldsNeeded(KithError):
    """Before "{stage}", please fill in: {names}."""

    kind: ClassVar[ErrorKind] = ErrorKind.INVALID
    code: ClassVar[str] = "sales.fields_needed"

    def __init__(self, *, stage: str, labels: Mapping[str, str]) -> None:
        """Keep the missing fields, so that a screen can ask for just these."""
        super().__init__(stage=stage, names=", ".join(labels.values()))
        self.labels = labels

    @override
    def details(self) -> dict[str, object]:
        """Name each missing field, in the form that every refused field takes."""
        return {
            "fields": {
                name: {"code": "sales.field_needed", "message": label}
                for name, label in self.labels.items()
            }
        }


class LinesMissing(KithError):
    """This deal has no product lines yet."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "sales.lines_missing"
