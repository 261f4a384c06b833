import type { Asked, Report, ReportParameters, Span } from './report.ts';

/** The parts of a report's statement for a span; `told`: the dimensions that rows have, none for totals. */
export function askedOf(
  report: Report,
  { market, currency, origin, grain = 'day', funnel, path }: ReportParameters,
  { span, told }: { readonly span: Span; readonly told: readonly string[] },
): Asked {
  return {
    ...{ span, told, funnel, path },
    isTotal: told.length === 0,
    hasHours: grain === 'hour' && told.includes('time'),
    by: (columns) => told.map((id) => `${columns[id] ?? missing(report, id)} as ${id}, `).join(''),
    during: (day) => `${day} between ${date(span.from)} and ${date(span.to)}`,
    within: (table) => within(table, { market, currency, origin }),
    ofOrigin: (column) => (origin === undefined ? '' : ` and ${column} = ${quoted(origin)}`),
    ofMarket: (table) => within(table, { market, origin }),
    bucket: (day, hour) => bucketSql(grain, day, hour),
  };
}

/** Visits are this shop's alone. */
const OF_ORIGINS: readonly string[] = ['sale', 'orders'];

export function within(
  table: string,
  {
    market,
    currency,
    origin,
  }: Readonly<Partial<Record<'market' | 'currency' | 'origin', string | undefined>>>,
): string {
  const of = OF_ORIGINS.includes(table) ? { market, currency, origin } : { market, currency };
  return Object.entries(of)
    .map(([column, value]) => (value === undefined ? '' : ` and ${table}.${column} = ${quoted(value)}`))
    .join('');
}

/** SQL: the name of a bucket of time, as `bucketsOf` writes it. */
export function bucketSql(grain: NonNullable<ReportParameters['grain']>, day: string, hour: string): string {
  if (grain === 'hour')
    return `strftime(${day}, '%Y-%m-%dT') || lpad(cast(${hour} as varchar), 2, '0') || ':00'`;
  // Weeks begin on Monday, as ISO 8601 has it.
  return `strftime(date_trunc('${grain}', ${day}), '%Y-%m-%d')`;
}

export function date(day: Temporal.PlainDate): string {
  return `date ${quoted(day.toString())}`;
}

/** A text in SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function missing(report: Report, id: string): never {
  throw new RangeError(`${report.id} does not say what ${id} is`);
}
