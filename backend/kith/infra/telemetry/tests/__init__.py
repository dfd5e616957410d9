"""Tests of infra.telemetry."""
