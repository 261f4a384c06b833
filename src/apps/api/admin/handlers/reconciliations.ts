import { z } from 'zod';
import { money, ok, refuse } from '../../../../kernel/index.ts';
import { readDifferences, readReconciliations, reconcile } from '../../../../modules/payments/index.ts';
import { type Handlers, moneyOf, readCursor, writeCursor } from '../../../../platform/api/index.ts';
import { PROVIDERS } from '../contract/payment-methods.ts';
import type { settlementEndpoints } from '../contract/settlements.ts';
import type { AdminDeps } from '../deps.ts';
import { reachable } from './settled.ts';

const RUN = z.tuple([z.string().max(10), z.enum(PROVIDERS)]);
const DIFFERENCE = z.tuple([z.string().regex(/^\d{1,18}$/)]);

type Reconciliations = Pick<
  Handlers<typeof settlementEndpoints>,
  'listReconciliations' | 'runReconciliation' | 'listDifferences'
>;

/** Our books beside those of a provider. */
export function reconciliationHandlers({ reads, orders }: AdminDeps): Reconciliations {
  return {
    listReconciliations: async ({ query: { cursor, limit } }) => {
      const position = readCursor('reconciliations', RUN, cursor);
      if (!position.ok) return position;
      const [day, provider] = position.value ?? [];
      const before = day && provider ? { before: { day: Temporal.PlainDate.from(day), provider } } : {};
      const found = await readReconciliations(reads, { limit: limit + 1, ...before });
      const shown = found.slice(0, limit).map(({ day: on, ranAt, ...run }) => {
        return { ...run, day: on.toString(), ranAt: ranAt.toString() };
      });
      const last = found.length > limit ? shown.at(-1) : undefined;
      const nextCursor = last && writeCursor('reconciliations', [last.day, last.provider]);
      return ok({ items: shown, nextCursor });
    },
    runReconciliation: async ({ body, now }) => {
      if (Temporal.PlainDate.compare(body.day, now.toZonedDateTimeISO('UTC').toPlainDate()) >= 0) {
        return refuse('day_not_over', 'a day is compared when it is over, in UTC', 'day');
      }
      if ((await orders.providers.get(body.provider)) === undefined) {
        return refuse('not_set_up', `${body.provider} is not set up in this shop`, 'provider');
      }
      return reachable(async () =>
        ok({ differenceCount: (await reconcile(orders, { ...body, now })).length }),
      );
    },
    listDifferences: async ({ params, query: { cursor, limit } }) => {
      const position = readCursor('differences', DIFFERENCE, cursor);
      if (!position.ok) return position;
      const after = position.value === undefined ? {} : { after: BigInt(position.value[0]) };
      const found = await readDifferences(reads, { ...params, ...after, limit: limit + 1 });
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      const items = shown.map(
        ({ kind, about, paymentId, transactionId, currency, oursMinor, theirsMinor }) => {
          const amountOf = (minor: bigint | undefined) =>
            minor === undefined ? undefined : moneyOf(money(minor, currency));
          return {
            kind,
            about,
            paymentId,
            transactionId,
            ours: amountOf(oursMinor),
            theirs: amountOf(theirsMinor),
          };
        },
      );
      return ok({ items, nextCursor: last && writeCursor('differences', [String(last.id)]) });
    },
  };
}
