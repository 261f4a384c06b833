import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Measure, ReportAnswer, ReportRow } from '../../analytics/index.ts';
import type { ReportBlock } from '../question/question.ts';

/** What managers ask for first; the rest follows in the order of the report. */
const HEADLINES = [
  ...['net_sales', 'orders', 'average_order_value', 'contribution_margin_1', 'margin_rate', 'sessions'],
  ...['conversion_rate', 'returns', 'ad_spend', 'customers', 'retention_rate', 'units', 'gross_sales'],
];
const MOST_FIGURES = 4;

export type AnswerMeasure = ReportAnswer['measures'][number];

/** The numbers that are shown, the one that is drawn first. */
export function shownMeasures({ measures }: ReportAnswer, block: ReportBlock): readonly AnswerMeasure[] {
  const chosen = block.measures.flatMap((id) => measures.find((measure) => measure.id === id) ?? []);
  if (chosen.length > 0) return chosen.slice(0, MOST_FIGURES);
  const rank = ({ id }: Pick<Measure, 'id'>) => {
    const place = HEADLINES.indexOf(id);
    return place < 0 ? HEADLINES.length : place;
  };
  return measures.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_FIGURES);
}

/** Currencies of the answer, the shop's own first; of an answer without money one that is none. */
export function currenciesOf(
  { totals }: ReportAnswer,
  own: CurrencyCode,
): readonly (CurrencyCode | undefined)[] {
  const found = totals.map(({ currency }) => currency);
  if (found.length === 0) return [];
  return found.toSorted((a, b) => Number(b === own) - Number(a === own) || ((a ?? '') < (b ?? '') ? -1 : 1));
}

export function isOverTime({ dimensions }: ReportAnswer): boolean {
  return dimensions[0]?.id === 'time';
}

export function rowsOf(rows: readonly ReportRow[], currency: CurrencyCode | undefined): readonly ReportRow[] {
  return rows.filter((row) => row.currency === currency);
}
