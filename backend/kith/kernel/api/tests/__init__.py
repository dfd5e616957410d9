"""Tests of what the kernel offers as a whole."""
