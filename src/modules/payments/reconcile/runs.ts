import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { ProviderName } from '../provider.ts';
import type { Difference } from './compare.ts';

/** The days that were compared, the latest first, from after `before` on, each with how many differences it has. */
export async function readReconciliations(
  db: Db,
  { limit, before }: { readonly limit: number; readonly before?: Pick<Reconciliation, 'day' | 'provider'> },
): Promise<Reconciliation[]> {
  const day = before?.day.toString();
  const after = before && sql`(day < ${day}::date or (day = ${day}::date and provider > ${before.provider}))`;
  const { rows } = await sql<Reconciliation>`
    select provider, day, ran_at as "ranAt", line_count as "lineCount",
      (select count(*)::int from payments.difference where reconciliation_id = reconciliation.id) as "differenceCount"
    from payments.reconciliation where ${after ?? sql`true`}
    order by day desc, provider limit ${limit}`.execute(db);
  return rows;
}

/** A difference as it is kept; `id` goes up within a run. */
export type KeptDifference = Difference & { readonly id: bigint };

type DifferenceRow = Omit<KeptDifference, 'paymentId' | 'transactionId' | 'oursMinor' | 'theirsMinor'> & {
  readonly paymentId: KeptDifference['paymentId'] | null;
  readonly transactionId: string | null;
  readonly oursMinor: bigint | null;
  readonly theirsMinor: bigint | null;
};

/** What differed on a day that was compared, from after `after` on. */
export async function readDifferences(
  db: Db,
  input: Pick<Reconciliation, 'day' | 'provider'> & { readonly after?: bigint; readonly limit: number },
): Promise<KeptDifference[]> {
  const { rows } = await sql<DifferenceRow>`
    select difference.id, kind, about, payment_id as "paymentId", transaction_id as "transactionId", currency,
      ours_minor as "oursMinor", theirs_minor as "theirsMinor"
    from payments.reconciliation run join payments.difference on reconciliation_id = run.id
    where run.provider = ${input.provider} and run.day = ${input.day.toString()}::date
      and difference.id > ${input.after ?? 0n}
    order by difference.id limit ${input.limit}`.execute(db);
  return rows.map((row) => ({
    ...row,
    paymentId: row.paymentId ?? undefined,
    transactionId: row.transactionId ?? undefined,
    oursMinor: row.oursMinor ?? undefined,
    theirsMinor: row.theirsMinor ?? undefined,
  }));
}

export type Reconciliation = {
  readonly provider: ProviderName;
  readonly day: Temporal.PlainDate;
  readonly ranAt: Temporal.Instant;
  readonly lineCount: number;
  readonly differenceCount: number;
};
