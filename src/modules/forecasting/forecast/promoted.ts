/** Days on which something runs: `to` is the first after it. */
export type RunningDays = {
  readonly from: number;
  readonly to: number;
  /** Of them only these, 1 is Monday; undefined: all. */
  readonly weekdays?: readonly number[];
};

/** Days from the first of a forecast on that have more of their week than they usually have. */
export type PromotedSpan = RunningDays & {
  /** How many times as much is wanted on each. */
  readonly times: number;
};

/** Whether it runs on a day; day 0 is a Monday. */
export function runsOn({ from, to, weekdays }: RunningDays, day: number): boolean {
  return from <= day && day < to && (weekdays === undefined || weekdays.includes((day % 7) + 1));
}

/**
 * How a week's pieces fall on Monday to Sunday: as they usually do, and more on days of a promotion; their sum is 1. That the week
 * has more of them is in its pieces.
 *
 * @param week 0 is the first that is forecast
 * @example sharesAt({ weekdays: [1, 1, 1, 1, 1, 1, 1].map((one) => one / 7), promoted: [{ from: 0, to: 1, times: 2 }] }, 0)[0] // 2 / 8
 */
export function sharesAt(
  of: { readonly weekdays: readonly number[]; readonly promoted?: readonly PromotedSpan[] },
  week: number,
): readonly number[] {
  const { weekdays, promoted = [] } = of;
  const first = 7 * week;
  const now = promoted.filter(({ from, to }) => from < first + 7 && to > first);
  if (now.length === 0) return weekdays;
  const wanted = weekdays.map((share, day) => {
    return now.reduce((pieces, one) => (runsOn(one, first + day) ? pieces * one.times : pieces), share);
  });
  const all = wanted.reduce((sum, pieces) => sum + pieces, 0);
  return all > 0 ? wanted.map((pieces) => pieces / all) : weekdays;
}
