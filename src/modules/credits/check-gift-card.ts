import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import { type GiftCardKey, hashesOf, isSameHash } from './code.ts';
import type { GiftCard, GiftCardRefusal } from './gift-card.ts';
import { findGiftCard } from './store/balances.ts';

/**
 * The card with this code and PIN. One answer for a code that there is not, a wrong PIN, and a card that has
 * expired or is disabled: nobody learns which codes there are. Ask `mayProbe` first.
 */
export async function checkGiftCard(
  db: Db,
  input: {
    readonly key: GiftCardKey;
    readonly code: string;
    readonly pin: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<GiftCard, GiftCardRefusal>> {
  const { codeHash, pinHash } = hashesOf(input.key, input);
  const found = await findGiftCard(db, codeHash, input.now);
  // Compared also where there is no card, so that both take as long.
  const isRight = isSameHash(pinHash, found?.pinHash ?? codeHash);
  if (found === undefined || !isRight) {
    return refuse('unknown_gift_card', 'there is no gift card with this code and PIN', 'code');
  }
  return ok(found.card);
}
