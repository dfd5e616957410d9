"""Tests of infra.blobs."""
