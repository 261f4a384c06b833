import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Benefit, Goods as ChosenGoods } from '../../pricing/index.ts';
import type { RunningDays } from '../forecast/promoted.ts';
import type { PromotedDays } from '../make/item.ts';

/** Amounts by currency, in minor units. */
type Amounts = Readonly<Partial<Record<CurrencyCode, bigint>>>;

/** A promotion with its days, from the first of the past on, and what it gives. */
export type TimedPromotion = RunningDays & {
  readonly name: string;
  readonly benefits: readonly Benefit[];
  /** What an order must be worth. */
  readonly minimum: Amounts | undefined;
};

/** What promotions choose goods by. */
export type Shelves = {
  readonly variantId: string;
  readonly productId: string;
  readonly brand: string | undefined;
  /** Paths. */
  readonly categories: readonly string[];
  readonly collections: readonly string[];
  readonly tags: readonly string[];
  /** In the shop's own currency; undefined: it has none. */
  readonly price:
    | { readonly minor: bigint; readonly currency: CurrencyCode; readonly isReduced: boolean }
    | undefined;
};

/** What is taken off a price that is not known. */
const ASSUMED_DEPTH = 0.15;
/** Beyond, what was learnt of promotions of a fifth says nothing. */
const MOST_DEPTH = 0.6;

/** The promotions that a variant is in, with what each takes off its price. */
export function promotionsOf(promotions: readonly TimedPromotion[], shelves: Shelves): PromotedDays[] {
  return promotions.flatMap(({ benefits, minimum, ...days }) => {
    // Each applies to what the ones before it have left.
    const left = benefits.reduce((rest, benefit) => {
      const isMeant = goodsOf(benefit).some((chosen) => isChosen(chosen, shelves));
      return isMeant ? rest * (1 - depthOf(benefit, shelves.price, minimum)) : rest;
    }, 1);
    const depth = Math.min(MOST_DEPTH, 1 - left);
    return depth > 0 ? [{ ...days, depth }] : [];
  });
}

/** What of a benefit makes goods cheaper; delivery and gifts do not. */
export function goodsOf(benefit: Benefit): ChosenGoods[] {
  if (benefit.kind === 'buy_x_get_y') return [benefit.get];
  if ('goods' in benefit) return [benefit.goods];
  return [];
}

/**
 * The share of a good's price that a benefit takes off, 0 to 1: of one piece by itself, or of the order that is just large enough.
 * Of what is bought with others it is less, which nobody knows before they buy.
 */
function depthOf(benefit: Benefit, price: Shelves['price'], minimum: Amounts | undefined): number {
  const minor = price?.minor ?? 0n;
  const amountIn = (amounts: Amounts | undefined) => price && amounts?.[price.currency];
  const least = larger(minor, amountIn(minimum));
  const shareOf = (amounts: Amounts, of: bigint) => {
    const amount = amountIn(amounts);
    return amount === undefined || of <= 0n ? ASSUMED_DEPTH : ratio(amount, of);
  };
  switch (benefit.kind) {
    case 'percent_off': {
      const most = amountIn(benefit.most);
      const rate = benefit.rateMillionths / 1e6;
      return most === undefined || least <= 0n ? rate : Math.min(rate, ratio(most, least));
    }
    case 'amount_off_item':
      return shareOf(benefit.amount, minor);
    case 'amount_off_order':
      return shareOf(benefit.amount, least);
    case 'fixed_price': {
      const fixed = amountIn(benefit.price);
      return fixed === undefined || minor <= 0n
        ? ASSUMED_DEPTH
        : Math.max(0, 1 - Number(fixed) / Number(minor));
    }
    case 'buy_x_get_y': {
      const { buyQuantity, getQuantity, rateMillionths } = benefit;
      return ((rateMillionths / 1e6) * getQuantity) / (buyQuantity + getQuantity);
    }
    case 'tiers':
      return tierDepth(benefit, { minor, amountIn, shareOf });
    default:
      return 0;
  }
}

/** Of the first tier, which most reach. */
function tierDepth(
  { tiers: [first] }: Extract<Benefit, { kind: 'tiers' }>,
  about: {
    readonly minor: bigint;
    readonly amountIn: (amounts: Amounts) => bigint | undefined;
    readonly shareOf: (amounts: Amounts, of: bigint) => number;
  },
): number {
  if (first === undefined) return 0;
  const { from, off } = first;
  if ('rateMillionths' in off) return off.rateMillionths / 1e6;
  const reached = typeof from === 'number' ? about.minor * BigInt(from) : about.amountIn(from);
  return about.shareOf(off.amount, larger(about.minor, reached));
}

function larger(one: bigint, other: bigint | undefined): bigint {
  return other !== undefined && other > one ? other : one;
}

function ratio(part: bigint, of: bigint): number {
  return Math.min(1, Number(part) / Number(of));
}

/** As the quote has it, by what the catalogue says of a variant today. */
function isChosen({ anyOf, noneOf, isFullPriceOnly }: ChosenGoods, shelves: Shelves): boolean {
  if (isFullPriceOnly && shelves.price?.isReduced === true) return false;
  const matches = (selection: ChosenGoods['anyOf'][number]) => {
    const { products, variants, categories, brands, collections, tags } = selection;
    const lists = [
      products?.includes(shelves.productId),
      variants?.includes(shelves.variantId),
      brands?.includes(shelves.brand ?? ''),
      collections?.some((id) => shelves.collections.includes(id)),
      tags?.some((tag) => shelves.tags.includes(tag)),
      categories?.some((path) =>
        shelves.categories.some((own) => own === path || own.startsWith(`${path}/`)),
      ),
    ];
    return lists.every((isIn) => isIn !== false);
  };
  return (anyOf.length === 0 || anyOf.some(matches)) && !noneOf.some(matches);
}
