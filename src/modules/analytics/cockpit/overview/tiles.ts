import { changeOf, measureIn, type Report, sizeOf, totalIn, valueText } from '../report.ts';

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
  readonly estimate?: { readonly low: number; readonly high: number; readonly isChance: boolean };
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
  };
}

/** Of nothing it is nothing; of what is divided by something it is unknown. */
function isSummed(kind: string, id: string): boolean {
  return kind === 'count' || (kind === 'money' && id !== 'average_order_value');
}

/** Conversion: a share of so many visits is an estimate, and so is what it was before. */
export function conversionTile(report: Report, until: string): Tile {
  const tile = tileOf(report, { measure: 'conversion_rate', currency: undefined, until });
  const total = totalIn(report, undefined);
  const now = total?.bounds?.['conversion_rate'];
  if (now === undefined) return tile;
  const was = total?.boundsBefore?.['conversion_rate'];
  const isChance = was !== undefined && now.low <= was.high && was.low <= now.high;
  return { ...tile, estimate: { low: now.low, high: now.high, isChance } };
}
