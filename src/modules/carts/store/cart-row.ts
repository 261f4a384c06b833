import { currencyOf, type Id, localeOf } from '../../../kernel/index.ts';
import { fromDocument, toDocument } from '../../../platform/database/index.ts';
import type { Cart, CartDetails, CartHold, CartId, CartLine } from '../cart.ts';

/** A row of `carts.cart` as {@link CART_COLUMNS} reads it. */
export type CartRow = {
  readonly id: CartId;
  readonly version: bigint;
  readonly market_code: string;
  readonly locale: string;
  readonly currency: string;
  readonly customer_id: Id<'customer'> | null;
  readonly email: string;
  readonly lines: unknown;
  readonly details: Partial<KeptDetails>;
  readonly order_id: Id<'order'> | null;
  readonly hold: unknown;
  readonly completed_at: Temporal.Instant | null;
  readonly created_at: Temporal.Instant;
  readonly changed_at: Temporal.Instant;
};

type KeptDetails = Omit<CartDetails, 'email'>;

const NOTHING_SAID: KeptDetails = {
  phone: '',
  shippingAddress: undefined,
  billingAddress: undefined,
  deliveryOptionId: '',
  note: '',
  giftMessage: '',
  vatId: '',
  codes: [],
  giftCards: [],
  usesStoreCredit: false,
  acceptsMarketing: false,
};

export function cartOf(row: CartRow): Cart {
  return {
    ...NOTHING_SAID,
    ...row.details,
    id: row.id,
    version: row.version,
    market: row.market_code,
    locale: localeOf(row.locale),
    currency: currencyOf(row.currency),
    customerId: row.customer_id ?? undefined,
    email: row.email,
    lines: fromDocument<CartLine[]>(row.lines),
    orderId: row.order_id ?? undefined,
    hold: row.hold === null ? undefined : fromDocument<CartHold>(row.hold),
    isCompleted: row.completed_at !== null,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

export function linesDocument(lines: readonly CartLine[]): string {
  return toDocument(lines);
}

/** What was said, without what was not: most carts have nothing of it. */
export function detailsDocument(details: CartDetails): string {
  return JSON.stringify(detailsChange(details).said);
}

/** What a change of details says, and the names of what it takes back. */
export function detailsChange({ email: _email, ...details }: Partial<CartDetails>): {
  readonly said: Readonly<Record<string, unknown>>;
  readonly takenBack: readonly string[];
} {
  const entries = Object.entries(details).filter(([name]) => name in NOTHING_SAID);
  return {
    said: Object.fromEntries(entries.filter(([, value]) => !isNothing(value))),
    takenBack: entries.flatMap(([name, value]) => (isNothing(value) ? [name] : [])),
  };
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
  );
}
