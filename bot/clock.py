"""The day on which somebody applies."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

HONG_KONG = timezone(timedelta(hours=8))


def today() -> date:
    """Return the day in Hong Kong (and Macao, whose clocks agree)."""
    return datetime.now(UTC).astimezone(HONG_KONG).date()
