"""Amounts of money: exact, with their currency."""

from dataclasses import dataclass
from decimal import Decimal

# ISO 4217 minor units that differ from two digits.
MINOR_UNITS = {
    "JPY": 0,
    "KRW": 0,
    "VND": 0,
    "CLP": 0,
    "ISK": 0,
    "BHD": 3,
    "KWD": 3,
    "JOD": 3,
    "OMR": 3,
    "TND": 3,
}


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (ISO 4217 code)."""

    amount: Decimal
    currency: str


def minor_units(currency: str) -> int:
    """Return how many digits after the point the currency uses."""
    return MINOR_UNITS.get(currency, 2)
