import type { CurrencyCode } from '../../kernel/index.ts';

/** `debit`: what the shop has and what it costs. `credit`: what it owes and what it earns. */
export type AccountKind = 'asset' | 'liability' | 'income' | 'expense';

type Account = { readonly kind: AccountKind; readonly about: string };

/** The chart of accounts: every account that anything is posted to, in the order of a trial balance. */
export const CHART = {
  receivable: { kind: 'asset', about: 'what customers owe for orders' },
  provider: { kind: 'asset', about: 'money at a payment provider, one account each: provider:stripe' },
  bank: { kind: 'asset', about: 'money at the bank' },
  exchanges: { kind: 'asset', about: 'goods that went out for others that are to come back' },
  disputes: { kind: 'asset', about: 'taken back by open disputes, until they are won or lost' },
  inventory: { kind: 'asset', about: 'goods in stock, at moving-average cost' },
  input_tax: { kind: 'asset', about: 'tax on what suppliers invoiced, to be claimed back' },
  goods_received: { kind: 'liability', about: 'goods that came in and await the supplier’s invoice' },
  freight_accrued: {
    kind: 'liability',
    about: 'freight, duty and fees of goods that came in, not invoiced yet',
  },
  payables: { kind: 'liability', about: 'what is owed to suppliers for what they invoiced' },
  tax: { kind: 'liability', about: 'tax owed, one account for each country or region: tax:DE, tax:US-CA' },
  gift_cards_sold: { kind: 'liability', about: 'gift cards that are ordered and not yet issued' },
  gift_cards: { kind: 'liability', about: 'the balances of gift cards' },
  store_credit: { kind: 'liability', about: 'the store credit of customers' },
  sales: { kind: 'income', about: 'goods sold, without tax, before discounts' },
  discounts: { kind: 'income', about: 'what discounts took off, without tax' },
  shipping: { kind: 'income', about: 'delivery charged, without tax' },
  returns: { kind: 'income', about: 'goods credited back, without tax' },
  early_payment_discounts: {
    kind: 'income',
    about: 'what suppliers took off for being paid early, without tax',
  },
  breakage: { kind: 'income', about: 'gift cards that expired' },
  goodwill: { kind: 'expense', about: 'given to customers without a return' },
  fees: { kind: 'expense', about: 'what payment providers keep' },
  dispute_losses: { kind: 'expense', about: 'disputes that were lost' },
  cost_of_goods: { kind: 'expense', about: 'cost of the goods that were shipped' },
  cost_variances: {
    kind: 'expense',
    about: 'what goods that had left already turned out to cost more, or less',
  },
  inventory_adjustments: { kind: 'expense', about: 'stock lost, found or written off, at cost' },
  exchange_differences: {
    kind: 'expense',
    about: 'what rates moved between goods, their invoice and its payment',
  },
  rounding: { kind: 'expense', about: 'differences of a smallest unit, by cash rounding' },
} as const satisfies Readonly<Record<string, Account>>;

type Divided = 'provider' | 'tax';

/** An account of the chart; those of providers and taxes say whose: `provider:paypal`, `tax:FR`. */
export type AccountCode = Exclude<keyof typeof CHART, Divided> | `${Divided}:${string}`;

/** One side of an entry: debit is above zero, credit below. Minor units. */
export type Posting = {
  readonly account: AccountCode;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
};

const CODE = /^([a-z_]+)(?::([A-Za-z0-9_-]{1,40}))?$/;

/** The account's entry in the chart, or `undefined` where it has none. */
export function accountOf(code: string): Account | undefined {
  const [, name = '', part] = CODE.exec(code) ?? [];
  const isDivided = name === 'provider' || name === 'tax';
  return isDivided === (part !== undefined) && isName(name) ? CHART[name] : undefined;
}

function isName(name: string): name is keyof typeof CHART {
  return Object.hasOwn(CHART, name);
}

/** The order of a trial balance: the chart's, then providers and taxes by name. */
export function accountOrder(a: string, b: string): number {
  const place = (code: string) => NAMES.indexOf(code.split(':')[0] ?? '');
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}

const NAMES = Object.keys(CHART);
