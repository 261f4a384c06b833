import { sql } from 'kysely';
import { type Tx, toDocument } from '../../../platform/database/index.ts';
import type { GroupForecast } from '../make/gathered.ts';

/** Of all group forecasts the row that is the shop; '' is what has none. */
export const WHOLE_SHOP = '*';

/** Keeps what groups are fitted by; without new ones, those of this week stay. Either way they come to what their variants do. */
export async function keepGroups(
  tx: Tx,
  groups: readonly GroupForecast[] | undefined,
  firstDay: Temporal.PlainDate,
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
