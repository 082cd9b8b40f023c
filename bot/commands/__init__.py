"""What the command line does beside serving: a module for each command."""
