import { randomFor } from '../random.ts';
import { MAKERS, type Maker } from './makers.ts';
import type { WorldProduct, WorldVariant } from './world.ts';

/** How a maker sells to the shop. Amounts are of `currency`. */
export type WorldSupplier = {
  readonly maker: Maker;
  readonly currency: 'EUR' | 'DKK' | 'SEK' | 'NOK';
  /** What one of it is worth in euros. */
  readonly rate: string;
  readonly locale: string;
  readonly leadDays: number;
  /** ISO weekdays on which orders are given. */
  readonly orderWeekdays: readonly number[];
  readonly orderMinimum: number;
  readonly paymentDays: number;
  /** 2 % off what is paid within ten days: 20,000 and 10. */
  readonly discountMillionths: number;
  readonly discountDays: number;
  readonly incoterm: string;
  readonly sources: readonly WorldSource[];
};

/** An entry of a maker's price list. */
export type WorldSource = {
  readonly sku: string;
  readonly packSize: number;
  readonly minimumQuantity: number;
  /** Minor units for one piece; from the larger quantity on. */
  readonly breaks: readonly { readonly from: number; readonly priceMinor: bigint }[];
};

type Terms = Omit<WorldSupplier, 'maker' | 'sources'>;

const EURO = { currency: 'EUR', rate: '1', orderMinimum: 250 } as const;
const TERMS: Readonly<Record<string, Terms>> = {
  tidewater: terms({ ...EURO, leadDays: 21, orderWeekdays: [1], incoterm: 'FCA Ílhavo, Incoterms 2020' }),
  hollin: terms({
    ...{ currency: 'DKK', rate: '0.134', orderMinimum: 2_000, leadDays: 14, orderWeekdays: [1, 4] },
    incoterm: 'DAP, Incoterms 2020',
  }),
  lumen: terms({
    ...{ currency: 'SEK', rate: '0.088', orderMinimum: 3_000, leadDays: 18, orderWeekdays: [2] },
    incoterm: 'FCA Emmaboda, Incoterms 2020',
  }),
  brenna: terms({ ...EURO, leadDays: 28, orderWeekdays: [1], incoterm: 'FCA Biella, Incoterms 2020' }),
  fjell: terms({
    ...{ currency: 'NOK', rate: '0.085', orderMinimum: 3_000, leadDays: 35, orderWeekdays: [3] },
    incoterm: 'FCA Brattvåg, Incoterms 2020',
  }),
  alba: terms({ ...EURO, leadDays: 12, orderWeekdays: [1, 4], incoterm: 'DAP, Incoterms 2020' }),
};
/** Of those who are not named: near, small and quick. */
const NEAR = terms({
  ...{ ...EURO, orderMinimum: 120, leadDays: 7, orderWeekdays: [1, 3, 5], locale: 'de' },
  ...{ discountMillionths: 20_000, discountDays: 10 },
  incoterm: 'DAP, Incoterms 2020',
});

function terms(
  given: Partial<Terms> & Pick<Terms, 'currency' | 'rate' | 'orderMinimum' | 'leadDays'>,
): Terms {
  const paying = { paymentDays: 30, discountMillionths: 0, discountDays: 0 };
  return { locale: 'en', ...paying, orderWeekdays: [1], incoterm: '', ...given };
}

/** Whom the demo shop buys its goods from, each maker with all that they make for it. */
export function suppliersOf(products: readonly WorldProduct[], seed: number): WorldSupplier[] {
  return MAKERS.flatMap((maker) => {
    const own = products.filter(({ draft }) => draft.brand === maker.name && draft.kind !== 'bundle');
    const of = TERMS[maker.key] ?? NEAR;
    const sources = own
      .filter(({ draft }) => draft.kind !== 'digital')
      .flatMap(({ variants }) => variants.flatMap((variant) => sourceOf(variant, of, seed)));
    return sources.length === 0 ? [] : [{ ...of, maker, sources }];
  });
}

/** At what the shop says that it costs, 4 % less from ten packs on. */
function sourceOf({ sku, cost }: WorldVariant, { rate }: Terms, seed: number): WorldSource[] {
  if (cost === undefined) return [];
  const random = randomFor(seed, `supplier:${sku}`);
  const packSize = random.chance(0.5) ? 1 : random.chance(0.5) ? 4 : 6;
  const price = Math.round(Number(cost.minor) / Number(rate));
  const less = Math.round(price * 0.96);
  return [
    {
      ...{ sku, packSize, minimumQuantity: packSize },
      breaks: [
        { from: 1, priceMinor: BigInt(price) },
        { from: Math.max(packSize * 10, 12), priceMinor: BigInt(less) },
      ],
    },
  ];
}
