"""What tests share: servers, databases, workspaces."""
