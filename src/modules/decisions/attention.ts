import { type CurrencyCode, minorDigits } from '../../kernel/index.ts';
import { rankOf } from './ranking.ts';

/** Where five units of a currency are next to nothing: about what 5 euros buy, in whole units. */
const USUAL: Readonly<Record<string, bigint>> = {
  ...{ JPY: 800n, KRW: 8_000n, HUF: 2_000n, CZK: 120n, SEK: 60n, NOK: 60n, DKK: 40n, PLN: 20n, TRY: 200n },
  ...{
    INR: 500n,
    CNY: 40n,
    MXN: 100n,
    BRL: 30n,
    ZAR: 100n,
    ISK: 800n,
    CLP: 5_000n,
    COP: 20_000n,
    IDR: 80_000n,
  },
};
const FIVE = 5n;

/** What a decision is to be worth at least before it is put to a person, until the owner says otherwise; minor units. */
export function usualAttention(currency: CurrencyCode): bigint {
  return (USUAL[currency] ?? FIVE) * 10n ** BigInt(minorDigits(currency));
}

/** What the owner has said, else what is usual. */
export function attentionOf(
  { attentionMinor }: { readonly attentionMinor: bigint | undefined },
  currency: CurrencyCode,
): bigint {
  return attentionMinor ?? usualAttention(currency);
}

/** No kind puts more than so many to anybody at once: the most worth. */
const MOST_AT_ONCE = 25;

type Weighed = Parameters<typeof rankOf>[0];
type At = Parameters<typeof rankOf>[1];

export type Sorted<One> = {
  readonly shown: readonly One[];
  readonly leftOut: { readonly count: number; readonly valueMinor: bigint };
};

/**
 * Parts what is worth being looked at from what is not: worth with its urgency below the floor, or beyond what anybody decides
 * in a day. What is on the table already stays until it is worth half as much as the floor, so that nothing comes and goes.
 *
 * @example
 * // A floor of 5.00: 4.00 and 0.50 a day of waiting is 4.50 on a Monday, and left out; on a Friday it is 5.50, and shown.
 */
export function worthAttention<One extends Weighed>(
  all: readonly One[],
  { floorMinor, isOpen, ...at }: At & { readonly floorMinor: bigint; readonly isOpen: (one: One) => boolean },
): Sorted<One> {
  const weighed = all.map((one) => ({ one, worth: rankOf(one, at).worthMinor, isOpen: isOpen(one) }));
  const enough = weighed.filter(({ worth, isOpen: stays }) => worth * (stays ? 2n : 1n) >= floorMinor);
  const best = new Set(
    enough
      .toSorted((a, b) => (a.worth < b.worth ? 1 : a.worth > b.worth ? -1 : 0))
      .slice(0, MOST_AT_ONCE)
      .map(({ one }) => one),
  );
  const out = all.filter((one) => !best.has(one));
  const valueMinor = out.reduce((sum, { predicted }) => sum + predicted.valueMinor, 0n);
  return { shown: all.filter((one) => best.has(one)), leftOut: { count: out.length, valueMinor } };
}
