/**
 * How long after the attempt before the next one follows: Standard Webhooks 1.0.0, "Deliverability and reliability". The
 * first is at once; three days in all.
 */
export const PLAN: readonly Temporal.Duration[] = [
  ...[{ seconds: 0 }, { seconds: 5 }, { minutes: 5 }, { minutes: 30 }, { hours: 2 }],
  ...[{ hours: 5 }, { hours: 10 }, { hours: 14 }, { hours: 20 }, { hours: 24 }],
].map((pause) => Temporal.Duration.from(pause));

/** When step `step` (0 is the first attempt) is due after `from`; `undefined` when the plan is at its end. */
export function dueAt(step: number, from: Temporal.Instant): Temporal.Instant | undefined {
  const pause = PLAN[step];
  return pause && from.add(pause);
}

/** What an answer means for the delivery. A redirect is none: what is for one receiver is not handed to another. */
export function verdictOf(status: number | undefined): 'delivered' | 'gone' | 'again' {
  if (status === undefined) return 'again';
  if (status >= 200 && status < 300) return 'delivered';
  return status === 410 ? 'gone' : 'again';
}
