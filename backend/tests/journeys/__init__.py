"""What people do in the browser, from beginning to end, on a real server."""
