"""File formats: each adapter yields rows of cells with their row numbers, or says why a row is broken."""
