import { sql } from 'kysely';
import type { CurrencyCode, Id } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { GiftCard, GiftCardId } from '../gift-card.ts';

/** A card as the shop sees it, whether it can be used or not. */
export type GiftCardRow = GiftCard & {
  /** Whom it is for, as it was given. */
  readonly recipient: string;
  /** It was bought; otherwise the shop gave it away. */
  readonly isSold: boolean;
  readonly issuedAt: Temporal.Instant;
  readonly disabledAt: Temporal.Instant | undefined;
};

type Row = Omit<GiftCardRow, 'expiresAt' | 'disabledAt'> & {
  readonly expiresAt: Temporal.Instant | null;
  readonly disabledAt: Temporal.Instant | null;
};

/** All cards, the latest first, from after `before` on; or those that end with `last4`. Their codes are kept nowhere. */
export async function listGiftCards(
  db: Db,
  input: { readonly last4?: string; readonly before?: GiftCardId; readonly limit: number },
): Promise<GiftCardRow[]> {
  const { rows } = await sql<Row>`
    select id, last4, currency, balance_minor as "balanceMinor", expires_at as "expiresAt", recipient,
      order_line_id is not null as "isSold", issued_at as "issuedAt", disabled_at as "disabledAt"
    from credits.gift_card
    where ${input.before === undefined ? sql`true` : sql`id < ${input.before}`}
      and ${input.last4 === undefined ? sql`true` : sql`last4 = ${input.last4}`}
    order by id desc limit ${input.limit}`.execute(db);
  return rows.map((row) => ({
    ...row,
    expiresAt: row.expiresAt ?? undefined,
    disabledAt: row.disabledAt ?? undefined,
  }));
}

/** What came on to a card, above zero, or went from it. */
export type GiftCardMovement = {
  readonly id: Id<'movement'>;
  readonly kind: 'issued' | 'granted' | 'redeemed' | 'restored' | 'expired';
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly orderId: string | undefined;
  readonly movedAt: Temporal.Instant;
};

/** Movements of a card, the latest first, from after `before` on. */
export async function readGiftCardMovements(
  db: Db,
  input: { readonly id: GiftCardId; readonly before?: Id<'movement'>; readonly limit: number },
): Promise<GiftCardMovement[]> {
  const { rows } = await sql<Omit<GiftCardMovement, 'orderId'> & { readonly orderId: string | null }>`
    select id, kind, currency, amount_minor as "amountMinor", order_id as "orderId", moved_at as "movedAt"
    from credits.movement
    where gift_card_id = ${input.id} and ${input.before === undefined ? sql`true` : sql`id < ${input.before}`}
    order by id desc limit ${input.limit}`.execute(db);
  return rows.map((row) => ({ ...row, orderId: row.orderId ?? undefined }));
}
