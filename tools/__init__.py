"""What builds, checks and starts Kith; nothing here runs in production."""
