"""Schemes: one folder each, one YAML file an edition, beside its sources and dated lists."""

from flows.schemes.shelf import Scheme, scheme, schemes

__all__ = ["Scheme", "scheme", "schemes"]
