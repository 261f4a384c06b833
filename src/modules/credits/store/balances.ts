import { sql } from 'kysely';
import type { CurrencyCode, Id } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { CreditSource, GiftCard, GiftCardId } from '../gift-card.ts';

/** What a source can pay at this moment, its balance locked; `undefined` where it cannot pay anything. */
export async function lockBalance(
  tx: Tx,
  source: CreditSource,
  now: Temporal.Instant,
): Promise<{ readonly currency: CurrencyCode; readonly balanceMinor: bigint } | undefined> {
  const { rows } =
    'giftCardId' in source
      ? await sql<{ currency: CurrencyCode; balanceMinor: bigint }>`
          select currency, balance_minor as "balanceMinor" from credits.gift_card
          where id = ${source.giftCardId} and ${isUsable(now)}
            and currency = coalesce(${source.currency ?? null}::text, currency) for update`.execute(tx)
      : await sql<{ currency: CurrencyCode; balanceMinor: bigint }>`
          select currency, balance_minor as "balanceMinor" from credits.store_credit
          where customer_id = ${source.customerId} and currency = ${source.currency} for update`.execute(tx);
  return rows[0];
}

/** Locks every balance that an order took from, in one order for all callers. */
export async function lockBalancesOf(tx: Tx, orderId: string): Promise<void> {
  await sql`
    select from credits.gift_card where id in (
      select gift_card_id from credits.movement where order_id = ${orderId})
    order by id for update`.execute(tx);
  await sql`
    select from credits.store_credit where (customer_id, currency) in (
      select customer_id, currency from credits.movement where order_id = ${orderId})
    order by customer_id, currency for update`.execute(tx);
}

/** The cards that can be used, by id: neither expired nor disabled. */
export async function readGiftCards(
  db: Db,
  ids: readonly GiftCardId[],
  now: Temporal.Instant,
): Promise<Map<GiftCardId, GiftCard>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<GiftCardRow>`
    select ${GIFT_CARD} from credits.gift_card where id = any(${ids}::uuid[]) and ${isUsable(now)}`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, giftCardOf(row)]));
}

/** The usable card with this hash of its code, and the hash of its PIN. */
export async function findGiftCard(
  db: Db,
  codeHash: string,
  now: Temporal.Instant,
): Promise<{ readonly card: GiftCard; readonly pinHash: string } | undefined> {
  const { rows } = await sql<GiftCardRow & { pin_hash: string }>`
    select ${GIFT_CARD}, pin_hash from credits.gift_card where code_hash = ${codeHash} and ${isUsable(now)}`.execute(
    db,
  );
  const [row] = rows;
  return row && { card: giftCardOf(row), pinHash: row.pin_hash };
}

/** A customer's store credit in minor units; 0 where there is none. */
export async function readStoreCredit(
  db: Db,
  customerId: Id<'customer'>,
  currency: CurrencyCode,
): Promise<bigint> {
  const { rows } = await sql<{ balance: bigint }>`
    select balance_minor as balance from credits.store_credit
    where customer_id = ${customerId} and currency = ${currency}`.execute(db);
  return rows[0]?.balance ?? 0n;
}

type GiftCardRow = {
  id: GiftCardId;
  last4: string;
  currency: CurrencyCode;
  balance_minor: bigint;
  expires_at: Temporal.Instant | null;
};

const GIFT_CARD = sql`id, last4, currency, balance_minor, expires_at`;

function giftCardOf({ id, last4, currency, balance_minor, expires_at }: GiftCardRow): GiftCard {
  return { id, last4, currency, balanceMinor: balance_minor, expiresAt: expires_at ?? undefined };
}

function isUsable(now: Temporal.Instant) {
  return sql`disabled_at is null and (expires_at is null or expires_at > ${now.toString()}::timestamptz)`;
}
