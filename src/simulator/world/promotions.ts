/** A promotion as the admin API takes it, and the codes that it has. */
export type WorldPromotion = {
  readonly promotion: { readonly name: string } & Readonly<Record<string, unknown>>;
  readonly codes: readonly string[];
};

/** One promotion of each kind that a shopper of the demo can meet. */
export const PROMOTIONS: readonly WorldPromotion[] = [
  {
    promotion: {
      ...{ name: 'Welcome: 10 % off the first order', trigger: 'code', lane: 2, isActive: true },
      conditions: { isFirstOrder: true },
      benefits: [{ kind: 'percent_off', per: 'order', rateMillionths: 100_000 }],
      limits: { usesPerCustomer: 1 },
    },
    codes: ['WELCOME10'],
  },
  {
    promotion: {
      ...{ name: '15 off from 100', trigger: 'code', lane: 2, isActive: true },
      conditions: { minimum: { value: { EUR: '100.00', GBP: '90.00', USD: '110.00' } } },
      benefits: [{ kind: 'amount_off_order', amount: { EUR: '15.00', GBP: '13.00', USD: '16.00' } }],
      limits: { uses: 10_000 },
    },
    codes: ['LANTERN15'],
  },
  {
    promotion: {
      ...{ name: 'Delivery on us', trigger: 'code', lane: 3, isActive: true },
      conditions: {},
      benefits: [{ kind: 'free_delivery' }],
      limits: {},
    },
    codes: ['FREESHIP'],
  },
  {
    promotion: {
      ...{ name: 'Candles: three for two', trigger: 'automatic', lane: 2, isActive: true },
      conditions: {},
      benefits: [
        {
          ...{ kind: 'buy_x_get_y', buyQuantity: 2, getQuantity: 1, rateMillionths: 1_000_000, mostTimes: 3 },
          buy: { anyOf: [{ categories: ['living/decoration/candles'] }] },
          get: { anyOf: [{ categories: ['living/decoration/candles'] }] },
        },
      ],
      limits: {},
    },
    codes: [],
  },
];
