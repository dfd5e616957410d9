"""Tests that belong to no single package, and what all tests share."""
