"""The library of schemes: read, proofread, handed on; the data stand in `flows/schemes`."""

from flows.library.shelf import Library
from flows.rules.scheme import Scheme

__all__ = ["Library", "Scheme"]
