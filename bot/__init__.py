"""Everything that touches the outside: the terminal, the command line, files and words."""
