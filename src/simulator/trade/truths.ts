import type { BgNbd, GammaGamma } from '../../statistics/index.ts';

/** Where visits come from: how many of them, what a click costs, and how many of them buy. */
export type ChannelTruth = {
  readonly channel: string;
  /** Of the visits by who has not bought yet. */
  readonly share: number;
  /** Of the visits by who has. */
  readonly shareOfKnown: number;
  /** Share of its visits with an order, on days without a campaign; those who missed something are in it. */
  readonly conversion: number;
  /** Euros; none where nobody is paid. */
  readonly costPerClick?: number;
};

/** Every year, for two weeks from a Monday on. */
export type CampaignTruth = {
  readonly name: string;
  readonly code: string;
  /** The Monday that it begins with: the last one up to this day of the year. */
  readonly from: { readonly month: number; readonly day: number };
  readonly days: number;
  /** So many times as many visits by who has not bought yet; the further ones come by its links. */
  readonly visits: number;
  /** So many times as many of the visits by who has not bought yet end in an order. */
  readonly conversion: number;
  readonly discount: number;
};

/** How what is bought is paid, and what keeps it from being paid. */
export type PaymentTruths = {
  readonly providers: readonly {
    readonly provider: string;
    readonly method: 'redirect' | 'in_page' | 'by_hand';
    readonly share: number;
    /** What it keeps of a payment: a share, and cents. */
    readonly feeShare: number;
    readonly feeMinor: number;
  }[];
  /** Share of orders that were paid at the second attempt. */
  readonly declinedFirst: number;
  /** Share of visits that end at the checkout because the only attempt was declined. */
  readonly givenUp: number;
  readonly reasons: readonly { readonly reason: string; readonly share: number }[];
  /** Share of payments that somebody has their bank take back; of those, how many the shop wins. */
  readonly disputed: number;
  readonly won: number;
};

/** How the shelves are kept filled, and what comes of it where they are not. */
export type SupplyTruths = {
  /** Minimum stock: what is sold until an order can have come, and so many times the root of it. */
  readonly care: number;
  /** An order is to last so long beyond the minimum. */
  readonly coverDays: number;
  /** What was sold so long ago weighs a third for the buyer. */
  readonly memoryDays: number;
  /** Share of deliveries that come late, by so many days. */
  readonly lateShare: number;
  readonly lateDays: readonly [least: number, most: number];
  /** Share of the lines of a delivery of which a pack is missing, and in which one is broken; each supplier's own lies between. */
  readonly short: readonly [least: number, most: number];
  readonly broken: readonly [least: number, most: number];
  /** Share of the lines that are invoiced above their list, by so much of it. */
  readonly dearer: readonly [least: number, most: number];
  readonly dearerBy: number;
  /** Of those who miss a variant so many do not take another one of the product; of those who came for it so many buy nothing. */
  readonly lost: number;
};

