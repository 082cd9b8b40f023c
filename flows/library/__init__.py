"""The library of schemes: read, proofread, handed on; the data stand in `flows/schemes`."""

from flows.library.shelf import Scheme, scheme, schemes

__all__ = ["Scheme", "scheme", "schemes"]
