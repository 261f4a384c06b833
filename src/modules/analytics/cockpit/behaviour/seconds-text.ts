import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import type { Value } from '../report.ts';
import { analyticsWords } from '../words.ts';

/** `12.5 s`, `3 min 20 s`; `–` where nobody was. */
export function secondsText(value: Value): string {
  if (value === null || value === undefined) return '–';
  const t = analyticsWords().behaviour;
  const seconds = Number(value);
  const text = (number: number, digits: number) =>
    new Intl.NumberFormat(writtenIn().region, { maximumFractionDigits: digits }).format(number);
  if (seconds < 60) return t.seconds(text(seconds, seconds < 10 ? 1 : 0));
  const whole = Math.round(seconds);
  return t.minutes(text(Math.floor(whole / 60), 0), text(whole % 60, 0));
}
