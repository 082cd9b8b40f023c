"""What the work costs on this machine."""
