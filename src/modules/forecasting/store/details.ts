import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { Flag } from '../forecast/forecast.ts';
import type { OwnPart } from '../forecast/part.ts';
import type { Hits, TestedMethod } from '../forecast/tested-method.ts';
import { readOwnParts } from './parts.ts';

/** What a forecast was made of, for whoever looks at it closely. */
export type ForecastDetails = {
  /** Its path. */
  readonly category: string;
  /** Pieces of the weeks behind, the latest last; undefined: not known, it was out of stock. */
  readonly history: readonly (number | undefined)[];
  /** Shares by the location's id, and by the origin of what was sold. */
  readonly places: Readonly<Record<string, number>>;
  readonly channels: Readonly<Record<string, number>>;
  /** Of those places and channels that have a forecast of their own. */
  readonly parts: readonly OwnPart[];
  readonly bias: number | undefined;
  readonly error: number | undefined;
  readonly coverage: number | undefined;
  readonly flags: readonly Flag[];
  readonly backtest: readonly TestedMethod[];
};

type Row = Omit<ForecastDetails, 'parts' | 'history' | 'backtest' | 'bias' | 'error' | 'coverage'> & {
  readonly history: readonly (number | null)[];
  readonly bias: number | null;
  readonly error: number | null;
  readonly coverage: number | null;
};

export async function readForecastDetails(
  db: Db,
  variantId: VariantId,
): Promise<ForecastDetails | undefined> {
  const { rows } = await sql<Row>`
    select category, history, places, channels, bias, error, coverage, flags from forecasting.forecast
    where variant_id = ${variantId}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { history, bias, error, coverage, ...about } = row;
  return {
    ...{ ...about, bias: bias ?? undefined, error: error ?? undefined, coverage: coverage ?? undefined },
    history: history.map((pieces) => pieces ?? undefined),
    parts: (await readOwnParts(db, [variantId])).get(variantId) ?? [],
    backtest: await readTested(db, variantId),
  };
}

type TestedRow = {
  readonly method: string;
  readonly isChosen: boolean;
  readonly weeks: number;
  readonly meanError: number;
  readonly scaledError: number | null;
  readonly bias: number | null;
  readonly quantileLoss: number;
  readonly hits: Hits;
};

/** The best first. */
async function readTested(db: Db, variantId: VariantId): Promise<TestedMethod[]> {
  const { rows } = await sql<TestedRow>`
    select method, is_chosen as "isChosen", weeks, mean_error as "meanError", scaled_error as "scaledError", bias,
      quantile_loss as "quantileLoss", hits
    from forecasting.accuracy where variant_id = ${variantId} order by quantile_loss, method`.execute(db);
  return rows.map((row) => ({
    ...row,
    ...{ scaledError: row.scaledError ?? undefined, bias: row.bias ?? undefined },
  }));
}
