"""Finds out what is wrong with an installation, and names the cure."""

from kith.main.doctor.checks import CHECKS
from kith.main.doctor.finding import Finding, Grade

__all__ = ["CHECKS", "Finding", "Grade"]
