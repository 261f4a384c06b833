import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { DemandClass } from '../forecast/forecast.ts';
import type { Reason } from '../forecast/reason.ts';
import type { OwnForecast } from '../make/forecast-item.ts';

/** A forecast by its own past as it was made before, with what says whether that past is still the same. */
export type KeptOwn = { readonly own: OwnForecast; readonly fingerprint: string };

type Row = {
  readonly variantId: VariantId;
  readonly demandClass: DemandClass;
  readonly method: string;
  readonly ownWeeks: readonly number[];
  readonly ownVariances: readonly number[];
  readonly weekdays: readonly number[];
  readonly history: readonly (number | null)[];
  readonly ownReasons: readonly Reason[];
  readonly daysOut: number;
  readonly price: number;
  readonly fingerprint: string;
};

/** All that were made of weeks from this day on. Their backtests stay where they are. */
export async function readOwn(db: Db, firstDay: Temporal.PlainDate): Promise<ReadonlyMap<string, KeptOwn>> {
  const { rows } = await sql<Row>`
    select variant_id as "variantId", demand_class as "demandClass", method, own_weeks as "ownWeeks",
      own_variances as "ownVariances", weekdays, history, own_reasons as "ownReasons", days_out as "daysOut", price,
      fingerprint
    from forecasting.forecast where first_day = ${firstDay.toString()}::date`.execute(db);
  return new Map(
    rows.map(({ fingerprint, ownWeeks, ownVariances, ownReasons, history, ...row }) => {
      const own: OwnForecast = {
        ...row,
        ...{ weeks: Float64Array.from(ownWeeks), variances: Float64Array.from(ownVariances) },
        ...{ reasons: ownReasons, tested: [] },
        history: Float64Array.from(history, (pieces) => pieces ?? Number.NaN),
      };
      return [row.variantId, { own, fingerprint }];
    }),
  );
}
