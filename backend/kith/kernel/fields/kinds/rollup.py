"""A figure over the records that point here: how many, how much, the latest."""

from typing_extensions import override

from kith.kernel.fields.kinds.computed import Computed, result
from kith.kernel.fields.protocol import Column
from kith.kernel.schema import FieldDef


class Rollup(Computed):
    """A stored column that follows the changes of the children (`fields.rollup`)."""

    kind = "rollup"

    @override
    def columns(self, field: FieldDef) -> tuple[Column, ...]:
        return (Column(field.name, result(field)[0].sql_type),)


KIND = Rollup()
