/**
 * Public holidays on which carriers neither fetch nor deliver in the whole country, as data: fixed days and days from
 * Easter Sunday. Days of single regions and those on "the last Monday" are left out: an estimate may be a day early
 * there. From the countries' laws; US: 5 U.S.C. 6103 as far as parcel carriers keep it.
 */
const HOLIDAYS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AT: '01-01 01-06 E+1 05-01 E+39 E+50 E+60 08-15 10-26 11-01 12-08 12-25 12-26',
    BE: '01-01 E+1 05-01 E+39 E+50 07-21 08-15 11-01 11-11 12-25',
    CH: '01-01 E-2 E+1 E+39 E+50 08-01 12-25 12-26',
    CZ: '01-01 E-2 E+1 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26',
    DE: '01-01 E-2 E+1 05-01 E+39 E+50 10-03 12-25 12-26',
    DK: '01-01 E-3 E-2 E+1 E+39 E+50 06-05 12-25 12-26',
    ES: '01-01 01-06 E-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25',
    FI: '01-01 01-06 E-2 E+1 05-01 E+39 12-06 12-24 12-25 12-26',
    FR: '01-01 E+1 05-01 05-08 E+39 E+50 07-14 08-15 11-01 11-11 12-25',
    GB: '01-01 E-2 E+1 12-25 12-26',
    IE: '01-01 03-17 E+1 12-25 12-26',
    IT: '01-01 01-06 E+1 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26',
    LU: '01-01 E+1 05-01 05-09 E+39 E+50 06-23 08-15 11-01 12-25 12-26',
    NL: '01-01 E+1 04-27 E+39 E+50 12-25 12-26',
    NO: '01-01 E-3 E-2 E+1 05-01 05-17 E+39 E+50 12-25 12-26',
    PL: '01-01 01-06 E+1 05-01 05-03 E+60 08-15 11-01 11-11 12-24 12-25 12-26',
    PT: '01-01 E-2 04-25 05-01 E+60 06-10 08-15 10-05 11-01 12-01 12-08 12-25',
    SE: '01-01 01-06 E-2 E+1 05-01 E+39 06-06 12-24 12-25 12-26',
    US: '01-01 06-19 07-04 12-25',
  }),
);

/** Whether parcels travel in this country that day: neither a weekend nor a holiday there. */
export function isBusinessDay(day: Temporal.PlainDate, country: string): boolean {
  if (day.dayOfWeek >= 6) return false;
  const easter = easterSunday(day.year);
  const fromEaster = easter.until(day, { largestUnit: 'days' }).days;
  const names = new Set((HOLIDAYS.get(country) ?? '').split(' '));
  return !names.has(day.toString().slice(5)) && !names.has(`E${fromEaster < 0 ? '' : '+'}${fromEaster}`);
}

/** Western Easter by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991, chapter 8). */
export function easterSunday(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return new Temporal.PlainDate(year, Math.floor(days / 31), (days % 31) + 1);
}
