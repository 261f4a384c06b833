import { z } from 'zod';
import { ok, refuse } from '../../../../kernel/index.ts';
import { issueGiftCard, readGiftCards, setGiftCardDisabled } from '../../../../modules/credits/index.ts';
import { readJournal, trialBalance } from '../../../../modules/ledger/index.ts';
import { type Handlers, readCursor, sentFields, writeCursor } from '../../../../platform/api/index.ts';
import { transact } from '../../../../platform/database/index.ts';
import { amountsIn } from '../../store/answers/cart.ts';
import type { creditEndpoints, ledgerEndpoints } from '../contract/books.ts';
import type { AdminDeps } from '../deps.ts';

/** Nanoseconds of the last entry, and its number. */
const POSITION = z.tuple([z.string().regex(/^-?\d{1,20}$/), z.string().regex(/^\d{1,18}$/)]);

export function ledgerHandlers({ reads }: AdminDeps): Handlers<typeof ledgerEndpoints> {
  return {
    readTrialBalance: async ({ query }) => {
      const items = (await trialBalance(reads, sentFields(query))).map((balance) => {
        const amount = amountsIn(balance.currency);
        const { account, debitMinor, creditMinor, balanceMinor } = balance;
        return {
          account,
          debit: amount(debitMinor),
          credit: amount(creditMinor),
          balance: amount(balanceMinor),
        };
      });
      return ok({ items });
    },
    readJournal: async ({ query: { cursor, ...span } }) => {
      const position = readCursor('journal', POSITION, cursor);
      if (!position.ok) return position;
      const [at, id] = position.value ?? [];
      const after =
        at === undefined || id === undefined
          ? {}
          : { cursor: { postedAt: Temporal.Instant.fromEpochNanoseconds(BigInt(at)), id: BigInt(id) } };
      const { entries, next } = await readJournal(reads, { ...sentFields(span), ...after });
      const items = entries.map((entry) => ({
        ...{ id: String(entry.id), kind: entry.kind, reference: entry.reference, orderId: entry.orderId },
        ...{ memo: entry.memo, postedAt: entry.postedAt.toString() },
        postings: entry.postings.map(({ account, currency, amountMinor }) => {
          return { account, amount: amountsIn(currency)(amountMinor) };
        }),
      }));
      const position2 = next && [String(next.postedAt.epochNanoseconds), String(next.id)];
      return ok({ items, nextCursor: position2 && writeCursor('journal', position2) });
    },
  };
}

export function creditHandlers({ db, reads, giftCardKey: key }: AdminDeps): Handlers<typeof creditEndpoints> {
  return {
    readGiftCard: async ({ params: { id }, now }) => {
      const card = (await readGiftCards(reads, [id], now)).get(id);
      if (card === undefined) return refuse('not_found', 'no card with this id can be used', 'id');
      const { last4, currency, balanceMinor, expiresAt } = card;
      return ok({ id, last4, balance: amountsIn(currency)(balanceMinor), expiresAt: expiresAt?.toString() });
    },
    issueGiftCard: async ({ body: { amount, ...body }, now, tx }) => {
      if (amount.minor === 0n) return refuse('not_an_amount', 'an amount above zero', 'amount.amount');
      if (body.expiresAt !== undefined && Temporal.Instant.compare(body.expiresAt, now) <= 0) {
        return refuse('expires_in_past', 'a card expires in the future', 'expiresAt');
      }
      const { minor: amountMinor, currency } = amount;
      return ok(await issueGiftCard(tx, { key, amountMinor, currency, ...sentFields(body), now }));
    },
    disableGiftCard: async ({ params: { id }, body: { isDisabled }, now }) => {
      await transact(db, (tx) => setGiftCardDisabled(tx, { id, isDisabled, now }));
      return ok({ isDisabled });
    },
  };
}
