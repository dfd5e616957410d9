"""Companies, the people in them, and how they know each other."""
