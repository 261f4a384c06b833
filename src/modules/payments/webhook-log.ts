import { sql } from 'kysely';
import type { Id } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { PaymentId } from './payment.ts';
import type { ProviderName } from './provider.ts';

/** A webhook as it is listed: what it was about and what came of it, not what it said. */
export type WebhookEvent = {
  readonly id: Id<'webhook_event'>;
  readonly provider: ProviderName;
  readonly eventId: string;
  readonly kind: string;
  readonly paymentId: PaymentId | undefined;
  readonly receivedAt: Temporal.Instant;
  /** `undefined` while nobody acted on it, and when it is about no payment of this shop. */
  readonly processedAt: Temporal.Instant | undefined;
  readonly outcome: string | undefined;
};

type Row = Omit<WebhookEvent, 'paymentId' | 'processedAt' | 'outcome'> & {
  readonly paymentId: PaymentId | null;
  readonly processedAt: Temporal.Instant | null;
  readonly outcome: string | null;
};

/** The webhooks that were received, the latest first, from after `before` on. */
export async function readWebhookEvents(
  db: Db,
  input: {
    readonly provider?: ProviderName;
    readonly before?: WebhookEvent['id'];
    readonly limit: number;
  },
): Promise<WebhookEvent[]> {
  const { rows } = await sql<Row>`
    select id, provider, event_id as "eventId", kind, payment_id as "paymentId", received_at as "receivedAt",
      processed_at as "processedAt", outcome
    from payments.webhook_event
    where ${input.provider === undefined ? sql`true` : sql`provider = ${input.provider}`}
      and ${input.before === undefined ? sql`true` : sql`id < ${input.before}`}
    order by id desc limit ${input.limit}`.execute(db);
  return rows.map((row) => ({
    ...row,
    paymentId: row.paymentId ?? undefined,
    processedAt: row.processedAt ?? undefined,
    outcome: row.outcome ?? undefined,
  }));
}
