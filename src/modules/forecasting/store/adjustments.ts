import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Adjustment, AdjustmentId, AdjustmentScope } from '../adjustments/adjustment.ts';
import type { AppliedAdjustment } from '../forecast/forecast.ts';

type Row = {
  readonly id: AdjustmentId;
  readonly scope: AdjustmentScope;
  readonly scopeId: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly factor: number | null;
  readonly pieces: number | null;
  readonly reason: string;
  readonly madeBy: string;
  readonly madeAt: Temporal.Instant;
  readonly undoneBy: string | null;
  readonly undoneAt: Temporal.Instant | null;
  readonly expectedWithout: number;
  readonly expectedWith: number;
  readonly actual: number | null;
};

const COLUMNS = sql`id, scope, scope_id as "scopeId", from_day as "from", to_day as "to", factor, pieces, reason,
  made_by as "madeBy", made_at as "madeAt", undone_by as "undoneBy", undone_at as "undoneAt",
  expected_without as "expectedWithout", expected_with as "expectedWith", actual`;

/**
 * Every adjustment that counts, as it changes the forecast of one variant: pieces of a category or the shop are a factor
 * then, by which all that it is of grows alike.
 */
export async function readOpenAdjustments(
  db: Db,
): Promise<readonly (AppliedAdjustment & { readonly scopeId: string })[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from forecasting.adjustment where undone_at is null order by made_at, id`.execute(db);
  return rows.map(({ scope, scopeId, from, to, reason, factor, pieces, expectedWithout, expectedWith }) => {
    const about = { scope, scopeId, from, to, reason };
    if (pieces === null) return { ...about, factor: factor ?? 1, pieces: 0 };
    if (scope === 'variant') return { ...about, factor: 1, pieces };
    return { ...about, factor: expectedWithout > 0 ? expectedWith / expectedWithout : 1, pieces: 0 };
  });
}

export async function insertAdjustment(tx: Tx, one: Adjustment): Promise<void> {
  const { change, score } = one;
  await sql`
    insert into forecasting.adjustment (id, scope, scope_id, from_day, to_day, factor, pieces, reason, made_by, made_at,
      expected_without, expected_with)
    values (${one.id}, ${one.scope}, ${one.scopeId}, ${one.from.toString()}::date, ${one.to.toString()}::date,
      ${change.kind === 'factor' ? change.factor : null}, ${change.kind === 'pieces' ? change.pieces : null},
      ${one.reason}, ${one.madeBy}, ${one.madeAt.toString()}::timestamptz, ${score.expectedWithout},
      ${score.expectedWith})`.execute(tx);
}

/** @returns whether there was one that was not taken back yet */
export async function markUndone(
  tx: Tx,
  { id, by, now }: { readonly id: AdjustmentId; readonly by: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql`
    update forecasting.adjustment set undone_by = ${by}, undone_at = ${now.toString()}::timestamptz
    where id = ${id} and undone_at is null returning id`.execute(tx);
  return rows.length > 0;
}

export async function findAdjustment(db: Db, id: AdjustmentId): Promise<Adjustment | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from forecasting.adjustment where id = ${id}`.execute(db);
  return rows[0] && adjustmentOf(rows[0]);
}

/** The latest first; those that were taken back too. */
export async function readAdjustments(
  db: Db,
  {
    variantId,
    category,
  }: { readonly variantId?: string | undefined; readonly category?: string | undefined },
  limit = 200,
): Promise<readonly Adjustment[]> {
  const of =
    variantId === undefined
      ? sql`true`
      : sql`(scope = 'shop' or (scope = 'variant' and scope_id = ${variantId})
          or (scope = 'category' and starts_with(${`${category ?? ''}/`}, scope_id || '/')))`;
  const { rows } = await sql<Row>`
    select ${COLUMNS} from forecasting.adjustment where ${of} order by made_at desc, id desc limit ${limit}`.execute(
    db,
  );
  return rows.map(adjustmentOf);
}

/** Those whose days are over and of which nobody knows yet what came of them. */
export async function readUnjudged(db: Db, today: Temporal.PlainDate): Promise<readonly Adjustment[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from forecasting.adjustment
    where undone_at is null and actual is null and to_day < ${today.toString()}::date`.execute(db);
  return rows.map(adjustmentOf);
}

export async function noteActual(db: Db, id: AdjustmentId, actual: number): Promise<void> {
  await sql`update forecasting.adjustment set actual = ${actual} where id = ${id}`.execute(db);
}

function adjustmentOf(row: Row): Adjustment {
  const { factor, pieces, undoneBy, undoneAt, expectedWithout, expectedWith, actual, ...about } = row;
  return {
    ...about,
    change: factor === null ? { kind: 'pieces', pieces: pieces ?? 0 } : { kind: 'factor', factor },
    undone: undoneBy === null || undoneAt === null ? undefined : { by: undoneBy, at: undoneAt },
    score: { expectedWithout, expectedWith, actual: actual ?? undefined },
  };
}
