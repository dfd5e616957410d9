"""What happened, for people: timelines, histories, news."""
