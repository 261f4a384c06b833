import type { CurrencyCode } from '../../../kernel/index.ts';

/** Into what the sales of a day went: each a change of that day. */
export const SETTLED_PARTS = [
  ...(['paid_out', 'fees', 'at_provider', 'owed', 'disputed', 'lost', 'credit', 'given'] as const),
];
export type SettledPart = (typeof SETTLED_PARTS)[number];

/** What was sold on a day, and where that is, in minor units: the parts sum to it. */
export type Settlement = {
  readonly day: Temporal.PlainDate;
  /** '' of what belongs to no order that is known. */
  readonly market: string;
  readonly currency: CurrencyCode;
  /** Total sales, as the report shows them. */
  readonly soldMinor: bigint;
  readonly parts: Readonly<Record<SettledPart, bigint>>;
};

export function settledMinor({ parts }: Settlement): bigint {
  return SETTLED_PARTS.reduce((sum, part) => sum + parts[part], 0n);
}

export function isSettled(settlement: Settlement): boolean {
  return settlement.soldMinor === settledMinor(settlement);
}

/**
 * Something that two books have otherwise.
 * `sale`: an order in the sales journal and in the ledger. `movement`: money of an order in the ledger and at the provider.
 * `unconfirmed`: the provider's book has it not, after days. `unknown`: only the provider's book has it. `fee`: what the ledger
 * has and what was heard. `book_fee`: what was heard and what the provider's book has. `payout_missing`: the ledger has it
 * not. `payout_unknown`: only the ledger has it. `payout_amount`, `payout_lines`: its amount, in the ledger and by its lines.
 * `dispute`: what is disputed of an order, in the ledger and by its open disputes. `balance`: what is at a provider, where nothing else explains it.
 */
export const DIFFERENCE_KINDS = [
  ...(['sale', 'movement', 'unconfirmed', 'unknown', 'fee', 'book_fee'] as const),
  ...(['payout_missing', 'payout_unknown', 'payout_amount', 'payout_lines', 'dispute', 'balance'] as const),
];
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** A difference with what it is about: an order, a payout or line of a provider's. */
export type NamedDifference = {
  readonly day: Temporal.PlainDate;
  readonly kind: DifferenceKind;
  readonly market: string;
  readonly currency: CurrencyCode;
  /** '' of sales. */
  readonly provider: string;
  readonly orderId: string | undefined;
  /** Of a payout, a line of the provider's book, or a payment; else ''. */
  readonly reference: string;
  /** What the first of the two has; of `unknown` and `payout_missing` nothing. */
  readonly oursMinor: bigint;
  readonly theirsMinor: bigint;
};

export const OPEN_KINDS = ['owed', 'to_refund', 'at_provider', 'unconfirmed', 'disputed'] as const;
export type OpenKind = (typeof OPEN_KINDS)[number];

/** What was not settled at the end of the last day that was checked, by order. */
export type OpenItem = {
  readonly kind: OpenKind;
  readonly market: string;
  readonly currency: CurrencyCode;
  /** '' of what is between the shop and its customer. */
  readonly provider: string;
  readonly orderId: string | undefined;
  readonly amountMinor: bigint;
  readonly since: Temporal.Instant;
};

export type SettlementCheck = {
  readonly settlements: readonly Settlement[];
  readonly differences: readonly NamedDifference[];
  readonly openItems: readonly OpenItem[];
};

/** Where an account's money is, seen from what was sold; goods and their cost are another matter. */
export function partOf(account: string): SettledPart | 'sold' | 'money' | undefined {
  if (account.startsWith('tax:')) return 'sold';
  if (account.startsWith('provider:')) return 'money';
  return ACCOUNTS[account];
}

const ACCOUNTS: Readonly<Record<string, ReturnType<typeof partOf>>> = {
  ...{ sales: 'sold', returns: 'sold', discounts: 'sold', shipping: 'sold' },
  ...{ bank: 'money', fees: 'fees', receivable: 'owed', disputes: 'disputed', dispute_losses: 'lost' },
  ...{ gift_cards_sold: 'credit', gift_cards: 'credit', store_credit: 'credit', breakage: 'credit' },
  ...{ goodwill: 'given', exchanges: 'given', rounding: 'given' },
};
