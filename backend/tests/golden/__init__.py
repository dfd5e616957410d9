"""What the outside world sees, kept word for word, so that a change of it is seen and meant."""
