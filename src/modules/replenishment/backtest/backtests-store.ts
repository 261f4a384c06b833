import { sql } from 'kysely';
import type { Id } from '../../../kernel/index.ts';
import { type Db, fromDocument, toDocument } from '../../../platform/database/index.ts';
import type { Policy } from '../policy/policy.ts';
import type { BacktestResult } from './backtest.ts';

export type BacktestId = Id<'backtest'>;

/** A backtest as it is kept: what was asked, and what it would have come to. */
export type Backtest = {
  readonly id: BacktestId;
  readonly policy: Policy;
  readonly variants: number;
  /** Of these, for how many no supplier is known: their lead time and sizes were assumed. */
  readonly withoutSupplier: number;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly result: BacktestResult;
  readonly runBy: string;
  readonly runAt: Temporal.Instant;
};

/** The same backtest again, of work that was run twice, is one. */
export async function keepBacktest(
  db: Db,
  given: Pick<Backtest, 'id' | 'policy' | 'variants' | 'withoutSupplier' | 'result'> & {
    readonly span: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };
    readonly by: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { id, policy, variants, withoutSupplier, result, span, by, now } = given;
  await sql`
    insert into replenishment.backtest (id, asked, result, variants, from_day, to_day, run_by, run_at)
    values (${id}, ${toDocument({ policy, withoutSupplier })}::jsonb, ${JSON.stringify(result)}::jsonb, ${variants},
      ${span.from.toString()}::date, ${span.to.toString()}::date, ${by}, ${now.toString()}::timestamptz)
    on conflict (id) do nothing`.execute(db);
}

type Row = {
  readonly id: BacktestId;
  readonly asked: unknown;
  readonly result: BacktestResult;
  readonly variants: number;
  readonly from_day: Temporal.PlainDate;
  readonly to_day: Temporal.PlainDate;
  readonly run_by: string;
  readonly run_at: Temporal.Instant;
};

const MOST_LISTED = 100;

/** The latest first. */
export async function listBacktests(db: Db): Promise<readonly Backtest[]> {
  const { rows } = await sql<Row>`
    select id, asked, result, variants, from_day, to_day, run_by, run_at from replenishment.backtest
    order by run_at desc limit ${MOST_LISTED}`.execute(db);
  return rows.map(backtestOf);
}

export async function readBacktest(db: Db, id: BacktestId): Promise<Backtest | undefined> {
  const { rows } = await sql<Row>`
    select id, asked, result, variants, from_day, to_day, run_by, run_at from replenishment.backtest
    where id = ${id}`.execute(db);
  return rows[0] && backtestOf(rows[0]);
}

function backtestOf({
  asked,
  from_day: from,
  to_day: to,
  run_by: runBy,
  run_at: runAt,
  ...row
}: Row): Backtest {
  const about = fromDocument<Pick<Backtest, 'policy' | 'withoutSupplier'>>(asked);
  return { ...row, ...about, from, to, runBy, runAt };
}
