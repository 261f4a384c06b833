import { changeOf, measureIn, type Report, type Row, sizeOf, totalIn, valueText } from '../report.ts';

export type Tile = {
  readonly id: string;
  readonly value: string;
  readonly change: number | undefined;
  /** Neither where more is just more. */
  readonly isGoodUp: boolean | undefined;
  readonly points: readonly number[];
  readonly about: string;
  readonly timeRule: string;
  /** The bounds of an estimate, and whether the change lies within what chance does. */
  readonly estimate?: { readonly low: string; readonly high: string; readonly isChance: boolean };
  readonly report: string;
};

type Choice = {
  readonly measure: string;
  readonly currency: string | undefined;
  readonly isGoodUp?: boolean | undefined;
  readonly until: string;
};

/**
 * A number of a report as a tile: its total, how it changed, and how it went; hours to come are not drawn, and neither is a
 * line of what nobody knows.
 */
export function tileOf(report: Report, choice: Choice): Tile {
  const { measure: id, currency, until } = choice;
  const measure = measureIn(report, id);
  const total = totalIn(report, currency);
  const rows = report.rows.filter(
    ({ of: { time = '' }, ...row }) =>
      time !== '' && time <= until && (row.currency === undefined || row.currency === currency),
  );
  const kind = measure?.kind ?? 'count';
  const value = total?.values[id] ?? (total === undefined && isSummed(kind, id) ? '0' : null);
  return {
    ...{ id, isGoodUp: 'isGoodUp' in choice ? choice.isGoodUp : true, report: report.id },
    value: valueText(value, kind, currency),
    change: value === null ? undefined : changeOf(value, total?.before?.[id]),
    points: value === null ? [] : rows.map(({ values }) => sizeOf(values[id])),
    ...{ about: measure?.about ?? '', timeRule: measure?.timeRule ?? '' },
    ...estimateOf(total, id, (bound) => valueText(bound, kind, currency)),
  };
}

/** Of nothing it is nothing; of what is divided by something it is unknown. */
function isSummed(kind: string, id: string): boolean {
  return kind === 'count' || (kind === 'money' && id !== 'average_order_value');
}

/** A share of so many visits, or a mean of so many orders, is an estimate, and so is what it was before. */
function estimateOf(
  total: Row | undefined,
  id: string,
  text: (bound: number) => string,
): Pick<Tile, 'estimate'> {
  const [now, was] = [total?.bounds?.[id], total?.boundsBefore?.[id]];
  if (now === undefined) return {};
  const isChance = was !== undefined && now.low <= was.high && was.low <= now.high;
  return { estimate: { low: text(now.low), high: text(now.high), isChance } };
}
