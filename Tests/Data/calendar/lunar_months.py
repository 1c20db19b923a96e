"""Makes lunar_months_1976_2199.csv: the first day of every month of the Vietnamese lunisolar calendar.

    pip install ephem==4.2.1 astronomy-engine==2.1.19
    python3 lunar_months.py > lunar_months_1976_2199.csv

New moons and the sun's longitude come from two ephemerides that share nothing with the program: astronomy-engine
(first_day) and PyEphem (other_first_day, where it differs). The file has one more other_first_day, added by hand: for
2054, month 4, the published tables of Ho Ngoc Duc have 7 May; they agree with one of the ephemerides everywhere else.
In these four months the new moon lies within a minute or so of midnight.
"""

import datetime
import math

import astronomy
import ephem

ZONE = 7 / 24
FIRST, LAST = 1976, 2199


class Engine:
    epoch = datetime.datetime(2000, 1, 1, 12)

    def new_moons(self, first, last):
        time = astronomy.Time.Make(first, 11, 1, 0, 0, 0)
        end = astronomy.Time.Make(last, 3, 1, 0, 0, 0).ut
        while time.ut < end:
            time = astronomy.SearchMoonPhase(0, time, 40)
            yield time.ut
            time = time.AddDays(1)

    def sun(self, instant):
        return astronomy.SunPosition(astronomy.Time(instant)).elon


class Ephem:
    epoch = datetime.datetime(1899, 12, 31, 12)

    def new_moons(self, first, last):
        time, end = ephem.Date(f"{first}/11/1"), ephem.Date(f"{last}/3/1")
        while time < end:
            time = ephem.next_new_moon(time)
            yield float(time)
            time = ephem.Date(time + 1)

    def sun(self, instant):
        date = ephem.Date(instant)
        sun = ephem.Sun(date)
        equatorial = ephem.Equatorial(sun.g_ra, sun.g_dec, epoch=date)
        return math.degrees(float(ephem.Ecliptic(equatorial, epoch=date).lon))


def months(source):
    """{(year, month, leap): first day}"""
    days = [
        (source.epoch + datetime.timedelta(days=moon + ZONE)).date() for moon in source.new_moons(FIRST - 1, LAST + 2)
    ]
    midnights = [
        (datetime.datetime.combine(day, datetime.time()) - source.epoch).total_seconds() / 86400 - ZONE for day in days
    ]
    sectors = [int(source.sun(midnight) // 30) % 12 for midnight in midnights]
    # Month 11 holds the winter solstice, where the sun passes from sector 8 to 9; a month may hold two such passages.
    eleventh = [i for i in range(len(days) - 1) if sectors[i] in (7, 8) and sectors[i + 1] in (9, 10)]
    found = {}
    for start, end in zip(eleventh, eleventh[1:]):
        year, month, leap_left = days[start].year, 11, end - start == 13
        for i in range(start, end):
            is_leap = i > start and leap_left and sectors[i] == sectors[i + 1]
            if is_leap:
                leap_left = False
            elif i > start:
                month = month % 12 + 1
                year += month == 1
            found[year, month, int(is_leap)] = days[i]
    return found


def main():
    engine, other = months(Engine()), months(Ephem())
    print("year,month,leap,first_day,other_first_day")
    for key in sorted(engine, key=engine.get):
        if FIRST <= key[0] <= LAST:
            differs = other[key] if other[key] != engine[key] else ""
            print(*key, engine[key], differs, sep=",")


main()
