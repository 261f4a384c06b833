import { conversionInterval } from '../conversion-interval.ts';
import { changeOf, measureIn, type Report, sizeOf, totalIn, valueText } from '../report.ts';

export type Tile = {
  readonly id: string;
  readonly value: string;
  readonly change: number | undefined;
  readonly isGoodUp: boolean;
  readonly points: readonly number[];
  /** Of what is a part of one, and is not told over time. */
  readonly share?: number;
  readonly about: string;
  readonly timeRule: string;
  /** The bounds of an estimate, and whether the change lies within what chance does. */
  readonly estimate?: { readonly low: number; readonly high: number; readonly isChance: boolean };
  readonly report: string;
};

type Choice = {
  readonly measure: string;
  readonly currency: string | undefined;
  readonly isGoodUp?: boolean;
  readonly until: string;
};

/** A number of a report as a tile: its total, how it changed, and how it went; hours to come are not drawn. */
export function tileOf(report: Report, { measure: id, currency, isGoodUp = true, until }: Choice): Tile {
  const measure = measureIn(report, id);
  const total = totalIn(report, currency);
  const rows = report.rows.filter(
    ({ of: { time = '' }, ...row }) =>
      time !== '' && time <= until && (row.currency === undefined || row.currency === currency),
  );
  const kind = measure?.kind ?? 'count';
  const value = total?.values[id] ?? (kind === 'share' || id === 'average_order_value' ? null : '0');
  const part = kind === 'share' && rows.length === 0 && value !== null ? { share: sizeOf(value) } : {};
  return {
    ...{ id, isGoodUp, report: report.id, ...part },
    value: valueText(value, kind, currency),
    change: changeOf(value, total?.before?.[id]),
    points: rows.map(({ values }) => sizeOf(values[id])),
    ...{ about: measure?.about ?? '', timeRule: measure?.timeRule ?? '' },
  };
}

/** Conversion: a share of so many visits is an estimate, and so is what it was before. */
export function conversionTile(report: Report, until: string): Tile {
  const tile = tileOf(report, { measure: 'conversion_rate', currency: undefined, until });
  const total = totalIn(report, undefined);
  const now = conversionInterval(total?.values);
  if (now === undefined) return tile;
  const was = conversionInterval(total?.before);
  const isChance = was !== undefined && now.low <= was.high && was.low <= now.high;
  return { ...tile, estimate: { low: now.low, high: now.high, isChance } };
}

/** How many of the orders whose buyer is known came from somebody who had bought before. */
export function returningShare(report: Report, currency: string | undefined) {
  const orders = (buyer: string, when: 'values' | 'before') =>
    report.rows
      .filter((row) => row.of['buyer'] === buyer && row.currency === currency)
      .reduce((sum, row) => sum + sizeOf(row[when]?.['orders']), 0);
  const share = (when: 'values' | 'before') => {
    const [first, later] = [orders('new', when), orders('returning', when)];
    return first + later === 0 ? undefined : later / (first + later);
  };
  return { now: share('values'), before: share('before') };
}
