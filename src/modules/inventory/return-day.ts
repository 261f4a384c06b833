/** Pieces that are likely there on a day. */
export type Coming = { readonly on: Temporal.PlainDate; readonly quantity: number };

/** What is on its way of a variant from today on, the soonest first, and how many of it have an owner already. */
export type Outlook = { readonly coming: readonly Coming[]; readonly promised: number };

/**
 * The day on which `needed` pieces are there that nobody waits for; `undefined` while too few are on their way. What is
 * late beyond its day is not in the outlook: nobody knows when it comes.
 *
 * @example
 * // 5 are promised; 4 come on 1 December and 6 on the 12th: one can be bought on the 12th.
 */
export function returnDay({ coming, promised }: Outlook, needed = 1): Temporal.PlainDate | undefined {
  let missing = promised + needed;
  for (const { on, quantity } of coming) {
    missing -= quantity;
    if (missing <= 0) return on;
  }
  return undefined;
}
