import { isBusinessDay } from './holidays.ts';

export type DeliveryDates = { readonly earliest: Temporal.PlainDate; readonly latest: Temporal.PlainDate };

/**
 * When goods ordered now are likely to arrive, or `undefined` where the method does not say how long it takes. They leave
 * on the first business day of the sender's country, the next one after the cut-off time; then the method's days are
 * counted in business days of the receiver's country.
 *
 * @param timeZone of the place they are sent from
 * @example
 * // Friday 16:00 with a cut-off at 14:00 and 1 to 2 days: they leave on Monday and arrive on Tuesday or Wednesday.
 */
export function deliveryDates(
  option: { readonly minDays?: number; readonly maxDays?: number; readonly cutOff?: string },
  at: {
    readonly now: Temporal.Instant;
    readonly timeZone: string;
    readonly fromCountry: string;
    readonly toCountry: string;
  },
): DeliveryDates | undefined {
  const { minDays = option.maxDays, maxDays = option.minDays } = option;
  if (minDays === undefined || maxDays === undefined) return undefined;
  const local = at.now.toZonedDateTimeISO(at.timeZone);
  const cutOff = option.cutOff === undefined ? undefined : Temporal.PlainTime.from(option.cutOff);
  const isLate = cutOff !== undefined && Temporal.PlainTime.compare(local.toPlainTime(), cutOff) > 0;
  const today = local.toPlainDate();
  const leaves = businessDay(isLate ? today.add({ days: 1 }) : today, at.fromCountry);
  return {
    earliest: afterBusinessDays(leaves, minDays, at.toCountry),
    latest: afterBusinessDays(leaves, maxDays, at.toCountry),
  };
}

/** The day itself, or the next on which parcels travel. */
function businessDay(day: Temporal.PlainDate, country: string): Temporal.PlainDate {
  let next = day;
  while (!isBusinessDay(next, country)) next = next.add({ days: 1 });
  return next;
}

function afterBusinessDays(day: Temporal.PlainDate, count: number, country: string): Temporal.PlainDate {
  let next = day;
  for (let passed = 0; passed < count; passed += 1) next = businessDay(next.add({ days: 1 }), country);
  return businessDay(next, country);
}
