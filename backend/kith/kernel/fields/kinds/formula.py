"""A value computed from other fields of the record, or of records that it links to."""

from collections.abc import Mapping

from typing_extensions import override

from kith.kernel.fields.formula.functions import FUNCTIONS
from kith.kernel.fields.kinds.computed import Computed, result
from kith.kernel.fields.protocol import Column
from kith.kernel.schema import FieldDef
from kith.lib.json import Json


class Formula(Computed):
    """A virtual column where the catalog found the expression local and steady (`config.sql`), else none.

    Without a column the query expands the expression (`fields.formula.expression`).
    """

    kind = "formula"

    @override
    def columns(self, field: FieldDef) -> tuple[Column, ...]:
        sql = field.config.get("sql")
        if not isinstance(sql, str):
            return ()
        return (Column(field.name, result(field)[0].sql_type, generated=sql),)

    @override
    def hints(self, field: FieldDef) -> Mapping[str, Json]:
        usage = {name: function.usage for name, function in FUNCTIONS.items()}
        return {**super().hints(field), "functions": usage}


KIND = Formula()
