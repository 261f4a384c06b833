import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Analytics } from '../warehouse/open-analytics.ts';
import type { ReportRow } from './answer.ts';
import { bucketSql, date, quoted, within } from './asked.ts';
import type { Report, ReportParameters } from './report.ts';

export type Drill = Pick<ReportParameters, 'span' | 'market' | 'grain'> & {
  /** What the row is of, as the answer has it; of a total nothing. */
  readonly row: Pick<ReportRow, 'of' | 'currency'>;
  /** The last order of the page before. */
  readonly after?: string;
  readonly limit: number;
};

type Told = Pick<Report, 'dimensions' | 'orders' | 'isOverTime'>;

/** The orders behind a row of an answer, by their ids. */
export async function ordersBehind(
  { rows }: Pick<Analytics, 'rows'>,
  report: Told,
  drill: Drill,
): Promise<Result<readonly string[], Refusal<'unknown_dimension'>>> {
  const unknown = Object.keys(drill.row.of).find((name) => !report.dimensions.some((one) => one.id === name));
  if (unknown !== undefined)
    return refuse('unknown_dimension', `the report does not tell ${unknown} apart`, unknown);
  const { from, day, where = 'true' } = report.orders;
  const { span, after = '', limit } = drill;
  const found = await rows<{ id: string }>(`
    select distinct order_id as id from ${from} behind
    where ${day} between ${date(span.from)} and ${date(span.to)} and ${where}
      ${within('behind', { market: drill.market, currency: drill.row.currency })} ${conditions(report, drill)}
      and order_id > ${quoted(after)}
    order by order_id limit ${Math.min(Math.max(Math.trunc(limit), 1), 1_000)}`);
  return ok(found.map(({ id: orderId }) => orderId));
}

function conditions(report: Told, { row, grain = 'day' }: Drill): string {
  const { columns, day } = report.orders;
  return Object.entries(row.of)
    .map(([name, text]) => {
      const column = name === 'time' && report.isOverTime ? bucketSql(grain, day, 'hour') : columns[name];
      // What only names the row says nothing more.
      return column === undefined ? '' : `and ifnull(cast(${column} as varchar), '') = ${quoted(text)}`;
    })
    .join(' ');
}
