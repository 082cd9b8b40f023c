"""Every message that can be said, with its arguments."""
