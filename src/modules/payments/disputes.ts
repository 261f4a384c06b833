import { sql } from 'kysely';
import type { CurrencyCode, Id } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { PaymentId } from './payment.ts';
import type { DisputeSnapshot, ProviderName } from './provider.ts';

export type Dispute = {
  readonly id: Id<'dispute'>;
  readonly paymentId: PaymentId;
  readonly orderId: string;
  readonly provider: ProviderName;
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly reason: string;
  readonly state: DisputeSnapshot['state'];
  /** Until when it can be answered; later it is lost. */
  readonly evidenceDueAt: Temporal.Instant | undefined;
  readonly contestedAt: Temporal.Instant | undefined;
  readonly openedAt: Temporal.Instant;
};

/**
 * Disputes, those first whose time is running out, from after the one `after` on. `isWaiting`: open and not answered
 * yet.
 */
export async function readDisputes(
  db: Db,
  input: {
    readonly isWaiting?: boolean;
    readonly orderId?: string;
    readonly after?: Id<'dispute'>;
    readonly limit: number;
  },
): Promise<Dispute[]> {
  const { after } = input;
  const place = sql`coalesce(dispute.evidence_due_at, 'infinity'), dispute.id`;
  const goesOn = sql`and (${place}) > (select ${place} from payments.dispute where dispute.id = ${after})`;
  const waiting = sql`and dispute.state = 'open' and dispute.contested_at is null`;
  const { rows } = await sql<DisputeRow>`
    select ${COLUMNS} from payments.dispute join payments.payment on payment.id = dispute.payment_id
    where payment.order_id = coalesce(${input.orderId ?? null}::uuid, payment.order_id)
      ${input.isWaiting ? waiting : sql``} ${after === undefined ? sql`` : goesOn}
    order by dispute.evidence_due_at nulls last, dispute.id limit ${input.limit}`.execute(db);
  return rows.map(disputeOf);
}

export async function readDispute(db: Db, id: Id<'dispute'>): Promise<Dispute | undefined> {
  const { rows } = await sql<DisputeRow>`
    select ${COLUMNS} from payments.dispute join payments.payment on payment.id = dispute.payment_id
    where dispute.id = ${id}`.execute(db);
  return rows.map(disputeOf)[0];
}

const COLUMNS = sql`dispute.id, dispute.payment_id, payment.order_id, payment.provider, dispute.reference,
  dispute.amount_minor, dispute.currency, dispute.reason, dispute.state, dispute.evidence_due_at,
  dispute.contested_at, dispute.opened_at`;

type DisputeRow = {
  id: Id<'dispute'>;
  payment_id: PaymentId;
  order_id: string;
  provider: ProviderName;
  reference: string;
  amount_minor: bigint;
  currency: CurrencyCode;
  reason: string;
  state: DisputeSnapshot['state'];
  evidence_due_at: Temporal.Instant | null;
  contested_at: Temporal.Instant | null;
  opened_at: Temporal.Instant;
};

function disputeOf(row: DisputeRow): Dispute {
  const { id, provider, reference, currency, reason, state } = row;
  return {
    ...{ id, paymentId: row.payment_id, orderId: row.order_id, provider, reference },
    ...{ amountMinor: row.amount_minor, currency, reason, state },
    evidenceDueAt: row.evidence_due_at ?? undefined,
    contestedAt: row.contested_at ?? undefined,
    openedAt: row.opened_at,
  };
}
