import { ok, type Result } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { keepWebhook, type ProviderName, verifyWebhook, type WebhookRefusal } from '../../payments/index.ts';
import type { OrderDeps } from '../deps.ts';
import { SETTLE_PAYMENT } from './settle-job.ts';

/**
 * Takes a provider's webhook: verified over its raw bytes, kept once however often it comes, and its payment asked for
 * again by a job that is enqueued with it. Answers fast and believes nothing of the body.
 */
export async function receiveWebhook(
  deps: OrderDeps,
  input: {
    readonly provider: ProviderName;
    readonly rawBody: Uint8Array;
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly now: Temporal.Instant;
  },
): Promise<Result<{ readonly isNew: boolean }, WebhookRefusal>> {
  const verified = await verifyWebhook(deps, input);
  if (!verified.ok) return verified;
  return transact(deps.db, async (tx) => {
    const { isNew, paymentId } = await keepWebhook(tx, { webhook: verified.value, now: input.now });
    // Several webhooks of one payment that wait together are one question to its provider.
    if (isNew && paymentId !== undefined)
      await enqueue(tx, SETTLE_PAYMENT, { paymentId }, { key: paymentId });
    return ok({ isNew });
  });
}
