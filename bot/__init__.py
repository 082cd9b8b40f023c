"""Everything that touches the outside: the terminal, the command line, files and words."""

__version__ = "0.1.0"
