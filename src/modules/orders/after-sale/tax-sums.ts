import type { OrderLine } from '../order.ts';

type Taxes = OrderLine['taxes'];

/** Taxes of several lines as one row a rate, in the order in which the rates come. */
export function summedByRate(taxes: Taxes): Taxes {
  const byRate = Map.groupBy(taxes, (tax) =>
    [tax.country, tax.region ?? '', tax.name, tax.rateMillionths].join('|'),
  );
  return [...byRate.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const baseMinor = some.reduce((sum, tax) => sum + tax.baseMinor, 0n);
    return [{ ...first, baseMinor, taxMinor: taxSum(some) }];
  });
}

export function taxSum(taxes: readonly { readonly taxMinor: bigint }[]): bigint {
  return taxes.reduce((sum, { taxMinor }) => sum + taxMinor, 0n);
}
