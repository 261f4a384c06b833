/** A line of goods of one customer, SKU, price and currency, which may have been given back or be what came back. */
export type Candidate = {
  readonly id: bigint;
  readonly kind: 'sale' | 'refund';
  readonly happenedAt: Temporal.Instant;
  /** Pieces, positive; of a sale those that have not come back yet. */
  readonly pieces: number;
};

export type Match = { readonly refund: bigint; readonly sale: bigint };

/**
 * Which sale each refund takes back: the latest before it of which enough pieces are still out. A refund for which no single
 * sale is large enough stays without one: to share it out would be a guess.
 *
 * @param candidates in the order in which they happened
 */
export function matchRefunds(candidates: readonly Candidate[]): Match[] {
  const matches: Match[] = [];
  const out: { readonly sale: Candidate; left: number }[] = [];
  for (const candidate of candidates) {
    if (candidate.kind === 'sale') {
      out.push({ sale: candidate, left: candidate.pieces });
      continue;
    }
    const found = out.findLast(
      ({ sale, left }) =>
        left >= candidate.pieces && Temporal.Instant.compare(sale.happenedAt, candidate.happenedAt) < 0,
    );
    if (found === undefined) continue;
    found.left -= candidate.pieces;
    matches.push({ refund: candidate.id, sale: found.sale.id });
  }
  return matches;
}
