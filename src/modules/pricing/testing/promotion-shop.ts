import { sql } from 'kysely';
import { expectOk } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { claimPromotions } from '../promotions/claim.ts';
import type { PromotionId } from '../promotions/promotion.ts';
import { readPromotionRulebook } from '../promotions/read-rulebook.ts';
import { readPromotionUsage } from '../promotions/read-usage.ts';
import { removePromotion, savePromotion } from '../promotions/save-promotion.ts';
import { quote } from '../quote/quote.ts';
import { aLine, aQuote, NOON } from './a-quote.ts';

/** 10 % off the order by itself, as somebody sends it. */
export function sent(change: object = {}): object {
  const benefits = [{ kind: 'percent_off', per: 'order', rateMillionths: 100_000 }];
  return { name: 'Ten', trigger: 'automatic', lane: 2, benefits, ...change };
}

/** What tests do with promotions in a database. */
export function promotionShop(db: Db) {
  const write = <Value>(run: (tx: Tx) => Promise<Value>) => db.transaction().execute(run);
  const save = (promotion: unknown, id?: PromotionId) =>
    write((tx) => savePromotion(tx, { id, promotion, now: NOON }));

  /** What somebody is asked for a line of 100.00, as carts ask: everything read anew. */
  const priced = async (codes: readonly string[] = [], customerId?: string) => {
    const rulebook = await readPromotionRulebook(db);
    const usage = await readPromotionUsage(db, { rulebook, codes, customerId });
    const customer = customerId === undefined ? undefined : { id: customerId, segments: [], orderCount: 0 };
    return quote(aQuote([aLine('a', 10_000n)], { rulebook, usage, codes, customer }));
  };

  return {
    write,
    save,
    priced,
    made: async (change: object = {}): Promise<PromotionId> => expectOk(await save(sent(change))).id,
    claim: async (codes: readonly string[] = [], customerId?: string, orderId: string = newId<'order'>()) => {
      const quoted = await priced(codes, customerId);
      return write((tx) => claimPromotions(tx, { quote: quoted, orderId, customerId, now: NOON }));
    },
    /** So that each test's promotions are its own. */
    startAnew: async (): Promise<void> => {
      for (const { id } of (await readPromotionRulebook(db)).promotions) {
        await write((tx) => removePromotion(tx, { id, now: NOON }));
      }
    },
    counters: async (): Promise<Record<string, bigint>> => {
      const { rows } = await sql<{ subject: string; taken: bigint }>`
        select subject, taken from pricing.promotion_counter
        join pricing.promotion on promotion.id = promotion_id and removed_at is null
        order by subject`.execute(db);
      return Object.fromEntries(rows.map(({ subject, taken }) => [subject, taken]));
    },
  };
}
