import type { ReportRow } from '../../analytics/index.ts';
import { type BarsPicture, drawBars } from '../picture/bars.ts';
import type { Lettering } from '../picture/lettering.ts';
import { drawLine, type LinePicture } from '../picture/line.ts';
import { axisText, shortTimeText, sizeOf, valueText } from './number-text.ts';
import type { Telling } from './sentences.ts';
import { isOverTime, rowsOf } from './shown.ts';

/** What a picture shows, drawn by whoever needs it: into a mail, or on a page. */
export type Chart = {
  /** What it shows, for who does not see it; the numbers stand in words and tables beside it. */
  readonly alt: string;
  readonly draw: (lettering: Lettering) => string;
};

const MOST_BARS = 8;

/** The picture of a number: a line over time, else bars of the largest; none of a single number. */
export function chartOf(telling: Telling, sentences: readonly string[]): Chart | undefined {
  const { answer, measure, currency, words, nameOf } = telling;
  const rows = rowsOf(answer.rows, currency);
  const by = answer.dimensions.map(({ id }) => telling.dimensionName(id)).join(', ');
  // A single point is no line: its number is told.
  if (rows.length < (isOverTime(answer) ? 2 : 1) || by === '') return undefined;
  const title = isOverTime(answer)
    ? words.lineOf(nameOf(measure.id), by)
    : words.barsOf(nameOf(measure.id), by);
  const alt = [`${title}.`, ...sentences].join(' ');
  if (isOverTime(answer)) {
    const picture = lineOf(telling, rows);
    return { alt, draw: (lettering) => drawLine(picture, lettering) };
  }
  const picture = barsOf(telling, rows);
  return { alt, draw: (lettering) => drawBars(picture, lettering) };
}

function lineOf(
  { measure: { id, kind }, currency, locale, words }: Telling,
  rows: readonly ReportRow[],
): LinePicture {
  const about = { locale, ...(currency === undefined ? {} : { currency }) };
  return {
    axis: (value) => axisText(value, kind, about),
    legend: rows.some(({ before }) => before !== undefined) ? words.before : '',
    points: rows.map(({ of, values, before }) => ({
      label: shortTimeText(of['time'] ?? '', locale),
      now: sizeOf(values[id], kind, currency),
      ...(before === undefined ? {} : { before: sizeOf(before[id], kind, currency) }),
    })),
  };
}

function barsOf(telling: Telling, rows: readonly ReportRow[]): BarsPicture {
  const {
    measure: { id, kind },
    currency,
    locale,
    rowName,
    words,
  } = telling;
  const bars = rows.map((row) => ({
    label: rowName(row),
    value: valueText(row.values[id], kind, { currency, locale }),
    now: sizeOf(row.values[id], kind, currency),
    ...(row.before === undefined ? {} : { before: sizeOf(row.before[id], kind, currency) }),
  }));
  const legend = bars.some(({ before }) => before !== undefined) ? words.before : '';
  return { legend, bars: bars.toSorted((a, b) => b.now - a.now).slice(0, MOST_BARS) };
}
