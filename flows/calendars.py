"""The calendar as the rules count it: birthdays, ages, and years that have gone by."""

from __future__ import annotations

from datetime import date, timedelta

DAY = timedelta(days=1)
# A `date` ends with 9999, and years of work are reckoned up to the anniversary after it. The
# calendar repeats itself every 400 years, so what is that late is reckoned as long before.
_CYCLE = 400
_LATE = date.max.year - _CYCLE


def age_on(born: date, on: date) -> int:
    """Return whole years on a day; someone born on 29 February has their birthday on 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def years_after(start: date, years: int) -> date:
    """Return the same day some years later; 1 March where there is no 29 February.

    Beyond the last year there is, it is the last day.
    """
    if start.year + years > date.max.year:
        return date.max
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


def day_after(day: date) -> date:
    """Return the next day; of the last there is, itself."""
    return min(day, date.max - DAY) + DAY


def years_between(start: date, day: date) -> float:
    """Return the years from one day to another: whole ones, and the part of the one begun."""
    if day.year > _LATE:
        start, day = _earlier(start), _earlier(day)
    whole = age_on(start, day)
    begun, ends = years_after(start, whole), years_after(start, whole + 1)
    return whole + (day - begun) / (ends - begun)


def first_day(start: date, line: float, told: float = 0.0) -> date:
    """Return the first day on which years told on a day, and those since, come to a line.

    They are added as they stand: 3 less 2.8 is a little more than the fifth of a year it takes.
    """
    if start.year > _LATE:
        return years_after(first_day(_earlier(start), line, told), _CYCLE)
    whole = int(line - told)
    begun, ends = years_after(start, whole), years_after(start, whole + 1)
    near = begun + timedelta(days=int((line - told - whole) * (ends - begun).days))
    while told + years_between(start, near) < line:
        near += DAY
    while near > start and told + years_between(start, near - DAY) >= line:
        near -= DAY
    return near


def _earlier(day: date) -> date:
    return day.replace(year=day.year - _CYCLE)
