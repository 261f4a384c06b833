import { sql } from 'kysely';
import { type Tx, toDocument } from '../../../platform/database/index.ts';
import type { TestedMethod } from '../forecast/tested-method.ts';
import type { OwnForecast } from '../make/forecast-item.ts';
import type { Fit, GroupForecast } from '../make/forecast-items.ts';
import type { ForecastItem } from '../run/known-item.ts';
import { type Column, columnsOf } from './columns.ts';
import { listedOf } from './listed-of.ts';

/** What was made anew, as it is fitted to its group. */
type MadeForecast = ForecastItem & { readonly fitted: OwnForecast };

type When = { readonly firstDay: Temporal.PlainDate; readonly now: Temporal.Instant };
type About = When & { readonly fit: Fit };

const BATCH = 500;
/** Two years of weeks: what charts show. */
const SHOWN_WEEKS = 104;

/** Puts forecasts in place of those that there were of the same variants. */
export async function writeForecasts(tx: Tx, items: readonly ForecastItem[], about: About): Promise<void> {
  for (let from = 0; from < items.length; from += BATCH) {
    const batch = items.slice(from, from + BATCH).map((one) => ({ ...one, fitted: about.fit(one) }));
    await upsert(tx, batch, about);
    const ids = batch.map(({ good }) => good.variantId);
    await sql`delete from forecasting.accuracy where variant_id = any(${ids}::uuid[])`.execute(tx);
    await sql`delete from forecasting.part where variant_id = any(${ids}::uuid[])`.execute(tx);
    await insertTested(tx, batch);
    await insertParts(tx, batch);
  }
}

