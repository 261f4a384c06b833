import { type CurrencyCode, minorDigits, money, toDecimal } from '../../../kernel/index.ts';
import { nameIn } from '../language/names/names.ts';
import { definedIn, namesOf, type Spoken } from '../language/names/names-of.ts';
import type { ReportAnswer, ReportRow } from '../reports/answer.ts';
import type { Measure, Value } from '../reports/report.ts';
import { FILE_WORDS, type FileWords } from './file-words.ts';

/** An answer as columns and rows, as every file has it. */
export type ExportSheet = {
  readonly title: string;
  /** The query that it answers. */
  readonly query: string;
  readonly language: Spoken;
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

export function exportSheet(
  answer: ReportAnswer,
  { query, language }: { readonly query: string; readonly language: Spoken },
): ExportSheet {
  const { dimensions, measures, rows, totals } = answer;
  const words = FILE_WORDS[language];
  const { measures: numbers, dimensions: parts } = namesOf(language);
  const measureOf = (id: string) => nameIn(numbers, id);
  const partOf = (id: string) => nameIn(parts, id);
  // Beside what an id is called, it is only that.
  const hasNames = isNamed(dimensions);
  const columnOf = (id: string) => (hasNames && ID_NAMES.includes(id) ? `${partOf(id)} (ID)` : partOf(id));
  const hasCurrency = [...rows, ...totals].some(({ currency }) => currency !== undefined);
  const hasBefore = answer.comparedWith !== undefined;
  const cellsOf = (row: ReportRow): Cell[] => [
    ...dimensions.map(({ id }) => ({ text: row.of[id] ?? '' })),
    ...(hasCurrency ? [{ text: row.currency ?? '' }] : []),
    ...measures.map(({ id, kind }) => numberCell(row.values[id], kind, row.currency)),
    ...(hasBefore ? measures.map(({ id, kind }) => numberCell(row.before?.[id], kind, row.currency)) : []),
  ];
  const before = measures.map(({ id, kind }) => {
    return { id: `${id}_before`, title: words.before(measureOf(id)), kind };
  });
  return {
    ...{ title: titleOfAnswer(answer, language), query, about: aboutOf(answer, words), language },
    columns: [
      ...dimensions.map(({ id }) => ({ id, title: columnOf(id), kind: kindOf(id, rows) })),
      ...(hasCurrency ? [{ id: 'currency', title: words.currency, kind: 'text' as const }] : []),
      ...measures.map(({ id, kind }) => ({ id, title: measureOf(id), kind })),
      ...(hasBefore ? before : []),
    ],
    ...{ rows: rows.map(cellsOf), totals: totals.map(cellsOf) },
    definitions: [
      ...measures.map(({ id, about, timeRule }) => {
        const said = `${definedIn(language, about)} ${definedIn(language, timeRule)}`;
        return { id, title: measureOf(id), about: said };
      }),
      ...dimensions.map(({ id, about }) => ({ id, title: partOf(id), about: definedIn(language, about) })),
    ],
  };
}

function titleOfAnswer({ measures, dimensions }: ReportAnswer, language: Spoken): string {
  const { measures: numbers, dimensions: parts } = namesOf(language);
  const names = isNamed(dimensions) ? ['sku', 'title', 'options'] : [];
  const shown = dimensions.filter(({ id }) => !names.includes(id));
  const title = measures.map(({ id }) => nameIn(numbers, id)).join(', ');
  if (shown.length === 0) return title;
  const by = shown.map(({ id }) => nameIn(parts, id)).join(', ');
  // Only in German names of things are large within a sentence.
  return FILE_WORDS[language].by(title, language === 'de' ? by : by.toLocaleLowerCase(language));
}

/** Whether ids are among them, with what names them beside them. */
export function isNamed(told: readonly { readonly id: string }[]): boolean {
  return told.some(({ id }) => ID_NAMES.includes(id)) && told.some(({ id }) => id === 'title');
}

export const ID_NAMES: readonly string[] = ['product', 'variant'];

function aboutOf({ span, comparedWith, zone, asOf }: ReportAnswer, words: FileWords): string[] {
  const days = words.days(`${span.from}`, `${span.to}`);
  const others = comparedWith && words.days(`${comparedWith.from}`, `${comparedWith.to}`);
  const moment = asOf
    ?.toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .round('minute')
    .toString()
    .replace('T', ' ');
  return [
    others === undefined ? days : words.comparedWith(days, others),
    moment === undefined ? words.zone(zone) : words.asOf(words.zone(zone), moment),
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
