"""Deep links: the payload with which a conversation is opened, and the route it asks for."""

from __future__ import annotations

# What stands in links out there, such as t.me/<bot>?start=qmas; none may be taken away.
ROUTES = {"qmas": "hk-qmas-gpt", "achievement": "hk-qmas-apt", "macao": "mo-technical"}
# The link that is offered where no route was asked for.
FIRST = "qmas"


def route_of(link: str) -> str | None:
    """Return the scheme that a link asks for; None for a link that is not known."""
    return ROUTES.get(link)
