import { sql } from 'kysely';
import { type Tx, toDocument } from '../../../platform/database/index.ts';
import type { FittedForecast } from '../make/forecast-items.ts';
import type { Past } from '../make/item.ts';
import type { GroupForecast } from '../make/reconcile.ts';
import type { ForecastItem } from '../run/known-item.ts';
import { listedOf } from './listed-of.ts';

export type KeptForecasts = {
  readonly runs: readonly ForecastItem[];
  /** In the same order. */
  readonly forecasts: readonly FittedForecast[];
  /** With the shop, whose group is ''. */
  readonly groups: readonly GroupForecast[];
  readonly past: Past;
  readonly firstDay: Temporal.PlainDate;
  readonly now: Temporal.Instant;
};

const BATCH = 500;
/** Two years of weeks: what charts show. */
const SHOWN_WEEKS = 104;

/** Puts forecasts in place of those that there were; what is gone from the catalogue goes. */
export async function keepForecasts(tx: Tx, kept: KeptForecasts): Promise<void> {
  const { runs, forecasts, firstDay, now } = kept;
  for (let from = 0; from < runs.length; from += BATCH) {
    const rows = runs.slice(from, from + BATCH).flatMap((run, index) => {
      const forecast = forecasts[from + index];
      return forecast === undefined ? [] : rowOf(run, forecast, kept);
    });
    await upsert(tx, rows);
    await keepTested(tx, runs.slice(from, from + BATCH));
  }
  const ids = runs.map(({ good }) => good.variantId);
  await sql`delete from forecasting.forecast where not variant_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from forecasting.accuracy where not variant_id = any(${ids}::uuid[])`.execute(tx);
  await keepGroups(tx, kept.groups, firstDay);
  await sql`update forecasting.forecast set made_at = ${now.toString()}::timestamptz`.execute(tx);
}

const COLUMNS = [
  ...['variant_id uuid', 'product_id uuid', 'title text', 'options text', 'sku text', 'category text'],
  ...['demand_class text', 'method text', 'is_enough bool', 'first_day date', 'made_at timestamptz'],
  ...['weeks float8[]', 'variances float8[]', 'own_weeks float8[]', 'own_variances float8[]'],
  ...['own_reasons jsonb', 'days_out int', 'price float8', 'weekdays float8[]', 'history float8[]'],
  ...['reasons jsonb', 'places jsonb', 'channels jsonb', 'fingerprint text'],
  ...['next_4 float8', 'next_4_low float8', 'next_4_high float8'],
  ...['next_13 float8', 'next_13_low float8', 'next_13_high float8'],
  ...['bias float8', 'error float8', 'coverage float8', 'flags text[]'],
];
const NAMES = COLUMNS.map((column) => column.split(' ')[0] ?? '');
/** Known from a backtest only: of what was not made anew it stays. */
const TESTED = new Set(['bias', 'error', 'coverage', 'flags']);

async function upsert(tx: Tx, rows: readonly object[]): Promise<void> {
  const sets = NAMES.filter((name) => name !== 'variant_id').map((name) =>
    TESTED.has(name)
      ? `${name} = case when kept.fingerprint = excluded.fingerprint then kept.${name} else excluded.${name} end`
      : `${name} = excluded.${name}`,
  );
  await sql`
    insert into forecasting.forecast as kept (${sql.raw(NAMES.join(', '))}, words)
    select ${sql.raw(NAMES.map((name) => `given.${name}`).join(', '))},
      to_tsvector('simple', title || ' ' || options || ' ' || sku)
    from jsonb_to_recordset(${toDocument(rows)}::jsonb) as given (${sql.raw(COLUMNS.join(', '))})
    on conflict (variant_id) do update set ${sql.raw(sets.join(', '))}, words = excluded.words`.execute(tx);
}

function rowOf(run: ForecastItem, forecast: FittedForecast, { firstDay, now }: KeptForecasts) {
  const { good, own, places, channels, fingerprint } = run;
  return {
    ...{ variant_id: good.variantId, product_id: good.productId, title: good.title, options: good.options },
    ...{
      sku: good.sku,
      category: good.category,
      demand_class: forecast.demandClass,
      method: forecast.method,
    },
    is_enough: forecast.demandClass !== 'new' || forecast.method === 'analogy',
    ...{ first_day: firstDay.toString(), made_at: now.toString(), weekdays: forecast.weekdays },
    ...{ weeks: [...forecast.weeks], variances: [...forecast.variances] },
    ...{ own_weeks: [...own.weeks], own_variances: [...own.variances], own_reasons: own.reasons },
    ...{ days_out: own.daysOut, price: own.price, reasons: forecast.reasons, places, channels, fingerprint },
    // JSON has no NaN.
    history: [...own.history.slice(-SHOWN_WEEKS)].map((pieces) => (Number.isNaN(pieces) ? null : pieces)),
    ...listedOf(forecast, firstDay, now),
  };
}

async function keepTested(tx: Tx, runs: readonly ForecastItem[]): Promise<void> {
  const made = runs.filter(({ isMade }) => isMade);
  const ids = made.map(({ good }) => good.variantId);
  await sql`delete from forecasting.accuracy where variant_id = any(${ids}::uuid[])`.execute(tx);
  const rows = made.flatMap(({ good, own }) =>
    own.tested.map((one) => ({
      ...{ variant_id: good.variantId, method: one.method, is_chosen: one.isChosen, weeks: one.weeks },
      ...{ mean_error: one.meanError, scaled_error: one.scaledError, bias: one.bias },
      ...{ quantile_loss: one.quantileLoss, hits: one.hits },
    })),
  );
  await sql`
    insert into forecasting.accuracy (variant_id, method, is_chosen, weeks, mean_error, scaled_error, bias,
      quantile_loss, hits)
    select * from jsonb_to_recordset(${toDocument(rows)}::jsonb) as given (variant_id uuid, method text,
      is_chosen bool, weeks int, mean_error float8, scaled_error float8, bias float8, quantile_loss float8,
      hits jsonb)`.execute(tx);
}

async function keepGroups(tx: Tx, groups: readonly GroupForecast[], firstDay: Temporal.PlainDate) {
  await sql`delete from forecasting.group_forecast`.execute(tx);
  const rows = groups.map(({ group, weeks, history }) => ({
    ...{ category: group, first_day: firstDay.toString(), weeks: [...weeks], history: [...history] },
    effects: {},
  }));
  await sql`
    insert into forecasting.group_forecast (category, first_day, weeks, history, effects)
    select * from jsonb_to_recordset(${toDocument(rows)}::jsonb) as given (category text, first_day date,
      weeks float8[], history float8[], effects jsonb)
    on conflict (category) do nothing`.execute(tx);
}
