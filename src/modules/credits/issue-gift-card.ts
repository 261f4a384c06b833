import { sql } from 'kysely';
import type { CurrencyCode } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { giftCardIssuedPostings, post } from '../ledger/index.ts';
import { type GiftCardKey, hashesOf, newCode } from './code.ts';
import type { GiftCardId, IssuedGiftCard } from './gift-card.ts';
import { insertMovements } from './store/movements.ts';

/**
 * Issues a gift card and tells its code and PIN: once, they are kept as hashes only. With `orderLineId` it is
 * one that was bought, whose sale is in the ledger; without, the shop gives it away.
 */
export async function issueGiftCard(
  tx: Tx,
  input: {
    readonly key: GiftCardKey;
    readonly amountMinor: bigint;
    readonly currency: CurrencyCode;
    readonly expiresAt?: Temporal.Instant;
    readonly orderLineId?: string;
    readonly orderId?: string;
    /** Whom it is for, as it was given. */
    readonly recipient?: string;
    readonly now: Temporal.Instant;
  },
): Promise<IssuedGiftCard> {
  const { amountMinor, currency, orderId, now } = input;
  if (amountMinor <= 0n) throw new RangeError('a gift card has an amount above zero');
  const id: GiftCardId = newId();
  const { code, pin, last4 } = newCode();
  const { codeHash, pinHash } = hashesOf(input.key, { code, pin });
  await sql`
    insert into credits.gift_card (id, code_hash, pin_hash, last4, currency, balance_minor, expires_at,
      order_line_id, recipient, issued_at)
    values (${id}, ${codeHash}, ${pinHash}, ${last4}, ${currency}, ${amountMinor},
      ${input.expiresAt?.toString() ?? null}, ${input.orderLineId ?? null}, ${input.recipient ?? ''},
      ${now.toString()})`.execute(tx);
  const movement = { id: newId<'movement'>(), source: { giftCardId: id }, currency, amountMinor, orderId };
  await insertMovements(tx, { movements: [movement], kind: 'issued', reference: id, now });
  const postings = giftCardIssuedPostings({ currency, amountMinor, isSold: input.orderLineId !== undefined });
  await post(tx, { ...about(orderId), kind: 'gift_card_issued', reference: id, postings, now });
  return { id, code, pin, last4 };
}

function about(orderId: string | undefined): { readonly orderId?: string } {
  return orderId === undefined ? {} : { orderId };
}
