import type { Outlook } from './outlook.ts';

/** Of orders beyond stock of which nothing is on its way, how many have to be cancelled in the end: nobody has learned it yet. */
export const CANCELLED = { least: 0.7, likely: 0.85, most: 1 } as const;
/** A refund's fee, a mail, and a shopper who was promised something: minor units a piece. */
export const CANCELLATION_MINOR = 800;
/** Of a standard normal number: eight of ten lie within this to both sides. */
const NINETIETH = 1.2816;

export type BackorderWorth = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

/**
 * What no longer selling beyond stock saves: for each piece that is ordered meanwhile what a cancellation costs, as often as it
 * comes to that, less the margin of those that would have been delivered after all.
 *
 * @param outlook pieces that will be wanted meanwhile
 */
export function worthOfStopping(outlook: Outlook, marginMinor: number): BackorderWorth {
  const each = eachOf(marginMinor);
  const spread = NINETIETH * Math.sqrt(outlook.variance);
  const pieces = [outlook.mean - spread, outlook.mean, outlook.mean + spread].map((of) => Math.max(of, 0));
  const cases = pieces.flatMap((of) => Object.values(CANCELLED).map((share) => of * each(share)));
  return {
    value: outlook.mean * each(CANCELLED.likely),
    low: Math.min(...cases),
    high: Math.max(...cases),
  };
}

/**
 * The same afterwards, when it is known how many pieces came for who would have ordered: these would have been delivered, and
 * of the others it stays unknown how many would have waited on.
 *
 * @example
 * // 10 ordered, 4 came: 4 × 10.00 of margin lost, and 6 × (0.85 × 8.00 − 0.15 × 10.00) saved: −8.20.
 */
export function stoppedWorth({
  ordered,
  served,
  marginMinor,
}: {
  readonly ordered: number;
  readonly served: number;
  readonly marginMinor: number;
}): BackorderWorth {
  const delivered = Math.min(ordered, served);
  const each = eachOf(marginMinor);
  const of = (share: number) => {
    return (ordered - delivered) * each(share) - delivered * Math.max(marginMinor, 0);
  };
  return { value: of(CANCELLED.likely), low: of(CANCELLED.least), high: of(CANCELLED.most) };
}

function eachOf(marginMinor: number) {
  return (share: number) => share * CANCELLATION_MINOR - (1 - share) * Math.max(marginMinor, 0);
}
