/** Decimals by currency: `{ "EUR": "50.00" }`. */
export type Amounts = Readonly<Record<string, string>>;

export type Selection = {
  readonly products?: readonly string[];
  readonly variants?: readonly string[];
  readonly collections?: readonly string[];
  readonly categories?: readonly string[];
  readonly brands?: readonly string[];
  readonly tags?: readonly string[];
};

export type Goods = {
  readonly anyOf?: readonly Selection[];
  readonly noneOf?: readonly Selection[];
  readonly isFullPriceOnly?: boolean;
};

export type TierOff = { readonly rateMillionths: number } | { readonly amount: Amounts };
export type QuantityTier = { readonly from: number; readonly off: TierOff };
export type ValueTier = { readonly from: Amounts; readonly off: TierOff };

export type Benefit =
  | {
      readonly kind: 'percent_off';
      readonly per: 'item' | 'order';
      readonly rateMillionths: number;
      readonly goods?: Goods;
      readonly most?: Amounts;
    }
  | {
      readonly kind: 'amount_off_order' | 'amount_off_item';
      readonly amount: Amounts;
      readonly goods?: Goods;
    }
  | { readonly kind: 'fixed_price'; readonly price: Amounts; readonly goods?: Goods }
  | {
      readonly kind: 'buy_x_get_y';
      readonly buyQuantity: number;
      readonly buy?: Goods;
      readonly getQuantity: number;
      readonly get?: Goods;
      readonly rateMillionths: number;
      readonly mostTimes?: number;
    }
  | {
      readonly kind: 'tiers';
      readonly by: 'quantity';
      readonly goods?: Goods;
      readonly tiers: readonly QuantityTier[];
    }
  | {
      readonly kind: 'tiers';
      readonly by: 'value';
      readonly goods?: Goods;
      readonly tiers: readonly ValueTier[];
    }
  | { readonly kind: 'free_delivery'; readonly upTo?: Amounts }
  | { readonly kind: 'gift'; readonly variantId: string; readonly quantity: number };

export type Schedule = {
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly weekdays?: readonly number[];
  readonly hours?: { readonly from: string; readonly to: string };
};

export type Conditions = {
  readonly markets?: readonly string[];
  readonly segments?: readonly string[];
  readonly isFirstOrder?: true;
  readonly minimum?: { readonly quantity?: number; readonly value?: Amounts; readonly goods?: Goods };
  readonly schedule?: Schedule;
};

/** A promotion as the API takes it. */
export type Promotion = {
  readonly name: string;
  readonly trigger: 'automatic' | 'code';
  readonly lane: number;
  readonly priority?: number;
  readonly isExclusive?: boolean;
  readonly isActive?: boolean;
  readonly conditions: Conditions;
  readonly benefits: readonly Benefit[];
  readonly limits: { readonly uses?: number; readonly usesPerCustomer?: number; readonly budget?: Amounts };
};

export const NEW_PROMOTION: Promotion = {
  name: '',
  trigger: 'code',
  lane: 2,
  isActive: true,
  conditions: {},
  benefits: [{ kind: 'percent_off', per: 'order', rateMillionths: 100_000 }],
  limits: {},
};

export type BenefitKind =
  | 'percent_off_order'
  | 'percent_off_item'
  | 'amount_off_order'
  | 'amount_off_item'
  | 'fixed_price'
  | 'buy_x_get_y'
  | 'tiers_quantity'
  | 'tiers_value'
  | 'free_delivery'
  | 'gift';

export const BENEFIT_KINDS: readonly BenefitKind[] = [
  ...([
    'percent_off_order',
    'percent_off_item',
    'amount_off_order',
    'amount_off_item',
    'fixed_price',
  ] as const),
  ...(['buy_x_get_y', 'tiers_quantity', 'tiers_value', 'free_delivery', 'gift'] as const),
];

export function kindOf(benefit: Benefit): BenefitKind {
  if (benefit.kind === 'percent_off') return `percent_off_${benefit.per}`;
  return benefit.kind === 'tiers' ? `tiers_${benefit.by}` : benefit.kind;
}

/** The lane that a kind of benefit belongs in by itself: goods one by one, the order, delivery and gifts. */
export function laneOf(kind: BenefitKind): 1 | 2 | 3 {
  if (kind === 'free_delivery' || kind === 'gift') return 3;
  return kind === 'percent_off_item' || kind === 'amount_off_item' || kind === 'fixed_price' ? 1 : 2;
}

/** A benefit of a kind, with what can be kept of the one before. */
export function benefitOf(kind: BenefitKind, before: Benefit, currency: string): Benefit {
  const goods = 'goods' in before && before.goods !== undefined ? { goods: before.goods } : {};
  const ten = { [currency]: '10.00' };
  const rate = 'rateMillionths' in before ? before.rateMillionths : 100_000;
  switch (kind) {
    case 'percent_off_order':
    case 'percent_off_item':
      return {
        ...{ kind: 'percent_off', per: kind === 'percent_off_item' ? 'item' : 'order', rateMillionths: rate },
        ...goods,
      };
    case 'amount_off_order':
    case 'amount_off_item':
      return { kind, amount: 'amount' in before ? before.amount : ten, ...goods };
    case 'fixed_price':
      return { kind, price: ten, ...goods };
    case 'buy_x_get_y':
      return {
        kind,
        buyQuantity: 2,
        buy: goods.goods ?? {},
        getQuantity: 1,
        get: goods.goods ?? {},
        rateMillionths: 1_000_000,
      };
    case 'tiers_quantity':
      return {
        kind: 'tiers',
        by: 'quantity',
        ...goods,
        tiers: [{ from: 3, off: { rateMillionths: 100_000 } }],
      };
    case 'tiers_value':
      return {
        ...{ kind: 'tiers', by: 'value', ...goods },
        tiers: [{ from: { [currency]: '100.00' }, off: { rateMillionths: 100_000 } }],
      };
    case 'free_delivery':
      return { kind };
    case 'gift':
      return { kind, variantId: '', quantity: 1 };
  }
}

/** Whether it is a promotion as the API keeps it. */
export function isPromotion(value: unknown): value is Promotion {
  return (
    typeof value === 'object' &&
    value !== null &&
    'benefits' in value &&
    Array.isArray(value.benefits) &&
    'conditions' in value &&
    'limits' in value
  );
}
