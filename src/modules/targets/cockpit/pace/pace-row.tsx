import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge, type Tone } from '../../../../platform/cockpit/value/index.ts';
import { amountText, estimateText, type Pace, UNITS } from '../kpis.ts';
import { periodText } from '../period-text.ts';
import { targetWords } from '../words.ts';
import styles from './pace.module.css';
import { PaceBar } from './pace-bar.tsx';

const TONES: Readonly<Record<Pace['state'], Tone>> = {
  planned: 'neutral',
  on_track: 'good',
  at_risk: 'waiting',
  off_track: 'bad',
  reached: 'good',
  missed: 'bad',
  unknown: 'neutral',
};

/** A target in one line: what it is of, how far it is, what it will come to, and the verdict. */
export function PaceRow({
  of: pace,
  name,
  onOpen,
}: {
  readonly of: Pace;
  readonly name: string;
  readonly onOpen: () => void;
}) {
  const t = targetWords();
  return (
    <button type="button" className={styles.pace} onClick={onOpen}>
      <span className={styles.what}>
        <span className={styles.kpi}>{t.kpis[pace.kpi]}</span>
        <span className={styles.quiet}>
          {periodText(pace.period)} · {name}
        </span>
      </span>
      <span className={styles.way}>
        <span className={styles.so}>{soFarText(pace)}</span>
        <PaceBar of={pace} />
        <span className={styles.quiet}>{expectedText(pace)}</span>
      </span>
      <span className={styles.end}>
        <Verdict of={pace} />
        <span className={styles.quiet}>{forecastText(pace)}</span>
      </span>
    </button>
  );
}

/** Whether it will be reached, in a word, with its chance. */
export function Verdict({ of: { state, forecast } }: { readonly of: Pick<Pace, 'state' | 'forecast'> }) {
  const t = targetWords();
  return (
    <span className={styles.verdict}>
      <StateBadge tone={TONES[state]}>{t.states[state]}</StateBadge>
      {forecast && <span className={styles.quiet}>{t.chance(percentOf(forecast.chance, 0))}</span>}
    </span>
  );
}

function soFarText(pace: Pace): string {
  const t = targetWords();
  const target = amountText(pace, pace.amount);
  if (pace.actual === null) return t.nothingSoFar(target);
  const actual = amountText(pace, pace.actual);
  if (isRate(pace)) return t.againstTarget(actual, target);
  return t.ofTarget(actual, target, percentOf(Number(pace.actual) / Number(pace.amount), 0));
}

function expectedText(pace: Pace): string {
  return isRate(pace) ? '' : targetWords().expected(percentOf(pace.expectedShare, 0));
}

export function forecastText(pace: Pace): string {
  const t = targetWords();
  if (pace.forecast === undefined) return pace.state === 'unknown' ? t.forecastMissing : '';
  const { estimate, likely } = pace.forecast;
  return t.forecast(...textsOf(pace, [estimate, likely.low, likely.high]));
}

/** A share or a mean has no way to go: it is as it is on each day. */
export function isRate({ kpi }: Pick<Pace, 'kpi'>): boolean {
  return UNITS[kpi] === 'share' || kpi === 'average_order_value';
}

function textsOf(pace: Pace, [a, b, c]: readonly [string, string, string]): [string, string, string] {
  return [estimateText(pace, a), estimateText(pace, b), estimateText(pace, c)];
}
