import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { creditRestoredPostings, creditUsedPostings, postAll, type Transaction } from '../ledger/index.ts';
import type { CreditSource, RedeemRefusal } from './gift-card.ts';
import { lockBalance, lockBalancesOf } from './store/balances.ts';
import { hasMoved, type Movement, moveBalances, readOutstanding } from './store/movements.ts';

/** What an order took from a balance, or got back. */
export type CreditUse = Pick<Movement, 'source' | 'currency' | 'amountMinor'>;

/**
 * Pays a part of an order with a gift card or store credit. Each call takes anew: it belongs in the
 * transaction that makes the order. One answer where there is too little and where the card has expired, is
 * disabled or is of another currency; nothing is then taken.
 */
export async function redeem(
  tx: Tx,
  input: {
    readonly source: CreditSource;
    readonly amountMinor: bigint;
    readonly orderId: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<CreditUse, RedeemRefusal>> {
  const { source, amountMinor, orderId, now } = input;
  if (amountMinor <= 0n) throw new RangeError('what is redeemed is above zero');
  const balance = await lockBalance(tx, source, now);
  if (balance === undefined || balance.balanceMinor < amountMinor) {
    return refuse('insufficient_balance', 'there is not enough left on it', 'amountMinor');
  }
  const { currency } = balance;
  const movement: Movement = { id: newId(), source, currency, amountMinor: -amountMinor, orderId };
  await moveBalances(tx, { movements: [movement], kind: 'redeemed', now });
  await postAll(tx, [transactionOf(movement, now)]);
  return ok({ source: movement.source, currency, amountMinor });
}

/**
 * Gives back what an order was paid with by gift cards and store credit and has not got back yet: all of it,
 * or so much, gift cards first and the last taken before earlier ones. All twice is all once; with a
 * reference, each reference is once. Cards that expired meanwhile get it back too.
 *
 * @returns what went where; throws when more is asked for than the order took
 */
export async function restore(
  tx: Tx,
  input: {
    readonly orderId: string;
    readonly amountMinor?: bigint;
    readonly reference?: string;
    readonly now: Temporal.Instant;
  },
): Promise<CreditUse[]> {
  const { orderId, reference, now } = input;
  await lockBalancesOf(tx, orderId);
  if (reference !== undefined && (await hasMoved(tx, 'restored', reference))) return [];
  const outstanding = await readOutstanding(tx, orderId);
  const all = outstanding.reduce((sum, one) => sum + one.amountMinor, 0n);
  let open = input.amountMinor ?? all;
  if (open > all) throw new RangeError(`${all} of ${orderId} can be given back, not ${open}`);
  const movements = outstanding.flatMap((one): Movement[] => {
    const amountMinor = one.amountMinor < open ? one.amountMinor : open;
    open -= amountMinor;
    return amountMinor > 0n ? [{ ...one, id: newId(), amountMinor }] : [];
  });
  if (movements.length === 0) return [];
  await moveBalances(tx, { movements, kind: 'restored', reference, now });
  await postAll(
    tx,
    movements.map((movement) => transactionOf(movement, now)),
  );
  return movements.map(({ source, currency, amountMinor }) => ({ source, currency, amountMinor }));
}

function transactionOf(
  { id, source, currency, amountMinor, orderId }: Movement,
  now: Temporal.Instant,
): Transaction {
  const isCard = 'giftCardId' in source;
  const account = isCard ? 'gift_cards' : 'store_credit';
  const about = { reference: id, now, ...(orderId === undefined ? {} : { orderId }) };
  if (amountMinor < 0n) {
    const postings = creditUsedPostings({ currency, amountMinor: -amountMinor, account });
    return { ...about, kind: isCard ? 'gift_card_redeemed' : 'store_credit_used', postings };
  }
  const postings = creditRestoredPostings({ currency, amountMinor, account });
  return { ...about, kind: isCard ? 'gift_card_restored' : 'store_credit_restored', postings };
}
