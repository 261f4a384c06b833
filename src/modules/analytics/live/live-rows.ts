import type { Warehouse } from '../../../platform/warehouse/index.ts';
import type { Counted, LiveAnswer } from './live-answer.ts';
import type { LiveSources } from './live-sources.ts';

export const MINUTES = 30;
const NOW_MINUTES = 5;
const MOST = 12;

type Memory = Pick<Warehouse, 'rows'>;

// Clocks of browsers run ahead by a little; what lies ahead is now.
const SEEN = `(
  select * replace (least(happened_at, $1) as happened_at) from (
    select * from recent union all select * from waiting where id not in (select id from recent)
  ) where happened_at >= $1 - interval ${MINUTES} minutes)`;

/** What the events of the last half hour say. */
export async function readLiveRows(
  memory: Memory,
  { channelOf }: Pick<LiveSources, 'channelOf'>,
  now: Temporal.Instant,
): Promise<Omit<LiveAnswer, 'orders'>> {
  const given = [now];
  const [[visitors], minutes, pages, countries, devices, came, [stages]] = await Promise.all([
    memory.rows<{ last5: bigint; last30: bigint }>(VISITORS, given),
    memory.rows<{ ago: bigint; views: bigint }>(VIEWS, given),
    memory.rows<NamedRow>(PAGES, given),
    memory.rows<NamedRow>(countedBy('country'), given),
    memory.rows<NamedRow>(countedBy('device'), given),
    memory.rows<CameRow>(CAME, given),
    memory.rows<{ cart: bigint; checkout: bigint; bought: bigint }>(STAGES, given),
  ]);
  const views = new Map(minutes.map((row) => [Number(row.ago), Number(row.views)]));
  return {
    at: now,
    visitors: { last5: Number(visitors?.last5 ?? 0n), last30: Number(visitors?.last30 ?? 0n) },
    minutes: Array.from({ length: MINUTES }, (_, index) => {
      const ago = MINUTES - 1 - index;
      return { at: now.subtract({ minutes: ago + 1 }), views: views.get(ago) ?? 0 };
    }),
    ...{ pages: counted(pages), countries: counted(countries), devices: counted(devices) },
    channels: byChannel(came, channelOf),
    stages: {
      cart: Number(stages?.cart ?? 0n),
      checkout: Number(stages?.checkout ?? 0n),
      bought: Number(stages?.bought ?? 0n),
    },
  };
}

const VISITORS = `
  select count(distinct visitor) filter (happened_at >= $1 - interval ${NOW_MINUTES} minutes) as last5,
    count(distinct visitor) as last30
  from ${SEEN}`;

const VIEWS = `
  select least(datediff('second', happened_at, $1) // 60, ${MINUTES - 1})::bigint as ago, count(*) as views
  from ${SEEN} where name = 'page_view' group by ago`;

const PAGES = `
  select page as name, count(*) as visitors from (
    select visitor, max_by(path, (happened_at, id)) as page from ${SEEN}
    where name = 'page_view' and path is not null and happened_at >= $1 - interval ${NOW_MINUTES} minutes
    group by visitor
  ) group by page order by visitors desc, name limit ${MOST}`;

const STAGES = `
  select count(*) filter (far = 1) as cart, count(*) filter (far = 2) as checkout, count(*) filter (far = 3) as bought
  from (
    select max(case name when 'add_to_cart' then 1 when 'begin_checkout' then 2 when 'purchase' then 3 end) as far
    from ${SEEN} group by visitor
  )`;

// Where a visitor came from is what the first event says that says anything, as sessions have it.
const CAME = `
  select source, medium, campaign, click_id, referrer_host, count(*) as visitors from (
    select * from ${SEEN} qualify row_number() over (partition by visitor order by
      coalesce(source, medium, campaign, click_id, referrer_host) is null, happened_at, id) = 1
  ) group by all`;

type NamedRow = { readonly name: string; readonly visitors: bigint };
type CameRow = {
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly click_id: string | null;
  readonly referrer_host: string | null;
  readonly visitors: bigint;
};

function countedBy(column: string): string {
  return `select ifnull(${column}, '') as name, count(distinct visitor) as visitors from ${SEEN}
    group by 1 order by 2 desc, 1 limit ${MOST}`;
}

function counted(rows: readonly NamedRow[]): Counted[] {
  return rows.map(({ name, visitors }) => ({ name, visitors: Number(visitors) }));
}

function byChannel(rows: readonly CameRow[], channelOf: LiveSources['channelOf']): Counted[] {
  const sums = new Map<string, number>();
  for (const { visitors, ...from } of rows) {
    const channel = channelOf({
      ...{ source: from.source ?? undefined, medium: from.medium ?? undefined },
      ...{ campaign: from.campaign ?? undefined, clickId: from.click_id ?? undefined },
      referrerHost: from.referrer_host ?? undefined,
    });
    sums.set(channel, (sums.get(channel) ?? 0) + Number(visitors));
  }
  const list = [...sums].map(([name, visitors]) => ({ name, visitors }));
  return list.toSorted((a, b) => b.visitors - a.visitors || (a.name < b.name ? -1 : 1));
}
