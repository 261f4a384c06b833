import { performance } from 'node:perf_hooks';
import { currencyOf, type Id, idFrom } from '../../src/kernel/index.ts';
import {
  type Benefit,
  type Goods,
  NO_USAGE,
  type Promotion,
  type PromotionRulebook,
  type QuoteInput,
  type QuoteLine,
  quote,
} from '../../src/modules/pricing/index.ts';

type Options = { readonly rounds?: number };

/**
 * Prices in the process: a usual cart against the promotions of a busy shop, and a cart of 200 lines against 200 of
 * them, of every kind, about half of which meet the goods of a cart. Every fourth lane-1 promotion is on everything.
 */
export const scenario = {
  name: 'quote',
  run: async ({ rounds = 300 }: Options = {}): Promise<Record<string, number>> => {
    const usual = measure(aCart(3, 20), rounds * 20);
    const large = measure(aCart(200, 200), rounds);
    return {
      usualPerCoreAndSecond: Math.round(1_000 / usual.cpuMs),
      usualCpuMs: usual.cpuMs,
      usualP50Ms: usual.p50Ms,
      usualP99Ms: usual.p99Ms,
      largePerCoreAndSecond: Math.round(1_000 / large.cpuMs),
      largeCpuMs: large.cpuMs,
      largeP50Ms: large.p50Ms,
      largeP99Ms: large.p99Ms,
      largeNoPromotionsP50Ms: measure(aCart(200, 0), rounds).p50Ms,
    };
  },
};

const EUR = currencyOf('EUR');
const BRANDS = 12;
const COLLECTIONS = 40;
const TAGS = 20;

function aCart(lines: number, promotions: number): QuoteInput {
  const rulebook: PromotionRulebook = {
    version: 1n,
    lanes: [
      { lane: 1, name: 'Goods', stacking: 'best_per_line' },
      { lane: 2, name: 'Order', stacking: 'best' },
      { lane: 3, name: 'Delivery and gifts', stacking: 'all' },
    ],
    promotions: Array.from({ length: promotions }, (_, index) => aPromotion(index)),
  };
  return {
    currency: EUR,
    pricesIncludeTax: true,
    marketCode: 'eu',
    timeZone: 'Europe/Berlin',
    now: Temporal.Instant.from('2026-11-27T11:00:00Z'),
    lines: Array.from({ length: lines }, (_, index) => aLine(index)),
    rulebook,
    codes: [],
    customer: { id: 'anna', segments: ['newsletter'], orderCount: 3 },
    usage: NO_USAGE,
    delivery: { optionId: 'parcel', priceMinor: 490n, taxClass: '', isTaxedLikeGoods: true },
    taxes: { isExempt: false, rateFor: (taxClass) => (taxClass === '' ? STANDARD : REDUCED) },
  };
}

const STANDARD = [{ name: 'VAT', country: 'DE', rateMillionths: 190_000 }];
const REDUCED = [{ name: 'VAT', country: 'DE', rateMillionths: 70_000 }];

function aLine(index: number): QuoteLine {
  return {
    id: `line ${index}`,
    variantId: idOf(1, index),
    productId: idOf(2, index),
    quantity: 1 + (index % 4),
    basePriceMinor: BigInt(499 + 137 * (index % 90)),
    listPrices: [],
    isTaxable: true,
    taxClass: index % 5 === 0 ? 'reduced' : '',
    weightGrams: 300,
    requiresShipping: true,
    isGiftCard: false,
    collectionIds: [`collection ${index % COLLECTIONS}`, `collection ${(index * 7) % COLLECTIONS}`, 'all'],
    categoryPaths: [`home/room-${index % 6}/shelf-${index % 11}`],
    brandId: `brand ${index % BRANDS}`,
    tags: [`tag ${index % TAGS}`, `tag ${(index * 3) % TAGS}`],
  };
}

function aPromotion(index: number): Promotion {
  const lane = 1 + (index % 3);
  return {
    id: idOf(3, index),
    name: `Promotion ${index}`,
    trigger: 'automatic',
    lane,
    priority: index % 7,
    isExclusive: false,
    conditions: {
      ...(index % 4 === 1 ? { minimum: { value: { [EUR]: 5_000n }, goods: someGoods(index + 1) } } : {}),
      ...(index % 5 === 2 ? { segments: ['newsletter'] } : {}),
      ...(index % 6 === 3 ? { schedule: { startsAt: Temporal.PlainDateTime.from('2026-11-27T00:00') } } : {}),
    },
    benefits: [lane === 1 ? ofItems(index) : lane === 2 ? ofTheOrder(index) : { kind: 'free_delivery' }],
    limits: {},
  };
}

function ofItems(index: number): Benefit {
  const goods = someGoods(index);
  const rateMillionths = 50_000 + (index % 9) * 25_000;
  if (index % 2 === 0) return { kind: 'percent_off', per: 'item', rateMillionths, goods };
  return { kind: 'amount_off_item', amount: { [EUR]: BigInt(50 + index) }, goods };
}

function ofTheOrder(index: number): Benefit {
  const goods = someGoods(index);
  const rateMillionths = 50_000 + (index % 9) * 10_000;
  if (index % 4 === 0) return { kind: 'percent_off', per: 'order', rateMillionths, goods };
  if (index % 4 === 1) return { kind: 'amount_off_order', amount: { [EUR]: BigInt(500 + index) }, goods };
  if (index % 4 === 2) {
    return {
      kind: 'buy_x_get_y',
      buyQuantity: 2,
      buy: goods,
      getQuantity: 1,
      get: goods,
      rateMillionths: 1_000_000,
    };
  }
  const tiers = [2, 5, 10].map((from) => ({ from, off: { rateMillionths: from * 10_000 } }));
  return { kind: 'tiers', by: 'quantity', goods, tiers };
}

function someGoods(index: number): Goods {
  const selections = [
    [],
    [{ collections: [`collection ${index % COLLECTIONS}`, `collection ${(index + 9) % COLLECTIONS}`] }],
    [{ tags: [`tag ${index % TAGS}`], categories: ['home'] }],
    [
      { brands: [`brand ${index % BRANDS}`] },
      { products: Array.from({ length: 50 }, (_, at) => idOf(2, at * 3)) },
    ],
  ] as const;
  return { anyOf: selections[index % 4] ?? [], noneOf: [], isFullPriceOnly: index % 8 === 0 };
}

function idOf<Name extends string>(kind: number, index: number): Id<Name> {
  return idFrom(kind, new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, index >> 8, index & 255]));
}

/** Times by the clock, and the mean of processor time: what a quote costs, however busy the machine is. */
function measure(input: QuoteInput, rounds: number): { cpuMs: number; p50Ms: number; p99Ms: number } {
  for (let round = 0; round < rounds / 5; round++) quote(input);
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    quote(input);
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const at = (share: number) => round3(times[Math.floor(times.length * share)] ?? 0);
  return { cpuMs: round3((user + system) / 1_000 / rounds), p50Ms: at(0.5), p99Ms: at(0.99) };
}

function round3(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
