/** Pieces of a variant by day. */
export type Shelved = {
  readonly sold: number[];
  /** By suppliers. */
  readonly received: number[];
  /** Came back and was put on the shelf again, when the day's sales were over. */
  readonly restocked: number[];
};

/**
 * Changes what came in during some days, which begin with nothing, so that they end with `target`: the last of it first. What is
 * too much was not delivered, or came back in no state to be sold; nothing was sold by it that was not there. What is too little came
 * with the last delivery after `missed`, the last day on which there must have been nothing; else on the last day.
 *
 * @param span.from inclusive, as `to` is
 * @throws RangeError where more was sold than was there
 */
export function settleAt(
  shelved: Shelved,
  {
    from,
    to,
    target,
    missed,
  }: { readonly from: number; readonly to: number; readonly target: number; readonly missed: number },
): void {
  const { sold, received, restocked } = shelved;
  let level = 0;
  for (let day = from; day <= to; day += 1) {
    level += (received[day] ?? 0) - (sold[day] ?? 0);
    if (level < 0) throw new RangeError(`more was sold on day ${day} than was there`);
    level += restocked[day] ?? 0;
  }
  const difference = target - level;
  if (difference >= 0) {
    const delivery = received.findLastIndex(
      (pieces, day) => pieces > 0 && day > missed && day >= from && day <= to,
    );
    const day = delivery >= 0 ? delivery : to;
    received[day] = (received[day] ?? 0) + difference;
    return;
  }
  // What came last first: with all of it gone, what is left of the difference lay there until the end.
  let tooMuch = -difference;
  for (let day = to; day >= from && tooMuch > 0; day -= 1) {
    for (const came of [restocked, received]) {
      const less = Math.min(came[day] ?? 0, tooMuch);
      came[day] = (came[day] ?? 0) - less;
      tooMuch -= less;
    }
  }
}
