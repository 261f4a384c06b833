import { sql } from 'kysely';
import { type Db, type Tx, toDocument } from '../../../platform/database/index.ts';
import type { Subject } from '../decision.ts';

/** When a kind last looked, what it found, and why it could not. */
export type Look = {
  readonly kind: string;
  readonly lookedAt: Temporal.Instant;
  readonly found: number;
  /** What was found and is too small, or too much at once, to be put to anybody. */
  readonly leftOut: { readonly count: number; readonly valueMinor: bigint };
  /** Of what it cannot say what it brings, as nobody has said what it costs; the first of them by name. */
  readonly costUnknown: { readonly count: number; readonly of: readonly Subject[] };
  /** Since then it cannot look; `undefined`: it can. */
  readonly failedAt: Temporal.Instant | undefined;
  readonly failure: string;
};

export async function keepLook(
  tx: Tx,
  {
    kind,
    now,
    found,
    leftOut,
    costUnknown,
  }: Pick<Look, 'kind' | 'found' | 'leftOut' | 'costUnknown'> & { readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into decisions.look (kind, looked_at, found, left_out, left_out_minor, cost_unknown, cost_unknown_of)
    values (${kind}, ${now.toString()}::timestamptz, ${found}, ${leftOut.count}, ${leftOut.valueMinor},
      ${costUnknown.count}, ${toDocument(costUnknown.of)}::jsonb)
    on conflict (kind) do update set looked_at = excluded.looked_at, found = excluded.found,
      left_out = excluded.left_out, left_out_minor = excluded.left_out_minor, cost_unknown = excluded.cost_unknown,
      cost_unknown_of = excluded.cost_unknown_of, failed_at = null, failure = ''`.execute(tx);
}

/** Since when it fails is kept over its attempts. */
export async function keepFailedLook(
  db: Db,
  { kind, now, failure }: { readonly kind: string; readonly now: Temporal.Instant; readonly failure: string },
): Promise<void> {
  await sql`
    insert into decisions.look as kept (kind, looked_at, found, failed_at, failure)
    values (${kind}, ${now.toString()}::timestamptz, 0, ${now.toString()}::timestamptz, ${failure.slice(0, 2_000)})
    on conflict (kind) do update set looked_at = excluded.looked_at, failure = excluded.failure,
      failed_at = coalesce(kept.failed_at, excluded.failed_at)`.execute(db);
}

export async function readLooks(db: Db): Promise<Look[]> {
  type Row = {
    kind: string;
    looked_at: Temporal.Instant;
    found: number;
    left_out: number;
    left_out_minor: bigint;
    cost_unknown: number;
    cost_unknown_of: readonly Subject[];
    failed_at: Temporal.Instant | null;
    failure: string;
  };
  const { rows } = await sql<Row>`
    select kind, looked_at, found, left_out, left_out_minor, cost_unknown, cost_unknown_of, failed_at, failure
    from decisions.look order by kind`.execute(db);
  return rows.map(({ kind, looked_at: lookedAt, found, failed_at: failedAt, failure, ...row }) => {
    const leftOut = { count: row.left_out, valueMinor: row.left_out_minor };
    const costUnknown = { count: row.cost_unknown, of: row.cost_unknown_of };
    return { kind, lookedAt, found, leftOut, costUnknown, failedAt: failedAt ?? undefined, failure };
  });
}
