import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { When } from '../../../../platform/cockpit/value/index.ts';
import styles from '../forecast.module.css';
import { changeText } from '../reason-text.ts';
import { forecastWords } from '../words.ts';

type Accuracy = Told<'readForecastAccuracy'>;

/** The five figures that say how far forecasts can be believed. */
export function AccuracyTiles({ of }: { readonly of: Accuracy }) {
  const t = forecastWords();
  const methodAt = (id: string) => of.methods.find(({ method }) => method === id);
  const [chosen, average] = [methodAt('chosen'), methodAt('moving_average')];
  const less =
    chosen && average && average.quantileLoss > 0
      ? 1 - chosen.quantileLoss / average.quantileLoss
      : undefined;
  const { adjustments } = of;
  const tiles = [
    [t.accuracy.againstAverage, lessText(less), undefined],
    [t.coverage, chosen?.coverage === undefined ? '–' : percentOf(chosen.coverage, 0), t.coverageText],
    [t.bias, biasText(chosen?.bias), t.biasText],
    [
      t.accuracy.adjustments,
      adjustments.judged === 0 ? '–' : `${countOf(adjustments.helped)}/${countOf(adjustments.judged)}`,
      adjustments.judged === 0
        ? t.accuracy.notJudged
        : t.accuracy.helped(countOf(adjustments.helped), countOf(adjustments.judged)),
    ],
  ] as const;
  return (
    <div className={styles.tiles}>
      {tiles.map(([name, figure, about]) => (
        <div key={name} className={styles.tile}>
          <span className={styles.quiet}>{name}</span>
          <span className={styles.figure}>{figure}</span>
          {about && <span className={styles.quiet}>{about}</span>}
        </div>
      ))}
      {of.madeAt && (
        <div className={styles.tile}>
          <span className={styles.quiet}>{t.accuracy.lastRun}</span>
          <span className={styles.figure}>
            <When at={of.madeAt} />
          </span>
          <span className={styles.quiet}>{t.accuracy.madeOf(countOf(of.made), countOf(of.items))}</span>
        </div>
      )}
    </div>
  );
}

function lessText(less: number | undefined): string {
  const t = forecastWords().accuracy;
  if (less === undefined) return '–';
  return less >= 0 ? t.better(percentOf(less, 0)) : t.worse(percentOf(-less, 0));
}

function biasText(bias: number | undefined): string {
  const t = forecastWords().accuracy;
  if (bias === undefined) return '–';
  if (Math.abs(bias) < 0.005) return percentOf(0, 0);
  return `${changeText(bias).slice(1)} ${bias > 0 ? t.tooHigh : t.tooLow}`;
}
