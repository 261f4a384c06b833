import { type CurrencyCode, minorDigits, money, toDecimal } from '../../../kernel/index.ts';
import type { ReportAnswer, ReportRow } from '../reports/answer.ts';
import type { Measure, Value } from '../reports/report.ts';

/** An answer as columns and rows, as every file has it. */
export type ExportSheet = {
  readonly title: string;
  /** The query that it answers. */
  readonly query: string;
  /** Of which days, against which, in which zone, as of when: a line each. */
  readonly about: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly totals: readonly (readonly Cell[])[];
  readonly definitions: readonly { readonly id: string; readonly title: string; readonly about: string }[];
};

export type Column = {
  /** `net_sales`, `net_sales_before`. */
  readonly id: string;
  readonly title: string;
  readonly kind: 'text' | 'day' | 'hour' | Measure['kind'];
};

/** A text; a number of money as a decimal with the digits of its currency; another number; or nothing. */
export type Cell =
  | { readonly text: string }
  | { readonly decimal: string; readonly digits: number }
  | { readonly number: number | bigint }
  | undefined;

export function exportSheet(answer: ReportAnswer, { query }: { readonly query: string }): ExportSheet {
  const { dimensions, measures, rows, totals } = answer;
  const hasCurrency = [...rows, ...totals].some(({ currency }) => currency !== undefined);
  const hasBefore = answer.comparedWith !== undefined;
  const named = dimensions.map(({ id }) => ({ id, title: titleOf(id), kind: kindOf(id, rows) }));
  const cellsOf = (row: ReportRow): Cell[] => [
    ...dimensions.map(({ id }) => ({ text: row.of[id] ?? '' })),
    ...(hasCurrency ? [{ text: row.currency ?? '' }] : []),
    ...measures.map(({ id, kind }) => numberCell(row.values[id], kind, row.currency)),
    ...(hasBefore ? measures.map(({ id, kind }) => numberCell(row.before?.[id], kind, row.currency)) : []),
  ];
  return {
    ...{ title: titleOfAnswer(answer), query, about: aboutOf(answer) },
    columns: [
      ...named,
      ...(hasCurrency ? [{ id: 'currency', title: 'Currency', kind: 'text' as const }] : []),
      ...measures.map(({ id, kind }) => ({ id, title: titleOf(id), kind })),
      ...(hasBefore
        ? measures.map(({ id, kind }) => ({ id: `${id}_before`, title: `${titleOf(id)}, before`, kind }))
        : []),
    ],
    ...{ rows: rows.map(cellsOf), totals: totals.map(cellsOf) },
    definitions: [
      ...measures.map(({ id, about, timeRule }) => ({
        id,
        title: titleOf(id),
        about: `${about} ${timeRule}`,
      })),
      ...dimensions.map(({ id, about }) => ({ id, title: titleOf(id), about })),
    ],
  };
}

/** @example titleOf('net_sales') // Net sales */
export function titleOf(id: string): string {
  const text = id === 'sku' ? 'SKU' : id.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function titleOfAnswer({ measures, dimensions }: ReportAnswer): string {
  const names = isNamed(dimensions) ? ['sku', 'title', 'options'] : [];
  const shown = dimensions.filter(({ id }) => !names.includes(id));
  const by = shown.length === 0 ? '' : ` by ${shown.map(({ id }) => titleOf(id).toLowerCase()).join(', ')}`;
  return `${measures.map(({ id }) => titleOf(id)).join(', ')}${by}`;
}

/** Whether ids are among them, with what names them beside them. */
export function isNamed(told: readonly { readonly id: string }[]): boolean {
  return told.some(({ id }) => ID_NAMES.includes(id)) && told.some(({ id }) => id === 'title');
}

export const ID_NAMES: readonly string[] = ['product', 'variant'];

function aboutOf({ span, comparedWith, zone, asOf }: ReportAnswer): string[] {
  return [
    `${span.from} to ${span.to}${comparedWith ? `, compared with ${comparedWith.from} to ${comparedWith.to}` : ''}`,
    `Days of ${zone}${asOf ? `, as of ${asOf.toZonedDateTimeISO(zone).toPlainDateTime().round('minute')}` : ''}`,
  ];
}

function kindOf(dimension: string, rows: readonly ReportRow[]): Column['kind'] {
  if (dimension !== 'time') return 'text';
  return rows[0]?.of['time']?.includes('T') ? 'hour' : 'day';
}

function numberCell(
  value: Value | undefined,
  kind: Measure['kind'],
  currency: CurrencyCode | undefined,
): Cell {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'bigint' && kind === 'money' && currency !== undefined) {
    return { decimal: toDecimal(money(value, currency)), digits: minorDigits(currency) };
  }
  return { number: value };
}
