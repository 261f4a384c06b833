/** What kinds reckon with, as the owner says. Shares are millionths. */
export type Economics = {
  /** Of the net price that is to be left after cost, whatever happens: 50,000 is 5 %. */
  readonly marginFloorMillionths: number;
  /** What it costs to keep goods for a year, of their cost: money, room, what gets old. */
  readonly holdingMillionths: number;
  /** What pieces bring of their cost that are left when nobody wants them any more. */
  readonly salvageMillionths: number;
  /** How long stock may last before it is slow. */
  readonly slowCoverDays: number;
  /** What a decision is to be worth at least before it is put to a person; minor units of the shop's currency. */
  readonly attentionMinor: bigint;
};

/** Until the owner says otherwise. A holding rate of 15 to 35 % a year is usual (Silver, Pyke, Thomas 2017, 1.4). */
export const USUAL_ECONOMICS: Economics = {
  marginFloorMillionths: 50_000,
  holdingMillionths: 250_000,
  salvageMillionths: 300_000,
  slowCoverDays: 120,
  attentionMinor: 500n,
};

/** The lowest price before tax that leaves the margin floor: cost / (1 − floor), rounded up. */
export function floorMinor(costMinor: bigint, { marginFloorMillionths }: Economics): bigint {
  const left = 1_000_000n - BigInt(marginFloorMillionths);
  return (costMinor * 1_000_000n + left - 1n) / left;
}
