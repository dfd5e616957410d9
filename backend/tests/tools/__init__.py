"""Tests of the launcher and of what sums up a test run."""
