"""What people do for a customer: tasks, meetings, calls, notes, and what comes next."""
