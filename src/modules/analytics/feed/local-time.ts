/** SQL: a moment of the warehouse (UTC) as the wall clock of `zone` shows it. */
export function localTime(moment: string, zone: string): string {
  return `timezone('${checkZone(zone)}', timezone('UTC', ${moment}))`;
}

/** The zone, which goes into SQL as text. @throws RangeError when it is none */
export function checkZone(zone: string): string {
  if (!/^[A-Za-z0-9_+/-]{1,64}$/.test(zone)) throw new RangeError(`"${zone}" is no time zone`);
  // Throws on one that nobody has heard of.
  Temporal.Now.zonedDateTimeISO(zone);
  return zone;
}
