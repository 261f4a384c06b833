import { type CurrencyCode, parseCurrency } from '../../../kernel/index.ts';
import { type Header, type Issue, isBadRow, type Row } from '../../exchange/index.ts';
import { type CellContext, type Cells, type Columns, cellReader } from '../formats/cells.ts';
import type { SpendField, SpendMapping, SpendRow, SpendTool } from './spend.ts';

// As the reports of Google Ads, Meta and Microsoft Advertising name them, by day and campaign.
const COLUMNS: Columns<SpendField> = {
  date: ['Day', 'Date', 'Reporting starts', 'Gregorian date', 'Tag', 'Datum', 'Jour', 'Día', 'Fecha'],
  amount: ['Cost', 'Spend', 'Amount spent', 'Kosten', 'Coût', 'Coste', 'Amount'],
  campaign: ['Campaign', 'Campaign name', 'Kampagne', 'Campagne', 'Campaña', 'utm_campaign'],
  source: ['Source', 'utm_source'],
  medium: ['Medium', 'utm_medium'],
  clicks: ['Clicks', 'Link clicks', 'Clicks (all)', 'Klicks', 'Clics'],
  impressions: ['Impr.', 'Impressions', 'Impressionen', 'Impresiones'],
  currency: ['Currency code', 'Currency', 'Account currency'],
};

/** Where visits of their campaigns come from, unless the file or the person says otherwise. */
const CAME_FROM: Readonly<Record<SpendTool, Pick<SpendRow, 'source' | 'medium'>>> = {
  google_ads: { source: 'google', medium: 'cpc' },
  meta: { source: 'facebook', medium: 'paid_social' },
  microsoft_ads: { source: 'bing', medium: 'cpc' },
  table: { source: '', medium: '' },
};

/** Meta writes the currency into the name of the column. */
const META_AMOUNT = /^Amount spent \(([A-Z]{3})\)$/i;

export function spendToolOf(header: Header): SpendTool {
  if (header.names.some((name) => META_AMOUNT.test(name.trim()))) return 'meta';
  if (header.has('Impr.') || (header.has('Cost') && header.has('Currency code'))) return 'google_ads';
  return header.has('Gregorian date') || (header.has('Spend') && header.has('Impressions'))
    ? 'microsoft_ads'
    : 'table';
}

/** What is missing of a table to be one of ad spend, in words, or `undefined`. */
export function spendProblem(header: Header, mapping: SpendMapping): string | undefined {
  for (const [field, column] of Object.entries(mapping)) {
    if (!header.has(column)) return `The file has no column "${column}", which ${field} is mapped to.`;
  }
  const { columns } = columnsIn(header, mapping);
  const missing = (['date', 'amount'] as const).filter((field) => !header.has(...columns[field]));
  if (missing.length === 0) return undefined;
  const start = missing.map((field) => `${field}=COLUMN`).join(',');
  return `Nothing says ${missing.join(' and ')}; the columns are ${header.names.slice(0, 20).join(', ')}. Give --map ${start}`;
}

export type SpendContext = CellContext & Partial<Pick<SpendRow, 'source' | 'medium'>>;

type Reading = { readonly row: SpendRow | undefined; readonly issues: readonly Issue[] };

/** Reads rows of ad spend; one that sums others up is none. */
export function spendReader(
  header: Header,
  mapping: SpendMapping,
  context: SpendContext,
): (row: Row) => Reading {
  const { columns, currency } = columnsIn(header, mapping);
  const cells = cellReader(header, columns, { ...context, currency: currency ?? context.currency });
  const from = { ...CAME_FROM[spendToolOf(header)], ...said(context) };
  return (row) => {
    if (isBadRow(row)) {
      const { line, code, message } = row;
      return { row: undefined, issues: [{ line, column: undefined, severity: 'error', code, message }] };
    }
    if (isTotal(row, cells)) return { row: undefined, issues: [] };
    const read = rowOf(row, cells, from);
    const issues = cells.takeIssues();
    return { row: issues.length > 0 ? undefined : read, issues };
  };
}

function rowOf(
  row: Row,
  cells: Cells<SpendField>,
  from: Pick<SpendRow, 'source' | 'medium'>,
): SpendRow | undefined {
  cells.needed(row, 'date');
  const day = cells.moment(row, 'date')?.day;
  // A day on which a campaign ran for nothing has an empty cell with some.
  const amountMillionths = cells.amount(row, 'amount') ?? 0n;
  const counts = { clicks: countIn(row, 'clicks', cells), impressions: countIn(row, 'impressions', cells) };
  const currency = cells.currency(row, 'currency');
  if (day === undefined || currency === undefined) return undefined;
  return {
    ...{ line: row.line, day, amountMillionths, currency, ...counts },
    source: cells.text(row, 'source') || from.source,
    medium: cells.text(row, 'medium') || from.medium,
    campaign: cells.text(row, 'campaign'),
  };
}

function countIn(row: Row, field: 'clicks' | 'impressions', cells: Cells<SpendField>): number {
  const text = cells.text(row, field);
  // A count has no decimals: `10,400` can be one number only.
  if (GROUPED.test(text)) return Number(text.replace(/\D/g, ''));
  const count = cells.whole(row, field) ?? 0;
  if (count < 0) cells.note('error', row, field, 'negative', `${count} cannot be counted.`);
  return count;
}

const GROUPED = /^\d{1,3}(?:[.,’'\u00a0\u202f ]\d{3}){1,2}$/;

/** Columns by mapping where there is one, else by the names that they have everywhere. */
function columnsIn(header: Header, mapping: SpendMapping) {
  const meta = header.names.find((name) => META_AMOUNT.test(name.trim()));
  const currency: CurrencyCode | undefined = parseCurrency(META_AMOUNT.exec(meta?.trim() ?? '')?.[1] ?? '');
  const named = (field: SpendField) => (mapping[field] === undefined ? COLUMNS[field] : [mapping[field]]);
  const columns: Columns<SpendField> = {
    ...{ date: named('date'), campaign: named('campaign'), source: named('source'), medium: named('medium') },
    ...{ clicks: named('clicks'), impressions: named('impressions'), currency: named('currency') },
    amount: mapping.amount === undefined && meta !== undefined ? [meta] : named('amount'),
  };
  return { columns, currency };
}

function said({ source, medium }: Partial<Pick<SpendRow, 'source' | 'medium'>>) {
  return { ...(source === undefined ? {} : { source }), ...(medium === undefined ? {} : { medium }) };
}

/** Without a day, and says that it is one: `Total: campaigns`. */
function isTotal(row: Row, cells: Cells<SpendField>): boolean {
  if (isBadRow(row)) return false;
  const day = cells.text(row, 'date');
  const isNoDay = /^[-–— ]*$/.test(day) || TOTAL.test(day);
  return isNoDay && row.cells.some((cell) => TOTAL.test(cell));
}

const TOTAL = /^\s*(grand )?(total|gesamt|totaux)\b/i;