/** What is so in the simulated shop, whatever chance makes of it: what reports must find again. */
export type Truths = {
  /** Of the days that are simulated. */
  readonly days: number;
  /** Visits by who has not bought yet, on a day of average pace, at the end. */
  readonly visitsADay: number;
  /** Logarithm of what they grow by in a year. */
  readonly growth: number;
  /** Monday to Sunday; their mean is 1. */
  readonly weekdays: readonly number[];
  /** January to December, in the middle of the month; between two middles it goes straight. */
  readonly season: readonly number[];
  readonly holidays: readonly { readonly month: number; readonly day: number; readonly pace: number }[];
  /** Share of a day's visits, from midnight on. */
  readonly hours: readonly number[];
  readonly channels: readonly ChannelTruth[];
  readonly campaigns: readonly CampaignTruth[];
  /** Who buys again, and when, in days. */
  readonly purchases: BgNbd;
  /** What somebody means to spend at a time, in euro cents. */
  readonly spend: GammaGamma;
  /** How popular a product is: rank to this power. */
  readonly zipf: number;
  /** Of two products of equal rank, how much more the cheaper one is bought. */
  readonly thrift: number;
  /** Products by rank of popularity; who takes the first takes the second, too, so often. */
  readonly pairs: readonly { readonly first: number; readonly second: number; readonly chance: number }[];
  /** Demand goes with the price to this power. */
  readonly elasticity: Readonly<Record<string, number>> & { readonly other: number };
  /** The price of a family was another one until so many days before the end: today's times `before`. */
  readonly priceChange: {
    readonly family: string;
    /** As people call it. */
    readonly name: string;
    readonly daysBefore: number;
    readonly before: number;
  };
  /** The product of this rank was out of stock, and so many of those who wanted it bought nothing. */
  readonly stockOut: {
    readonly rank: number;
    readonly daysBefore: number;
    readonly days: number;
    readonly lost: number;
  };
  readonly supply: SupplyTruths;
  /** Share of the pieces sold that come back, by family. */
  readonly returns: Readonly<Record<string, number>> & { readonly other: number };
  /** How much products of one family differ in it: the standard deviation of its logarithm. */
  readonly returnsSpread: number;
  readonly devices: readonly {
    readonly device: 'desktop' | 'mobile' | 'tablet';
    readonly share: number;
    /** Conversion of new visitors against that of all of them; over all devices 1. */
    readonly conversion: number;
  }[];
  readonly countries: readonly {
    readonly country: string;
    readonly share: number;
    readonly vat: number;
  }[];
  /** Share of shoppers who agreed to be known again. */
  readonly consent: number;
  /** Of those who did not agree so many said so; of those who agreed so many took it back, within two months. */
  readonly decisions: { readonly refused: number; readonly withdrawn: number };
  /** Share of visits that are looked away from at once; of the others, that search. */
  readonly bounces: number;
  readonly searches: number;
  /** Share of searches that find nothing. */
  readonly empty: number;
  /** For each visit with an order: visits that end at the checkout, and with a filled cart. */
  readonly leftAtCheckout: number;
  readonly leftCart: number;
  /** Share of visits that end at the checkout by somebody whose card is not their own. */
  readonly fraud: number;
  readonly payments: PaymentTruths;
  /** Share of visits by who is known and agreed to it in which they sign in. */
  readonly signedIn: number;
  /** For each visit: what the collector put aside as no shopper's. */
  readonly aside: { readonly user_agent: number; readonly headless: number; readonly staff: number };
};

