import type { CurrencyCode, Locale } from '../../../kernel/index.ts';
import { nameIn, type ReportAnswer, type ReportRow } from '../../analytics/index.ts';
import type { Figure, TableRow } from '../../mails/index.ts';
import type { AnswerRefusal, ReportBlock } from '../question/question.ts';
import { type Language, spokenIn, writtenAs } from '../words/words.ts';
import { type Chart, chartOf } from './chart.ts';
import { changeText, sizeOf, spanText, timeText, valueText } from './number-text.ts';
import { sentencesOf, shareOf, type Telling } from './sentences.ts';
import { type AnswerMeasure, currenciesOf, isOverTime, shownMeasures } from './shown.ts';

/** An answer as people read it: what it is of, its numbers, what they say, a picture, a table. Nothing leads from it to orders. */
export type Digest = {
  readonly title: string;
  readonly detail: string;
  readonly figures: readonly Figure[];
  readonly sentences: readonly string[];
  readonly chart: Chart | undefined;
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly TableRow[] } | undefined;
  /** Why there is nothing to read. */
  readonly problem: string | undefined;
};

export type DigestOptions = { readonly language: Language; readonly currency: CurrencyCode };

const MOST_ROWS = 10;
const MOST_TIMES = 8;

export function digestOf(block: ReportBlock, answer: ReportAnswer, options: DigestOptions): Digest {
  const { language, currency: own } = options;
  const { words, names } = spokenIn(language);
  const locale = writtenAs(language);
  const measures = shownMeasures(answer, block);
  const currencies = currenciesOf(answer, own);
  const telling = tellingOf(answer, { measure: measures[0], currency: currencies[0], language });
  const sentences = telling === undefined ? [words.nothing] : sentencesOf(telling);
  const others = currencies.slice(1).filter((one) => one !== undefined);
  return {
    title: block.title || nameIn(names.reports, answer.report.id),
    detail: detailOf(answer, { language, locale }),
    figures: currencies.flatMap((currency) => figuresOf(answer, measures, { currency, language })),
    sentences: others.length === 0 ? sentences : [...sentences, words.currencies(others.join(', '))],
    chart: telling && chartOf(telling, sentences),
    table: tableOf(answer, measures, language),
    problem: undefined,
  };
}

/** What stands there instead of numbers that could not be had. */
export function refusedDigest(block: ReportBlock, refusal: AnswerRefusal, language: Language): Digest {
  const { words, names } = spokenIn(language);
  const { question } = block;
  const why = refusal.code === 'costs_hidden' ? words.costsHidden : refusal.message;
  const name = question.kind === 'report' ? nameIn(names.reports, question.report) : question.text;
  return {
    ...{
      title: block.title || name,
      detail: '',
      figures: [],
      sentences: [],
      chart: undefined,
      table: undefined,
    },
    problem: words.notShown(why),
  };
}

function tellingOf(
  answer: ReportAnswer,
  {
    measure,
    currency,
    language,
  }: { measure: AnswerMeasure | undefined; currency: CurrencyCode | undefined; language: Language },
): Telling | undefined {
  if (measure === undefined || answer.totals.length === 0) return undefined;
  const { words, names } = spokenIn(language);
  return {
    ...{ answer, measure, currency, words, locale: writtenAs(language) },
    nameOf: (id) => nameIn(names.measures, id),
    dimensionName: (id) => nameIn(names.dimensions, id),
    rowName: (row) => rowNameOf(row, language),
  };
}

function detailOf(
  answer: ReportAnswer,
  { language, locale }: { language: Language; locale: Locale },
): string {
  const { words } = spokenIn(language);
  const days = ({ from, to }: ReportAnswer['span']) => spanText(from, to, locale);
  const compared = answer.comparedWith === undefined ? [] : [words.comparedWith(days(answer.comparedWith))];
  return [days(answer.span), ...compared].join(', ');
}

function figuresOf(
  answer: ReportAnswer,
  measures: readonly AnswerMeasure[],
  { currency, language }: { readonly currency: CurrencyCode | undefined; readonly language: Language },
): Figure[] {
  const { words, names } = spokenIn(language);
  const about = { currency, locale: writtenAs(language) };
  const total = answer.totals.find((row) => row.currency === currency);
  if (total === undefined) return [];
  return measures.map(({ id, kind }) => {
    const { values, before } = total;
    const share = shareOf(sizeOf(values[id], kind, currency), sizeOf(before?.[id], kind, currency));
    const was = valueText(before?.[id], kind, about);
    return {
      label: nameIn(names.measures, id),
      value: valueText(values[id], kind, about),
      change:
        before === undefined
          ? ''
          : share === undefined
            ? words.nothingBefore
            : words.change(changeText(share, about.locale), was),
    };
  });
}

function tableOf(
  answer: ReportAnswer,
  measures: readonly AnswerMeasure[],
  language: Language,
): Digest['table'] {
  const { words, names } = spokenIn(language);
  const most = isOverTime(answer) ? MOST_TIMES : MOST_ROWS;
  if (answer.dimensions.length === 0 || answer.rows.length === 0) return undefined;
  if (isOverTime(answer) && answer.rows.length > most) return undefined;
  // A telephone has room for two numbers beside a name.
  const shown = measures.slice(0, 2);
  const cells = ({ values, currency }: ReportRow) =>
    shown.map(({ id, kind }) => valueText(values[id], kind, { currency, locale: writtenAs(language) }));
  const rows = answer.rows
    .slice(0, most)
    .map((row) => ({ cells: [rowNameOf(row, language), ...cells(row)] }));
  const totals = answer.totals.map((row) => ({ cells: [words.total, ...cells(row)], isTotal: true }));
  const ids = answer.dimensions.map(({ id }) => id);
  const by = ids.filter((id) => !isNamed(id, ids)).map((id) => nameIn(names.dimensions, id));
  return {
    columns: [by.join(', '), ...shown.map(({ id }) => nameIn(names.measures, id))],
    rows: [...rows, ...totals],
  };
}

/** What a row is of: `Email`, `24 Nov 2026`, `Cup · Red`. */
function rowNameOf({ of }: ReportRow, language: Language): string {
  const { words, names } = spokenIn(language);
  const regions = new Intl.DisplayNames(writtenAs(language), { type: 'region' });
  const parts = Object.entries(of)
    .filter(([id]) => !isNamed(id, Object.keys(of)))
    .map(([id, value]) => {
      if (value === '') return words.unknown;
      if (id === 'time') return timeText(value, writtenAs(language));
      if (id === 'country' && /^[A-Z]{2}$/.test(value)) return regions.of(value) ?? value;
      return names.values[value] ?? value;
    });
  return parts.join(' · ');
}

/** An id that stands beside the name of what it is of. */
function isNamed(id: string, ids: readonly string[]): boolean {
  const isOfGoods = id === 'product' || id === 'variant' || id.endsWith('_id');
  return ids.includes(`${id}_title`) || (isOfGoods && ids.includes('title'));
}
