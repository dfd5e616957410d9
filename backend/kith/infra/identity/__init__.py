"""How people and programs prove who they are: passwords, sessions, API tokens, and limits on guessing."""
