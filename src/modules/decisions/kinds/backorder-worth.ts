import type { Outlook } from './outlook.ts';

/** Of orders beyond stock of which nothing is on its way, how many have to be cancelled in the end: nobody has learned it yet. */
const CANCELLED = { least: 0.7, likely: 0.85, most: 1 } as const;
/** A refund's fee, a mail, and a shopper who was promised something: minor units a piece. */
const CANCELLATION_MINOR = 800;
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
  const each = (share: number) => share * CANCELLATION_MINOR - (1 - share) * Math.max(marginMinor, 0);
  const spread = NINETIETH * Math.sqrt(outlook.variance);
  const pieces = [outlook.mean - spread, outlook.mean, outlook.mean + spread].map((of) => Math.max(of, 0));
  const cases = pieces.flatMap((of) => Object.values(CANCELLED).map((share) => of * each(share)));
  return {
    value: outlook.mean * each(CANCELLED.likely),
    low: Math.min(...cases),
    high: Math.max(...cases),
  };
}
