"""Due dates by a second hand: prints what the test beside this file compares the product's calendar with.

    python3 -m venv /tmp/oracle && /tmp/oracle/bin/pip install holidays==0.109 tzdata==2026.6
    /tmp/oracle/bin/python make.py > due.txt

Nothing of the product is used: Python's own datetime and zoneinfo, the holidays of the package, and the weekend
of infra/policy/holidays.toml (Saturday and Sunday). The same versions print the same file.
"""

import calendar
import random
from datetime import datetime, timedelta
from importlib.metadata import version
from zoneinfo import ZoneInfo

import holidays

COUNT = 10_000
YEARS = (2026, 2027, 2028)
IST = ZoneInfo("Asia/Kolkata")
UTC = ZoneInfo("UTC")
WEEKEND = (5, 6)
OFF = dict(holidays.country_holidays("IN", subdiv="UP", years=YEARS))
FIRST = datetime(2026, 1, 1, tzinfo=IST)
LENGTH = (datetime(2028, 1, 1, tzinfo=IST) - FIRST).days


def last_second(day):
    return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=IST)


def due(start, kind, n):
    """When it runs out, as the forms and Acts count it."""
    if kind == "H":
        return (start.astimezone(UTC) + timedelta(hours=n)).astimezone(IST)
    day = start.astimezone(IST).date()
    if kind == "D":
        return last_second(day + timedelta(days=n))
    if kind == "W":
        while n:
            day += timedelta(days=1)
            n -= day.weekday() not in WEEKEND and day not in OFF
        return last_second(day)
    months = day.year * 12 + day.month - 1 + n
    year, month = months // 12, months % 12 + 1
    return last_second(day.replace(year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1])))


def midnight(dice):
    """Within two minutes of a midnight in India."""
    return FIRST + timedelta(days=dice.randrange(1, LENGTH), seconds=dice.randint(-120, 120))


def month_end(dice):
    year, month = dice.choice(YEARS[:2]), dice.randint(1, 12)
    day = calendar.monthrange(year, month)[1] - dice.randint(0, 3)
    return datetime(year, month, day, tzinfo=IST) + timedelta(seconds=dice.randrange(86_400))


def near_holiday(dice):
    day = dice.choice(sorted(d for d in OFF if d.year in YEARS[:2])) + timedelta(days=dice.randint(-4, 1))
    return datetime(day.year, day.month, day.day, tzinfo=IST) + timedelta(seconds=dice.randrange(86_400))


def any_time(dice):
    return FIRST + timedelta(seconds=dice.randrange(LENGTH * 86_400))


def deadline(dice):
    kind = dice.choice("HDWWWM")
    most = {"H": 96, "D": 90, "W": 30, "M": 14}[kind]
    usual = {"H": (1, 4, 24, 72), "D": (3, 14, 21, 90), "W": (1, 2, 5, 10), "M": (1, 2, 3, 12)}[kind]
    return kind, dice.choice(usual) if dice.random() < 0.5 else dice.randint(1, most)


def main():
    dice = random.Random(193)
    print(f"# PyPI holidays {version('holidays')}, country IN, subdivision UP. Made by make.py.")
    print("# Then: start, length (Hours, Days, Working days, Months), due; moments in seconds since 1970.")
    for day, name in sorted(OFF.items()):
        print(f"holiday {day} {name}")
    for n in range(COUNT):
        start = (midnight, month_end, near_holiday, any_time)[n % 4](dice)
        kind, count = deadline(dice)
        print(f"{int(start.timestamp())} {kind}{count} {int(due(start, kind, count).timestamp())}")


main()
