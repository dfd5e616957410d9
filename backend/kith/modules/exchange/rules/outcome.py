"""The report of a dry run or an import: counts, and the reasons for what went wrong, with a few rows each."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from kith.lib.json import Json

EXAMPLES = 5
MAX_REASONS = 100
SHOWN_DOUBLES = 100
Told = tuple[str | None, str, str]
"""A problem as people read it: the column, the code, the message in their language."""


@dataclass(slots=True)
class Reason:
    """One kind of problem in one column, how often, and where it was seen first."""

    code: str
    message: str
    column: str | None
    count: int = 0
    rows: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Report:
    """What happened so far; kept in the import's record after every chunk, so that a crash loses nothing."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    missing: dict[str, dict[str, int]] = field(default_factory=dict)
    doubles: int = 0
    duplicates: list[Json] = field(default_factory=list)
    reasons: dict[str, Reason] = field(default_factory=dict)

    def reject(self, row: int, problems: Iterable[Told]) -> None:
        """Count a row that cannot be imported, under each of its problems."""
        self.rejected += 1
        for column, code, message in problems:
            key = f"{code}:{column}"
            if key not in self.reasons and len(self.reasons) >= MAX_REASONS:
                continue
            reason = self.reasons.setdefault(key, Reason(code, message, column))
            reason.count += 1
            if len(reason.rows) < EXAMPLES:
                reason.rows.append(row)

    def will_create(self, column: str, name: str) -> None:
        """Count a linked record that is not there yet and will be created."""
        names = self.missing.setdefault(column, {})
        if name in names or len(names) < 1000:  # noqa: PLR2004 - a report is read by people
            names[name] = names.get(name, 0) + 1

    def doubled(self, row: int, label: Json, **of: Json) -> None:
        """Note a row that looks like a record (`id`) or like an earlier row (`first`)."""
        self.doubles += 1
        if len(self.duplicates) < SHOWN_DOUBLES:
            self.duplicates.append({"row": row, "label": label, **of})

    def to_json(self) -> dict[str, Json]:
        """Return the JSON form."""
        return {
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "rejected": self.rejected,
            "missing": {column: dict(names) for column, names in self.missing.items()},
            "doubles": self.doubles,
            "duplicates": list(self.duplicates),
            "reasons": [
                {
                    "code": r.code,
                    "message": r.message,
                    "column": r.column,
                    "count": r.count,
                    "rows": r.rows,
                }
                for r in sorted(self.reasons.values(), key=lambda r: -r.count)
            ],
        }

    @classmethod
    def of(cls, data: Json) -> Self:
        """Read what `to_json` wrote."""
        if not isinstance(data, dict):
            return cls()
        reasons = {
            f"{r['code']}:{r['column']}": Reason(
                r["code"], r["message"], r["column"], r["count"], list(r["rows"])
            )
            for r in data.get("reasons", [])
        }
        counts = {
            name: int(data.get(name, 0))
            for name in ("created", "updated", "unchanged", "rejected", "doubles")
        }
        missing = {c: dict(names) for c, names in data.get("missing", {}).items()}
        return cls(
            **counts, missing=missing, duplicates=list(data.get("duplicates", [])), reasons=reasons
        )
