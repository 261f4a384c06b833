import { z } from 'zod';
import { ok, parseId, refuse } from '../../../../kernel/index.ts';
import {
  isSettled,
  readNamedDifferences,
  readOpenItems,
  readOpenSums,
  readSettlements,
} from '../../../../modules/analytics/index.ts';
import { readOrderFacts } from '../../../../modules/orders/index.ts';
import { type Handlers, readCursor, sentFields, writeCursor } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { amountsIn } from '../../store/answers/cart.ts';
import type { agreementEndpoints } from '../contract/agreement.ts';
import type { AdminDeps } from '../deps.ts';

const MOST_DAYS = 400;
const POSITION = z.tuple([z.int()]);

/** Whether reports agree with providers' payouts, and what is open. */
export function agreementHandlers({ reads }: AdminDeps): Handlers<typeof agreementEndpoints> {
  return {
    readSettlement: async ({ query: { from, to } }) => {
      const count = from.until(to).days + 1;
      if (count < 1 || count > MOST_DAYS) {
        return refuse('invalid_span', `a span has 1 to ${MOST_DAYS} days`, 'to');
      }
      const [settlements, named, open] = await Promise.all([
        readSettlements(reads, { from, to }),
        readNamedDifferences(reads, { from, to }),
        readOpenSums(reads),
      ]);
      const numbers = await readNumbers(reads, named);
      return ok({
        days: settlements.map((one) => {
          const amount = amountsIn(one.currency);
          const { paid_out, fees, at_provider, owed, disputed, lost, credit, given } = one.parts;
          const parts = {
            ...{ paid_out: amount(paid_out), fees: amount(fees), at_provider: amount(at_provider) },
            ...{ owed: amount(owed), disputed: amount(disputed), lost: amount(lost) },
            ...{ credit: amount(credit), given: amount(given) },
          };
          const { day, market, soldMinor } = one;
          return { day: day.toString(), market, sold: amount(soldMinor), parts, isSettled: isSettled(one) };
        }),
        differences: named.map(({ day, currency, orderId, oursMinor, theirsMinor, ...about }) => {
          const amount = amountsIn(currency);
          const orderNumber = numbers.get(orderId ?? '');
          const whose = { orderId, ...(orderNumber === undefined ? {} : { orderNumber }) };
          return {
            ...{ ...about, ...whose, day: day.toString() },
            ...{ ours: amount(oursMinor), theirs: amount(theirsMinor) },
          };
        }),
        open: open.map(({ currency, amountMinor, since, ...sum }) => ({
          ...{ ...sum, amount: amountsIn(currency)(amountMinor), since: since.toString() },
        })),
      });
    },
    listOpenItems: async ({ query: { kind, cursor, limit, ...asked } }) => {
      const position = readCursor(`open ${kind}`, POSITION, cursor);
      if (!position.ok) return position;
      const after = position.value === undefined ? {} : { after: position.value[0] };
      const found = await readOpenItems(reads, { kind, ...sentFields(asked), ...after, limit: limit + 1 });
      const items = found.slice(0, limit);
      const numbers = await readNumbers(reads, items);
      const last = found.length > limit ? items.at(-1) : undefined;
      return ok({
        items: items.map(({ market, provider, currency, amountMinor, since, orderId }) => ({
          ...{ market, provider, amount: amountsIn(currency)(amountMinor), since: since.toString() },
          ...{ orderId, orderNumber: numbers.get(orderId ?? '') },
        })),
        nextCursor: last && writeCursor(`open ${kind}`, [last.position]),
      });
    },
  };
}

/** What orders are called, by their ids. */
async function readNumbers(
  db: Db,
  of: readonly { readonly orderId: string | undefined }[],
): Promise<Map<string, string>> {
  const ids = [...new Set(of.flatMap(({ orderId }) => parseId<'order'>(orderId ?? '') ?? []))];
  const facts = await readOrderFacts(db, ids);
  return new Map(facts.map(({ orderId, number }) => [orderId, number]));
}
