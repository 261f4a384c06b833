import type { CurrencyCode, Locale } from '../../../kernel/index.ts';
import type { ReportAnswer, ReportRow, Value } from '../../analytics/index.ts';
import type { ReportingWords } from '../words/reporting-words.ts';
import { noiseOfCounts, noiseOfDays } from './noise.ts';
import { changeText, shareText, sizeOf, timeText, valueText } from './number-text.ts';
import { type AnswerMeasure, isOverTime, rowsOf } from './shown.ts';

export type Telling = {
  readonly answer: ReportAnswer;
  readonly measure: AnswerMeasure;
  readonly currency: CurrencyCode | undefined;
  readonly locale: Locale;
  readonly words: ReportingWords;
  readonly nameOf: (id: string) => string;
  readonly dimensionName: (id: string) => string;
  readonly rowName: (row: ReportRow) => string;
};

const MOST_NAMED = 2;
/** Below it nobody would call it a change. */
const LEAST_SHARE = 0.0005;

/** What the numbers say, in whole sentences: what rose or fell, by whom, and whether it may be chance. */
export function sentencesOf(telling: Telling): readonly string[] {
  const { answer, measure, currency, words } = telling;
  const [total] = rowsOf(answer.totals, currency);
  if (total === undefined) return [words.nothing];
  const now = total.values[measure.id];
  const rows = rowsOf(answer.rows, currency);
  if (answer.comparedWith === undefined) return [...largest(telling, rows, now), ...peak(telling, rows)];
  const before = total.before?.[measure.id];
  const share = shareOf(size(telling, now), size(telling, before));
  const said = changed(telling, now, before, share);
  if (share === undefined || Math.abs(share) < LEAST_SHARE) return [said];
  return [said, ...pushes(telling, rows, now), ...chance(telling, rows, now, before)];
}

/** `undefined` where there was nothing before. */
export function shareOf(now: number, before: number): number | undefined {
  return before === 0 ? undefined : (now - before) / Math.abs(before);
}

function changed(
  { measure: { id, kind }, nameOf, words, ...about }: Telling,
  now: Value | undefined,
  before: Value | undefined,
  share: number | undefined,
): string {
  const [name, value, was] = [nameOf(id), valueText(now, kind, about), valueText(before, kind, about)];
  if (share === undefined) return words.began(name, value);
  if (Math.abs(share) < LEAST_SHARE) return words.stayed(name, value);
  const size = changeText(Math.abs(share), about.locale).replace('+', '');
  return share > 0 ? words.rose(name, size, value, was) : words.fell(name, size, value, was);
}

/** Who made it: only of numbers whose rows add up to the total, which those of averages do not. */
function pushes(telling: Telling, rows: readonly ReportRow[], now: Value | undefined): string[] {
  const { answer, measure, words } = telling;
  if (isOverTime(answer) || !addsUp(rows, measure.id, now)) return [];
  const parts = rows
    .map((row) => ({ row, by: differenceOf(row, measure.id) }))
    .filter(({ by }) => by !== 0n)
    .toSorted((a, b) => (a.by > b.by ? -1 : 1));
  const named = (chosen: typeof parts) =>
    listOf(
      telling,
      chosen.map(({ row, by }) => partText(telling, row, by)),
    );
  const up = parts.filter(({ by }) => by > 0n).slice(0, MOST_NAMED);
  const down = parts
    .filter(({ by }) => by < 0n)
    .slice(-MOST_NAMED)
    .toReversed();
  return [
    ...(up.length > 0 ? [words.pushedUp(named(up))] : []),
    ...(down.length > 0 ? [words.pushedDown(named(down))] : []),
  ];
}

function partText(telling: Telling, row: ReportRow, by: bigint): string {
  const { measure, rowName, currency, locale } = telling;
  const amount = valueText(by < 0n ? -by : by, measure.kind, { currency, locale });
  return `${rowName(row)} (${by < 0n ? '−' : '+'}${amount})`;
}

function listOf({ locale }: Telling, parts: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

function addsUp(rows: readonly ReportRow[], id: string, total: Value | undefined): boolean {
  const values = rows.map(({ values }) => values[id]);
  if (typeof total !== 'bigint' || values.length < 2) return false;
  const whole = values.filter((value) => typeof value === 'bigint');
  return whole.length === values.length && whole.reduce((sum, value) => sum + value, 0n) === total;
}

function differenceOf({ values, before }: ReportRow, id: string): bigint {
  const [now, was] = [values[id], before?.[id]];
  return typeof now === 'bigint' && typeof was === 'bigint' ? now - was : 0n;
}

function chance(
  telling: Telling,
  rows: readonly ReportRow[],
  now: Value | undefined,
  before: Value | undefined,
): string[] {
  const { answer, measure, words } = telling;
  const isByDay = isOverTime(answer) && rows.every(({ of }) => of['time']?.length === 10);
  const { span, comparedWith = span } = answer;
  const [days, others] = [span, comparedWith].map(({ from, to }) => from.until(to).days + 1);
  if (days === undefined || others === undefined) return [];
  const verdict =
    isByDay && rows.length === days
      ? noiseOfDays(
          rows.map(({ values }) => size(telling, values[measure.id])),
          rows.map((row) => size(telling, row.before?.[measure.id])),
        )
      : noiseOfCounts(measure.id, size(telling, now), size(telling, before), days / (days + others));
  if (verdict === undefined) return [];
  return [verdict === 'maybe_chance' ? words.maybeChance : words.hardlyChance];
}

function largest(telling: Telling, rows: readonly ReportRow[], total: Value | undefined): string[] {
  const { answer, measure, words, nameOf, rowName, currency, locale } = telling;
  if (isOverTime(answer) || !addsUp(rows, measure.id, total)) return [];
  const first = rows.toSorted(
    (a, b) => size(telling, b.values[measure.id]) - size(telling, a.values[measure.id]),
  )[0];
  const all = size(telling, total);
  if (first === undefined || all <= 0) return [];
  const value = first.values[measure.id];
  const share = shareText(size(telling, value) / all, locale);
  return [
    words.largest(
      rowName(first),
      nameOf(measure.id),
      valueText(value, measure.kind, { currency, locale }),
      share,
    ),
  ];
}

function peak(telling: Telling, rows: readonly ReportRow[]): string[] {
  const { answer, measure, words, currency, locale } = telling;
  if (!isOverTime(answer) || rows.length < 2) return [];
  const top = rows.reduce((best, row) =>
    size(telling, row.values[measure.id]) > size(telling, best.values[measure.id]) ? row : best,
  );
  const value = valueText(top.values[measure.id], measure.kind, { currency, locale });
  return [words.peak(timeText(top.of['time'] ?? '', locale), value)];
}

function size({ measure, currency }: Telling, value: Value | undefined): number {
  return sizeOf(value, measure.kind, currency);
}
