import { z } from 'zod';
import { currencyOf } from '../../../../kernel/index.ts';
import { fromPaypalAmount } from '../../amounts/paypal.ts';
import type { DisputeSnapshot } from '../../provider.ts';
import { ProviderUnreachable } from '../../provider.ts';
import { jsonOf } from '../test/webhook.ts';
import type { PaypalClient } from './client.ts';
import { isForbidden } from './errors.ts';

// The SDK has no disputes: its own requests are sent to their endpoints ("Disputes v1"), and what is read is parsed here.
const dispute = z.object({
  dispute_id: z.string(),
  status: z.string(),
  reason: z.string().optional(),
  dispute_life_cycle_stage: z.string().optional(),
  dispute_amount: z.object({ currency_code: z.string(), value: z.string() }),
  seller_response_due_date: z.string().optional(),
  dispute_outcome: z.object({ outcome_code: z.string().optional() }).optional(),
  evidences: z.array(z.object({ notes: z.string().optional() })).optional(),
});
const list = z.object({ items: z.array(dispute).default([]) });

type Dispute = z.infer<typeof dispute>;

export const DISPUTES = '/v1/customer/disputes';

/**
 * The disputes of a captured payment. One that is still between shopper and merchant (`INQUIRY`) takes nothing. An app
 * that was not given the right to read disputes sees none.
 */
export async function disputesOf(client: PaypalClient, captureId: string): Promise<DisputeSnapshot[]> {
  const request = client.request('GET', DISPUTES);
  request.query({ disputed_transaction_id: captureId, page_size: 50 });
  const { items } = await answerOf(list, () => request.callAsText().catch(noneIfForbidden));
  const taking = items.filter(({ dispute_life_cycle_stage: stage }) => stage !== 'INQUIRY');
  return Promise.all(taking.map(async (one) => asSnapshot(await withOutcome(client, one))));
}

/** Without the right to see disputes payments are taken all the same: a right that is missing is no reason to take none. */
function noneIfForbidden(error: unknown): { readonly result: string } {
  if (isForbidden(error)) return { result: '{}' };
  throw error;
}

/** How a dispute ended is only in the dispute itself, not in the list. */
function withOutcome(client: PaypalClient, one: Dispute): Promise<Dispute> | Dispute {
  return one.status === 'RESOLVED' ? readDispute(client, one.dispute_id) : one;
}

export function readDispute(client: PaypalClient, id: string): Promise<Dispute> {
  return answerOf(dispute, () => client.request('GET', `${DISPUTES}/${encodeURIComponent(id)}`).callAsText());
}

/** The outcomes that leave the money with the shopper. */
const LOST: ReadonlySet<string> = new Set(['RESOLVED_BUYER_FAVOUR', 'ACCEPTED']);

function asSnapshot(one: Dispute): DisputeSnapshot {
  const { currency_code: code, value } = one.dispute_amount;
  const due = one.seller_response_due_date;
  const isLost = LOST.has(one.dispute_outcome?.outcome_code ?? '');
  return {
    reference: one.dispute_id,
    amountMinor: fromPaypalAmount(value, currencyOf(code)),
    reason: one.reason?.toLowerCase() ?? '',
    state: one.status !== 'RESOLVED' ? 'open' : isLost ? 'lost' : 'won',
    evidenceDueAt: due === undefined ? undefined : Temporal.Instant.from(due),
  };
}

async function answerOf<Shape extends z.ZodType>(
  shape: Shape,
  ask: () => Promise<{ readonly result: string }>,
): Promise<z.infer<Shape>> {
  const { result } = await ask();
  const parsed = shape.safeParse(jsonOf(Buffer.from(result)));
  if (!parsed.success)
    throw new ProviderUnreachable('paypal', 'an answer about disputes that is none', parsed.error);
  return parsed.data;
}
