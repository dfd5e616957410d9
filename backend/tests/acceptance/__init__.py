"""Whole servers, started and stopped as a person would."""
