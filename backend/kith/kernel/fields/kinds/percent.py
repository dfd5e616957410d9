"""Percentages: 35 means 35 %."""

from kith.kernel.fields.kinds.number import Number


class Percent(Number):
    """A number shown with a percent sign."""

    kind = "percent"
    input = "percent"


KIND = Percent()