/** A shop of eighteen months, half a million euros, and a quarter of its orders by who bought before. */
export const TRUTHS: Truths = {
  days: 548,
  visitsADay: 400,
  growth: 0.3,
  weekdays: [1.06, 1.0, 0.98, 0.97, 0.88, 0.95, 1.16],
  season: [0.86, 0.84, 0.93, 1.0, 0.97, 0.92, 0.84, 0.86, 0.98, 1.1, 1.28, 1.3],
  holidays: [
    { month: 12, day: 24, pace: 0.5 },
    { month: 12, day: 25, pace: 0.45 },
    { month: 12, day: 31, pace: 0.6 },
    { month: 1, day: 1, pace: 0.6 },
    { month: 5, day: 1, pace: 0.8 },
    { month: 10, day: 3, pace: 0.85 },
  ],
  hours: [
    ...[0.014, 0.008, 0.005, 0.004, 0.004, 0.007, 0.018, 0.032, 0.044, 0.052, 0.056, 0.056],
    ...[0.058, 0.056, 0.053, 0.052, 0.053, 0.056, 0.062, 0.072, 0.08, 0.076, 0.052, 0.03],
  ],
  channels: [
    { channel: 'Direct', share: 0.17, shareOfKnown: 0.34, conversion: 0.027 },
    { channel: 'Organic Search', share: 0.28, shareOfKnown: 0.17, conversion: 0.022 },
    { channel: 'Paid Search', share: 0.15, shareOfKnown: 0.1, conversion: 0.029, costPerClick: 0.58 },
    { channel: 'Paid Shopping', share: 0.09, shareOfKnown: 0.04, conversion: 0.025, costPerClick: 0.41 },
    { channel: 'Paid Social', share: 0.11, shareOfKnown: 0.04, conversion: 0.011, costPerClick: 0.36 },
    { channel: 'Organic Social', share: 0.09, shareOfKnown: 0.05, conversion: 0.009 },
    { channel: 'Email', share: 0.03, shareOfKnown: 0.2, conversion: 0.045 },
    { channel: 'Referral', share: 0.05, shareOfKnown: 0.03, conversion: 0.018 },
    { channel: 'Affiliates', share: 0.03, shareOfKnown: 0.03, conversion: 0.024, costPerClick: 0.3 },
  ],
  campaigns: [
    {
      ...{ name: 'spring-tables', code: 'SPRING15', from: { month: 4, day: 14 }, days: 14 },
      ...{ visits: 1.45, conversion: 1.3, discount: 0.15 },
    },
    {
      ...{ name: 'black-weeks', code: 'BLACK20', from: { month: 11, day: 22 }, days: 14 },
      ...{ visits: 1.8, conversion: 1.45, discount: 0.2 },
    },
  ],
  purchases: { r: 0.4, alpha: 165, a: 0.8, b: 2.6 },
  spend: { p: 5, q: 4.2, gamma: 4_600 },
  zipf: 0.75,
  thrift: 0.9,
  pairs: [
    { first: 2, second: 11, chance: 0.24 },
    { first: 3, second: 19, chance: 0.2 },
    { first: 5, second: 8, chance: 0.26 },
    { first: 6, second: 24, chance: 0.22 },
    { first: 9, second: 14, chance: 0.2 },
  ],
  elasticity: { candle: -2.1, mug: -1.6, glass: -1.6, rug: -0.9, other: -1.3 },
  priceChange: { family: 'candle', name: 'candles', daysBefore: 150, before: 0.85 },
  stockOut: { rank: 1, daysBefore: 74, days: 16, lost: 0.7 },
  supply: {
    care: 1.4,
    coverDays: 28,
    memoryDays: 40,
    lateShare: 0.2,
    lateDays: [4, 18],
    short: [0, 0.1],
    broken: [0, 0.06],
    dearer: [0, 0.2],
    dearerBy: 0.05,
    lost: 0.6,
  },
  returns: {
    ...{ shirt: 0.22, tee: 0.18, knit: 0.2, trousers: 0.27, apron: 0.06, scarf: 0.1, beanie: 0.09 },
    ...{ socks: 0.03, lamp: 0.07, rug: 0.12, throw: 0.08, cushion: 0.06, pattern: 0, other: 0.055 },
  },
  returnsSpread: 0.3,
  devices: [
    { device: 'mobile', share: 0.62, conversion: 0.8 },
    { device: 'desktop', share: 0.33, conversion: 1.376 },
    { device: 'tablet', share: 0.05, conversion: 1.0 },
  ],
  countries: [
    { country: 'DE', share: 0.55, vat: 0.19 },
    { country: 'AT', share: 0.08, vat: 0.2 },
    { country: 'NL', share: 0.05, vat: 0.21 },
    { country: 'FR', share: 0.05, vat: 0.2 },
    { country: 'IT', share: 0.03, vat: 0.22 },
    { country: 'ES', share: 0.02, vat: 0.21 },
    { country: 'DK', share: 0.02, vat: 0.25 },
    { country: 'GB', share: 0.12, vat: 0.2 },
    { country: 'US', share: 0.08, vat: 0 },
  ],
  consent: 0.57,
  decisions: { refused: 0.68, withdrawn: 0.008 },
  bounces: 0.45,
  searches: 0.13,
  empty: 0.09,
  leftAtCheckout: 0.9,
  leftCart: 1.7,
  fraud: 0.02,
  payments: {
    providers: [
      { provider: 'stripe', method: 'in_page', share: 0.58, feeShare: 0.015, feeMinor: 25 },
      { provider: 'paypal', method: 'redirect', share: 0.34, feeShare: 0.0249, feeMinor: 35 },
      { provider: 'bank_transfer', method: 'by_hand', share: 0.08, feeShare: 0, feeMinor: 0 },
    ],
    declinedFirst: 0.045,
    givenUp: 0.07,
    reasons: [
      { reason: 'insufficient_funds', share: 0.34 },
      { reason: 'card_declined', share: 0.24 },
      { reason: 'authentication_failed', share: 0.2 },
      { reason: 'incorrect_details', share: 0.1 },
      { reason: 'expired_card', share: 0.07 },
      { reason: 'limit_exceeded', share: 0.05 },
    ],
    disputed: 0.006,
    won: 0.4,
  },
  signedIn: 0.35,
  aside: { user_agent: 0.21, headless: 0.03, staff: 0.02 },
};
