"""Tests of the supervisor, on real servers."""
