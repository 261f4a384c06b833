/**
 * What is known of a period, of an item, that may make more or less of its demand. What is left out makes
 * nothing of it.
 */
export type PeriodFacts = {
  /** 1, Monday, to 7. */
  readonly weekday?: number;
  /** 1 to 12. */
  readonly month?: number;
  /** Days of the period that are public holidays: 1 or 0 of a day. */
  readonly holidays?: number;
  /** Share of the period that a promotion ran, 0 to 1, in terms of one that takes as much off as usual. */
  readonly promotion?: number;
  /** Price against its reference (the average of the year behind, say): 0.9 is 10 % below. */
  readonly price?: number;
};

/** An effect by its name, and how much of it a period has. */
export type Term = { readonly name: string; readonly amount: number };

/**
 * The terms of the log-linear model: one for each weekday and month, so that each is said against the mean of
 * all; ln price, so that its coefficient is the elasticity. Throws a RangeError where a price is not above 0.
 */
export function termsOf({ weekday, month, holidays, promotion, price }: PeriodFacts): Term[] {
  if (price !== undefined && !(price > 0)) throw new RangeError(`no price against its reference: ${price}`);
  const terms: Term[] = [];
  if (weekday !== undefined) terms.push({ name: `weekday_${weekday}`, amount: 1 });
  if (month !== undefined) terms.push({ name: `month_${month}`, amount: 1 });
  if (holidays !== undefined && holidays > 0) terms.push({ name: 'holiday', amount: holidays });
  if (promotion !== undefined && promotion > 0) terms.push({ name: 'promotion', amount: promotion });
  if (price !== undefined && price !== 1) terms.push({ name: 'price', amount: Math.log(price) });
  return terms;
}
