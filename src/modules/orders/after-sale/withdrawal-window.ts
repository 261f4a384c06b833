const DAYS = 14;
const SATURDAY = 6;
const MONTHS_IF_UNTOLD = 12;

/**
 * The first moment at which a consumer can no longer withdraw, or `undefined` while the last parcel is not delivered:
 * the period has not begun and withdrawing is possible at any time.
 *
 * Directive 2011/83/EU, article 9 (1) and (2)(b)(i): 14 days from the day on which the last good is acquired; article
 * 10 (1): twelve months more where the shop did not inform of the right. Regulation (EEC) 1182/71, article 3: the day of
 * the event does not count, and a period that ends on a Saturday or Sunday ends with the next working day (3)(4); public
 * holidays differ by region and are not looked at, which a shop may be asked to be generous about.
 *
 * @param timeZone of the consumer's day: the shop's, as long as it sells where its days are nearly the same
 * @example
 * // Delivered on Monday 2 November: open until Monday 16 November, 24:00.
 */
export function withdrawalEnd(input: {
  readonly lastDeliveredAt: Temporal.Instant | undefined;
  readonly timeZone: string;
  readonly isInformed: boolean;
}): Temporal.Instant | undefined {
  if (input.lastDeliveredAt === undefined) return undefined;
  const delivered = input.lastDeliveredAt.toZonedDateTimeISO(input.timeZone).toPlainDate();
  const months = input.isInformed ? 0 : MONTHS_IF_UNTOLD;
  const last = workingDay(delivered.add({ days: DAYS }).add({ months }));
  return last.add({ days: 1 }).toZonedDateTime(input.timeZone).toInstant();
}

function workingDay(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek < SATURDAY ? day : day.add({ days: 8 - day.dayOfWeek });
}
