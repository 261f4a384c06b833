import type { Locale } from '../../../kernel/index.ts';
import { nameIn } from '../../analytics/index.ts';
import type { Letter } from '../../mails/index.ts';
import { changeText, timeText, valueText } from '../digest/number-text.ts';
import { spokenIn, writtenAs } from '../words/words.ts';
import type { Alert, AlertGrain, Firing } from './alert.ts';

type About = Pick<Alert, 'name' | 'language' | 'rule' | 'grain'>;
type Told = {
  readonly alert: About;
  readonly firing: Firing;
  readonly measure: string;
  readonly cockpitUrl: string;
};

/** That a number went out of what is usual: which, how far, against what, and how often that is no news. */
export function firedLetter({ alert, firing, measure, cockpitUrl }: Told): Letter {
  const { name, language, rule, grain } = alert;
  const { words } = spokenIn(language);
  const said = words.alert;
  const locale = writtenAs(language);
  const text = (value: number | undefined) => amountText(firing, value, locale);
  const lines = [
    whatText(alert, firing, measure),
    ...(rule.kind === 'anomaly' && firing.expected !== undefined
      ? [said.expected(text(firing.expected))]
      : []),
    ...(firing.ended === undefined ? [] : [said.isOver(timeText(firing.ended, locale))]),
  ];
  return {
    subject: said.firedSubject(name, text(firing.value)),
    preview: lines[0] ?? '',
    blocks: [
      { kind: 'title', text: name },
      {
        kind: 'figures',
        figures: [
          {
            label: nameIn(spokenIn(language).names.measures, measure),
            value: text(firing.value),
            change: timeText(firing.began, locale),
          },
        ],
      },
      { kind: 'text', text: lines.join(' ') },
      { kind: 'button', label: said.look, href: cockpitUrl },
      ...(rule.kind === 'anomaly' && grain === 'day'
        ? [{ kind: 'small', text: said.rate[rule.falseAlarms] } as const]
        : []),
      { kind: 'small', text: `${said.once} ${said.why(name)}` },
    ],
  };
}

/** That it is as usual again, and how long it was not. */
export function endedLetter({ alert, firing, cockpitUrl }: Told): Letter {
  const { name, language, grain } = alert;
  const said = spokenIn(language).words.alert;
  const locale = writtenAs(language);
  const [ended, began] = [timeText(firing.ended ?? '', locale), timeText(firing.began, locale)];
  const text = `${said.ended(name, ended, began)} ${said.lasted(lengthText(said, grain, firing.length))}`;
  return {
    subject: said.endedSubject(name),
    preview: text,
    blocks: [
      { kind: 'title', text: said.endedSubject(name) },
      { kind: 'text', text },
      { kind: 'button', label: said.look, href: cockpitUrl },
      { kind: 'small', text: said.why(name) },
    ],
  };
}

function whatText({ language, rule }: About, firing: Firing, id: string): string {
  const { words, names } = spokenIn(language);
  const said = words.alert;
  const locale = writtenAs(language);
  const text = (value: number | undefined) => amountText(firing, value, locale);
  const [measure, when] = [nameIn(names.measures, id), timeText(firing.began, locale)];
  const { value, expected, low, high } = firing;
  if (rule.kind === 'anomaly') {
    return low !== undefined && high !== undefined
      ? said.odd(measure, when, text(value), text(low), text(high))
      : low === undefined
        ? said.above(measure, when, text(value), text(high))
        : said.below(measure, when, text(value), text(low));
  }
  if (rule.kind === 'change' && expected !== undefined && expected > 0) {
    return said.changed(
      measure,
      when,
      text(value),
      changeText((value - expected) / expected, locale),
      text(expected),
    );
  }
  return high !== undefined && value > high
    ? said.above(measure, when, text(value), text(high))
    : said.below(measure, when, text(value), text(low));
}

function amountText({ kind, currency }: Firing, value: number | undefined, locale: Locale): string {
  if (value === undefined) return '–';
  if (kind !== 'money' || currency === undefined) return valueText(value, kind, { currency, locale });
  // Kept in the currency's unit, as bounds are; written to its smallest.
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value);
}

function lengthText(
  said: ReturnType<typeof spokenIn>['words']['alert'],
  grain: AlertGrain,
  length: number,
): string {
  if (grain === 'hour') return said.hours(length);
  return grain === 'day' ? said.days(length) : said.weeks(length);
}
