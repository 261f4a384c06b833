import { sql } from 'kysely';
import type { CurrencyCode } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { giftCardExpiredPostings, postAll } from '../ledger/index.ts';
import type { GiftCardId } from './gift-card.ts';
import { type Movement, moveBalances } from './store/movements.ts';

/**
 * Takes what is left from cards that have expired, at most `limit` of them: it is no longer owed.
 *
 * @returns how many there were
 */
export async function expireGiftCards(
  tx: Tx,
  { now, limit }: { readonly now: Temporal.Instant; readonly limit: number },
): Promise<number> {
  const { rows } = await sql<{ id: GiftCardId; currency: CurrencyCode; balance: bigint }>`
    select id, currency, balance_minor as balance from credits.gift_card
    where balance_minor > 0 and expires_at <= ${now.toString()}::timestamptz
    order by id limit ${limit} for update skip locked`.execute(tx);
  if (rows.length === 0) return 0;
  const movements = rows.map(({ id: giftCardId, currency, balance }): Movement => {
    return { id: newId(), source: { giftCardId }, currency, amountMinor: -balance, orderId: undefined };
  });
  await moveBalances(tx, { movements, kind: 'expired', now });
  await postAll(
    tx,
    movements.map(({ id, currency, amountMinor }) => {
      const postings = giftCardExpiredPostings({ currency, amountMinor: -amountMinor });
      return { kind: 'gift_card_expired' as const, reference: id, postings, now };
    }),
  );
  return rows.length;
}

/**
 * A card that was lost or stolen can no longer be used; its balance stays, and it can be enabled again.
 *
 * @returns whether there is such a card
 */
export async function setGiftCardDisabled(
  tx: Tx,
  input: { readonly id: GiftCardId; readonly isDisabled: boolean; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update credits.gift_card set disabled_at = ${input.isDisabled ? input.now.toString() : null}
    where id = ${input.id}`.execute(tx);
  return numAffectedRows === 1n;
}
