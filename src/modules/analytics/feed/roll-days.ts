import type { Session } from '../../../platform/warehouse/index.ts';
import { localTime } from './local-time.ts';
import { pageKind } from './page-kind.ts';
import { ratingOf, toTwoDigits } from './web-vital.ts';

/** Counts the days anew that events of `new_event` are in: the pages that were seen, and how fast they were. */
export async function rollDays(session: Session, { zone }: { readonly zone: string }): Promise<void> {
  const days = await session.rows<{ day: Temporal.PlainDate }>(`
    select distinct cast(${localTime('happened_at', zone)} as date) as day from new_event order by day`);
  for (const { day } of days) {
    const [from, to] = [day, day.add({ days: 1 })].map((one) => one.toZonedDateTime(zone).toInstant());
    if (from !== undefined && to !== undefined) await rollDay(session, { day, from, to });
  }
}

async function rollDay(
  session: Session,
  of: {
    readonly day: Temporal.PlainDate;
    readonly from: Temporal.Instant;
    readonly to: Temporal.Instant;
  },
): Promise<void> {
  const given = [of.day, of.from, of.to];
  for (const table of ['page_day', 'vital_day']) {
    await session.run(`delete from ${table} where day = $1`, [of.day]);
  }
  await session.run(
    `insert into page_day by name
    select $1::date as day, market, device, path, count(*) filter (name = 'page_view') as views,
      count(distinct visitor) filter (name = 'page_view') as visitors, ifnull(sum(engaged_ms), 0) as engaged_ms
    from event where happened_at >= $2 and happened_at < $3 and path is not null
      and (name = 'page_view' or engaged_ms > 0)
    group by market, device, path`,
    given,
  );
  await session.run(
    `insert into vital_day by name
    select $1::date as day, market, device, ${pageKind("ifnull(path, '')")} as page_kind, metric,
      ${toTwoDigits('metric_value')} as value, ${ratingOf('metric', 'metric_value')} as rating, count(*) as measured
    from event where happened_at >= $2 and happened_at < $3 and metric is not null and metric_value is not null
    group by all`,
    given,
  );
}