/** What is gone from the catalogue goes. */
export async function removeOthers(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from forecasting.forecast where not variant_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from forecasting.accuracy where not variant_id = any(${ids}::uuid[])`.execute(tx);
}

const digits = (values: Iterable<number>, places: number) => {
  let text = '{';
  for (const value of values) {
    if (text.length > 1) text += ',';
    // Of a week that is not known there is no number.
    text += Number.isNaN(value) ? 'null' : String(Math.round(value * places) / places);
  }
  return `${text}}`;
};
const PIECES = 1e4;
const SHARES = 1e8;

const FORECAST: readonly Column<MadeForecast, When>[] = [
  ['variant_id', 'uuid', ({ good }) => good.variantId],
  ['product_id', 'uuid', ({ good }) => good.productId],
  ['title', 'text', ({ good }) => good.title],
  ['options', 'text', ({ good }) => good.options],
  ['sku', 'text', ({ good }) => good.sku],
  ['category', 'text', ({ good }) => good.category],
  ['brand', 'text', ({ good }) => good.brand ?? null],
  ['demand_class', 'text', ({ fitted }) => fitted.demandClass],
  ['method', 'text', ({ fitted }) => fitted.method],
  ['is_enough', 'bool', ({ fitted }) => fitted.demandClass !== 'new' || fitted.method === 'analogy'],
  ['first_day', 'date', (_, { firstDay }) => firstDay.toString()],
  ['made_at', 'timestamptz', (_, { now }) => now.toString()],
  ['weeks', 'float8[]', ({ fitted }) => digits(fitted.weeks, PIECES)],
  ['variances', 'float8[]', ({ fitted }) => digits(fitted.variances, PIECES)],
  ['price', 'float8', ({ own }) => own.price],
  ['weekdays', 'float8[]', ({ own }) => digits(own.weekdays, SHARES)],
  ['history', 'float8[]', ({ own }) => digits(own.history.subarray(-SHOWN_WEEKS), PIECES)],
  ['reasons', 'jsonb', ({ fitted }) => JSON.stringify(fitted.reasons)],
  ['places', 'jsonb', ({ places }) => JSON.stringify(places)],
  ['channels', 'jsonb', ({ channels }) => JSON.stringify(channels)],
  ['fingerprint', 'text', ({ fingerprint }) => fingerprint],
];
const LISTED = [
  ...['next_4 float8', 'next_4_low float8', 'next_4_high float8'],
  ...['next_13 float8', 'next_13_low float8', 'next_13_high float8'],
  ...['bias float8', 'error float8', 'coverage float8', 'flags text[]'],
];
const nameOf = (column: string) => column.split(' ')[0] ?? '';

async function upsert(tx: Tx, batch: readonly MadeForecast[], when: When): Promise<void> {
  const names = [...FORECAST.map(([name]) => name), ...LISTED.map(nameOf)];
  const sets = names.filter((name) => name !== 'variant_id').map((name) => `${name} = excluded.${name}`);
  const listed = batch.map(({ fitted }) => listedOf(fitted, when.firstDay, when.now));
  const { given, lists } = columnsOf(FORECAST, batch, when);
  await sql`
    insert into forecasting.forecast (${sql.raw(names.join(', '))}, words)
    select ${sql.raw(given)}, ${sql.raw(LISTED.map((column) => `listed.${nameOf(column)}`).join(', '))},
      to_tsvector('simple', given.title || ' ' || given.options || ' ' || given.sku)
    from (select row_number() over () as place, told.* from unnest(${lists}) as told
        (${sql.raw(FORECAST.map(([name]) => name).join(', '))})) as given
      join (select row_number() over () as place, told.* from jsonb_to_recordset(${toDocument(listed)}::jsonb)
        as told (${sql.raw(LISTED.join(', '))})) as listed using (place)
    on conflict (variant_id) do update set ${sql.raw(sets.join(', '))}, words = excluded.words`.execute(tx);
}

/** Rows of a backtest without their brackets, in as many digits as anybody reads. */
export function testedText(variantId: string, tested: readonly TestedMethod[]): string {
  const short = (value: number | undefined) => value && Number(value.toPrecision(6));
  const rows = tested.map((one) => ({
    ...{ variant_id: variantId, method: one.method, is_chosen: one.isChosen, weeks: one.weeks },
    ...{ mean_error: short(one.meanError), scaled_error: short(one.scaledError), bias: short(one.bias) },
    ...{ quantile_loss: short(one.quantileLoss), hits: one.hits },
  }));
  return JSON.stringify(rows).slice(1, -1);
}

async function insertTested(tx: Tx, batch: readonly MadeForecast[]): Promise<void> {
  const rows = batch.flatMap(({ tested }) => (tested === '' ? [] : tested));
  await sql`
    insert into forecasting.accuracy (variant_id, method, is_chosen, weeks, mean_error, scaled_error, bias,
      quantile_loss, hits)
    select * from jsonb_to_recordset(${`[${rows.join(',')}]`}::jsonb) as given (variant_id uuid, method text,
      is_chosen bool, weeks int, mean_error float8, scaled_error float8, bias float8, quantile_loss float8,
      hits jsonb)`.execute(tx);
}

type MadePart = MadeForecast['own']['parts'][number] & { readonly variantId: string };
const PART: readonly Column<MadePart, unknown>[] = [
  ['variant_id', 'uuid', ({ variantId }) => variantId],
  ['kind', 'text', ({ kind }) => kind],
  ['part_id', 'text', ({ id }) => id],
  ['shares', 'float8[]', ({ shares }) => digits(shares, SHARES)],
  ['means', 'float8[]', ({ means }) => digits(means, PIECES)],
  ['variances', 'float8[]', ({ variances }) => digits(variances, PIECES)],
];

async function insertParts(tx: Tx, batch: readonly MadeForecast[]): Promise<void> {
  const parts = batch.flatMap(({ good, own }) => {
    return own.parts.map((part) => ({ ...part, variantId: good.variantId }));
  });
  if (parts.length === 0) return;
  const { given, lists } = columnsOf(PART, parts, undefined);
  const names = sql.raw(PART.map(([name]) => name).join(', '));
  await sql`
    insert into forecasting.part (${names}) select ${sql.raw(given)}
    from unnest(${lists}) as given (${names})`.execute(tx);
}

/** Of all group forecasts the row that is the shop; '' is what has none. */
export const WHOLE_SHOP = '*';

/** Keeps what groups are fitted by; without new ones, those of this week stay. Either way they come to what their variants do. */
export async function keepGroups(
  tx: Tx,
  groups: readonly GroupForecast[] | undefined,
  { firstDay }: Pick<When, 'firstDay'>,
): Promise<void> {
  if (groups !== undefined) {
    await sql`delete from forecasting.group_forecast`.execute(tx);
    const length = Math.max(0, ...groups.map(({ history }) => history.length));
    const shop = new Float64Array(length).map((_, week) =>
      groups.reduce((sum, { history }) => sum + (history[week] ?? 0), 0),
    );
    const all = [...groups, { group: WHOLE_SHOP, history: shop, factors: [] }];
    const rows = all.map(({ group, history, factors }) => ({
      ...{ category: group, first_day: firstDay.toString(), history: [...history], factors: [...factors] },
    }));
    await sql`
      insert into forecasting.group_forecast (category, first_day, weeks, history, factors, effects)
      select category, first_day, '{}', history, factors, '{}'
      from jsonb_to_recordset(${toDocument(rows)}::jsonb) as given (category text, first_day date, history float8[],
        factors float8[])`.execute(tx);
  }
  // In ten-thousandths, as whole numbers: so the sum of all is the sum of all.
  await sql`
    with week as (
      select split_part(category, '/', 1) as category, place, sum(round(pieces * 10000)::bigint) as pieces
      from forecasting.forecast, unnest(weeks) with ordinality as told (pieces, place) group by 1, 2
    ), summed as (
      select category, place, pieces from week
      union all select ${WHOLE_SHOP}, place, sum(pieces) from week group by place
    ), listed as (
      select category, array_agg((pieces / 10000)::double precision order by place) as weeks from summed group by category
    )
    update forecasting.group_forecast set weeks = listed.weeks from listed
    where listed.category = group_forecast.category`.execute(tx);
}
