"""Tests of infra.bus."""
