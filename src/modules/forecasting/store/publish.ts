import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

type When = { readonly firstDay: Temporal.PlainDate; readonly now: Temporal.Instant };

const OF_DRAFT = [
  ...['variant_id', 'product_id', 'title', 'options', 'sku', 'category', 'brand', 'demand_class', 'price'],
  'attributes',
  ...[
    'weekdays',
    'promoted',
    'history',
    'places',
    'channels',
    'fingerprint',
    'words',
    'bias',
    'error',
    'coverage',
  ],
];
const OF_FIT = [
  ...['method', 'is_enough', 'weeks', 'variances', 'next_4', 'next_4_low', 'next_4_high'],
  ...['next_13', 'next_13_low', 'next_13_high', 'flags'],
];
const COLUMNS = [...OF_DRAFT, ...OF_FIT, 'reasons', 'first_day', 'made_at'];
const FROM = [...OF_DRAFT.map((name) => `draft.${name}`), ...OF_FIT.map((name) => `fit.${name}`)].join(', ');
const SETS = COLUMNS.filter((name) => name !== 'variant_id').map((name) => `${name} = excluded.${name}`);

/**
 * Puts the drafts of a run in place of what there was of the same variants, and takes out what is gone from the catalogue. Over the
 * connection that has them; statements alone, so that it takes seconds.
 *
 * @param ids everything that is forecast, made anew or not
 */
export async function publishDrafts(tx: Tx, ids: readonly string[], { firstDay, now }: When): Promise<void> {
  await sql`analyze forecast_draft, forecast_fit`.execute(tx);
  // What is like others is told by them alone: its own past gives no reasons.
  await sql`
    insert into forecasting.forecast (${sql.raw(COLUMNS.join(', '))})
    select ${sql.raw(FROM)}, case when fit.method = 'analogy' then fit.reasons else draft.reasons || fit.reasons end,
      ${firstDay.toString()}::date, ${now.toString()}::timestamptz
    from forecast_draft draft join forecast_fit fit using (place)
    on conflict (variant_id) do update set ${sql.raw(SETS.join(', '))}`.execute(tx);
  await removeOthers(tx, ids);
  for (const table of ['accuracy', 'part']) {
    const [kept, made] = [sql.raw(`forecasting.${table}`), sql.raw(`${table}_draft`)];
    await sql`delete from ${kept} where variant_id in (select variant_id from forecast_draft)`.execute(tx);
    await sql`insert into ${kept} select * from ${made}`.execute(tx);
  }
}

async function removeOthers(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from forecasting.forecast where variant_id <> all(${ids}::uuid[])`.execute(tx);
  await sql`delete from forecasting.accuracy where variant_id <> all(${ids}::uuid[])`.execute(tx);
}
