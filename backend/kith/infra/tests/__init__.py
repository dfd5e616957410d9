"""Tests of settings and processes."""
