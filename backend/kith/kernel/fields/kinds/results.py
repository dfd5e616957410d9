"""The kinds that a formula or a roll-up may result in."""

from collections.abc import Mapping

from kith.kernel.fields.kinds import checkbox, date, datetime, integer, number, percent, text
from kith.kernel.fields.scalar import Scalar

RESULTS: Mapping[str, Scalar] = {
    "text": text.KIND,
    "integer": integer.KIND,
    "number": number.KIND,
    "percent": percent.KIND,
    "money": number.KIND,
    "date": date.KIND,
    "datetime": datetime.KIND,
    "checkbox": checkbox.KIND,
}
"""Money is a bare number here: always in the workspace's base currency."""
