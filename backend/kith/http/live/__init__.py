"""The live channel: one socket per browser tab that says what changed elsewhere, inside the reader's rights."""
