import { measureIn, type Report, sizeOf, totalIn } from '../report.ts';
import { type Tile, tileOf } from './tiles.ts';

export type LeftId = 'sold' | 'goods' | 'gross' | 'fees' | 'ads' | 'contribution' | 'mer';

/** A line of what is left of net sales. */
export type LeftLine = Tile & {
  readonly line: LeftId;
  /** Of net sales. */
  readonly share?: number;
  /** It is what the lines above it come to. */
  readonly isSum?: true;
};

type Choice = { readonly currency: string; readonly until: string };

/**
 * From net sales to the contribution margin, each line with what it is of net sales. Without known ad spend it ends before
 * advertising.
 */
export function linesLeft(report: Report, choice: Choice): readonly LeftLine[] {
  const total = totalIn(report, choice.currency);
  const net = sizeOf(total?.values['net_sales']);
  const line = (name: LeftId, measure: string, isGoodUp?: boolean): LeftLine => ({
    ...tileOf(report, { measure, isGoodUp, ...choice }),
    line: name,
    ...(net > 0 && measureIn(report, measure)?.kind === 'money' && isKnown(report, measure, choice.currency)
      ? { share: sizeOf(total?.values[measure]) / net }
      : {}),
  });
  const isSpendKnown = isKnown(report, 'ad_spend', choice.currency);
  return [
    line('sold', 'net_sales', true),
    line('goods', 'cost_of_goods'),
    { ...line('gross', 'contribution_margin_1', true), isSum: true },
    line('fees', 'payment_fees'),
    line('ads', 'ad_spend'),
    {
      ...line('contribution', isSpendKnown ? 'contribution_margin_3' : 'contribution_margin_2', true),
      isSum: true,
    },
    line('mer', 'mer', true),
  ];
}

/** How much of what was sold has a known cost: as far as a margin can be believed. */
export function costKnownIn(report: Report, currency: string): number | undefined {
  const share = totalIn(report, currency)?.values['cost_known_share'];
  return typeof share === 'number' ? share : undefined;
}

function isKnown(report: Report, measure: string, currency: string): boolean {
  const total = totalIn(report, currency);
  return total === undefined || (total.values[measure] ?? null) !== null;
}
