import { parseAmount } from '../../../platform/cockpit/form/index.ts';
import { writtenIn } from '../../../platform/cockpit/text/index.ts';
import { type KpiId, UNITS } from './kpis.ts';

type Of = { readonly kpi: KpiId; readonly currency?: string | undefined };

/**
 * What was typed or pasted into a cell, as the API takes it: `null` is no target, `undefined` is no amount. A share is
 * typed in per cent.
 *
 * @example readCell({ kpi: 'conversion_rate' }, '2,5 %') // 0.025
 */
export function readCell({ kpi, currency = 'XXX' }: Of, typed: string): string | null | undefined {
  const text = typed.replaceAll(/[\s%€$£]/g, '');
  if (text === '') return null;
  const unit = UNITS[kpi];
  if (unit === 'money') return aboveZero(parseAmount(text, currency));
  // Yen have no fraction, as counts have none.
  if (unit === 'count') return aboveZero(parseAmount(text, 'JPY'));
  const share = /^\d{1,3}([.,]\d{1,4})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (!(share > 0 && share <= 100)) return undefined;
  return (share / 100).toFixed(6).replace(/\.?0+$/, '');
}

/** What stands in a cell: an amount without its currency, a share in per cent. */
export function cellText({ kpi, currency }: Of, amount: string): string {
  const unit = UNITS[kpi];
  const format = (options: Intl.NumberFormatOptions, value: string | number) =>
    new Intl.NumberFormat(writtenIn().region, options).format(value as Intl.StringNumericLiteral);
  if (unit === 'share') return format({ maximumFractionDigits: 4 }, Number(amount) * 100);
  if (unit === 'count') return format({}, amount);
  const isWhole = /\.0+$/.test(amount) || !amount.includes('.');
  const digits = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: currency ?? 'XXX',
  }).resolvedOptions().maximumFractionDigits;
  return format(isWhole ? { maximumFractionDigits: 0 } : { minimumFractionDigits: digits ?? 2 }, amount);
}

/** A rectangle of a spreadsheet as it is pasted: rows of cells. */
export function pastedCells(text: string): readonly (readonly string[])[] {
  const lines = text.replaceAll('\r', '').replace(/\n+$/, '').split('\n');
  return lines.map((line) => line.split('\t'));
}

function aboveZero(amount: string | undefined): string | undefined {
  return amount === undefined || !(Number(amount) > 0) ? undefined : amount;
}
