"""The calendar as the rules count it: birthdays, ages, and years that have gone by."""

from __future__ import annotations

from datetime import date, timedelta

DAY = timedelta(days=1)


def age_on(born: date, on: date) -> int:
    """Whole years on a day; someone born on 29 February has their birthday on 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def years_after(start: date, years: int) -> date:
    """Return the same day some years later; 1 March where there is no 29 February."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1)


def born_between(on: date, youngest: int, oldest: int) -> tuple[date, date]:
    """Return the first and last day of birth of those whose age on a day lies between."""
    return _on_or_before(on, oldest + 1) + DAY, _on_or_before(on, youngest)


def _on_or_before(on: date, years: int) -> date:
    """Return the last day of birth of somebody who has turned so many years by a day."""
    year = on.year - years
    if year < date.min.year:
        return date.min
    try:
        return on.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def elapsed(start: date, day: date) -> float:
    """Return the years from one day to another: whole ones, and the part of the one begun."""
    whole = age_on(start, day)
    begun, ends = years_after(start, whole), years_after(start, whole + 1)
    return whole + (day - begun) / (ends - begun)


def first_day(start: date, years: float) -> date:
    """Return the first day on which so many years have gone by since a day."""
    whole = int(years)
    begun, ends = years_after(start, whole), years_after(start, whole + 1)
    near = begun + timedelta(days=int((years - whole) * (ends - begun).days))
    while elapsed(start, near) < years:
        near += DAY
    while near > start and elapsed(start, near - DAY) >= years:
        near -= DAY
    return near
