"""Tests of infra.jobs."""
