import type { ProviderTransaction } from '../../provider.ts';

type Kind = ProviderTransaction['kind'];

/** Single codes first; a group's number is enough for the others ("Transaction event codes", PayPal reports). */
const CODES: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['T1107', 'refund'],
  ['T1106', 'dispute'],
  ['T1201', 'dispute'],
  ['T1202', 'dispute_reversal'],
  ['T1208', 'dispute_reversal'],
  ['T1108', 'fee'],
  ['T1109', 'fee'],
]);
const GROUPS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['T00', 'capture'],
  ['T01', 'fee'],
  ['T04', 'payout'],
]);

/** Held and released again, or authorised: nothing has moved. */
const HOLDS = /^T(?:13|15|21)|^T111[01]$/;

/**
 * What a line of PayPal's book is; nothing for one that only holds money. A payment that the merchant made, or a
 * withdrawal that came back, is an adjustment: somebody has to say what it was.
 */
export function kindOf(code: string, amountMinor: bigint): Kind | undefined {
  if (HOLDS.test(code)) return undefined;
  const kind = CODES.get(code) ?? GROUPS.get(code.slice(0, 3)) ?? 'adjustment';
  const isOtherWay = (kind === 'capture' && amountMinor < 0n) || (kind === 'payout' && amountMinor > 0n);
  return isOtherWay ? 'adjustment' : kind;
}
