import { z } from 'zod';
import { ok, parseId } from '../../../../kernel/index.ts';
import { contestDispute, type Dispute, readDisputes } from '../../../../modules/payments/index.ts';
import { type Handlers, readCursor, sentFields, writeCursor } from '../../../../platform/api/index.ts';
import type { settlementEndpoints } from '../contract/settlements.ts';
import type { AdminDeps } from '../deps.ts';
import { moneyIn, reachable } from './settled.ts';

const DISPUTE = z.tuple([z.string().max(36)]);

type Disputes = Pick<Handlers<typeof settlementEndpoints>, 'listDisputes' | 'contestDispute'>;

export function disputeHandlers({ reads, orders }: AdminDeps): Disputes {
  return {
    listDisputes: async ({ query: { cursor, limit, ...about } }) => {
      const position = readCursor('disputes', DISPUTE, cursor);
      if (!position.ok) return position;
      const after = parseId<'dispute'>(position.value?.[0] ?? '');
      const asked = { ...sentFields(about), limit: limit + 1, ...(after ? { after } : {}) };
      const found = await readDisputes(reads, asked);
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      return ok({ items: shown.map(disputeAnswer), nextCursor: last && writeCursor('disputes', [last.id]) });
    },
    contestDispute: async ({ params: { id }, body: { shippedOn, ...evidence }, now }) => {
      const about = { id, evidence: { ...evidence, shippedOn }, now };
      const contested = await reachable(() => contestDispute(orders, about));
      return contested.ok ? ok({ isContested: true }) : contested;
    },
  };
}

export function disputeAnswer({
  amountMinor,
  currency,
  evidenceDueAt,
  contestedAt,
  openedAt,
  ...rest
}: Dispute) {
  return {
    ...rest,
    amount: moneyIn({ amountMinor, currency }),
    evidenceDueAt: evidenceDueAt?.toString(),
    contestedAt: contestedAt?.toString(),
    openedAt: openedAt.toString(),
  };
}
