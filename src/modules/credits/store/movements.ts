import { sql } from 'kysely';
import type { CurrencyCode, Id } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { GiftCardId } from '../gift-card.ts';

export type MovementKind = 'issued' | 'granted' | 'redeemed' | 'restored' | 'expired';

/** Whose balance moves. */
export type Holder = { readonly giftCardId: GiftCardId } | { readonly customerId: Id<'customer'> };

/** A change of a balance: above zero it grows. */
export type Movement = {
  readonly id: Id<'movement'>;
  readonly source: Holder;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly orderId: string | undefined;
};

type Moving = {
  readonly movements: readonly Movement[];
  readonly kind: MovementKind;
  /** Unique with kind and balance; the movement's own id where it is left out. */
  readonly reference?: string | undefined;
  readonly now: Temporal.Instant;
};

/** Changes the balances by their movements and keeps these, in one statement. */
export async function moveBalances(tx: Tx, moving: Moving): Promise<void> {
  const rows = rowsOf(moving);
  await sql`
    with given as ${given(rows)}, card as (
      update credits.gift_card set balance_minor = balance_minor + given.amount_minor
      from given where gift_card.id = given.gift_card_id
    ), credit as (
      update credits.store_credit set balance_minor = balance_minor + given.amount_minor
      from given where store_credit.customer_id = given.customer_id and store_credit.currency = given.currency
    ) ${kept(moving)}`.execute(tx);
}

/** Keeps movements of balances that were written with them. */
export async function insertMovements(tx: Tx, moving: Moving): Promise<void> {
  await sql`with given as ${given(rowsOf(moving))} ${kept(moving)}`.execute(tx);
}

/** What the order took from each balance and has not got back, the last taken first. */
export async function readOutstanding(db: Db, orderId: string): Promise<Omit<Movement, 'id'>[]> {
  const { rows } = await sql<{
    gift_card_id: GiftCardId | null;
    customer_id: Id<'customer'> | null;
    currency: CurrencyCode;
    taken: bigint;
  }>`
    select gift_card_id, customer_id, currency, -sum(amount_minor)::bigint as taken from credits.movement
    where order_id = ${orderId} and kind in ('redeemed', 'restored')
    group by gift_card_id, customer_id, currency having sum(amount_minor) < 0
    order by customer_id nulls first, max(moved_at) desc, gift_card_id`.execute(db);
  return rows.flatMap((row): Omit<Movement, 'id'>[] => {
    const { gift_card_id: giftCardId, customer_id: customerId, currency, taken } = row;
    const about = { currency, amountMinor: taken, orderId };
    if (giftCardId !== null) return [{ ...about, source: { giftCardId } }];
    return customerId === null ? [] : [{ ...about, source: { customerId } }];
  });
}

export async function hasMoved(db: Db, kind: MovementKind, reference: string): Promise<boolean> {
  const { rows } = await sql`
    select from credits.movement where kind = ${kind} and reference = ${reference} limit 1`.execute(db);
  return rows.length > 0;
}

function rowsOf({ movements, reference }: Moving) {
  return movements.map(({ source, ...movement }) => ({
    ...movement,
    giftCardId: 'giftCardId' in source ? source.giftCardId : null,
    customerId: 'customerId' in source ? source.customerId : null,
    reference: reference ?? movement.id,
  }));
}

function given(rows: ReturnType<typeof rowsOf>) {
  return sql`(
      select * from unnest(
        ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.giftCardId)}::uuid[],
        ${rows.map((row) => row.customerId)}::uuid[], ${rows.map((row) => row.currency)}::text[],
        ${rows.map((row) => row.amountMinor)}::bigint[], ${rows.map((row) => row.orderId ?? null)}::uuid[],
        ${rows.map((row) => row.reference)}::text[]
      ) as given (id, gift_card_id, customer_id, currency, amount_minor, order_id, reference)
    )`;
}

function kept({ kind, now }: Moving) {
  return sql`
    insert into credits.movement
      (id, gift_card_id, customer_id, currency, kind, amount_minor, order_id, reference, moved_at)
    select id, gift_card_id, customer_id, currency, ${kind}, amount_minor, order_id, reference,
      ${now.toString()}::timestamptz from given`;
}
