import { Card } from '../../../../platform/cockpit/page/index.ts';
import { moneyOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { decisionWords, named } from '../words.ts';
import type { KindScore } from './ranges.tsx';
import { scaleOf } from './scale.ts';
import styles from './score.module.css';

const amountOf = ({ amount }: { readonly amount: string }) => Number(amount);

/** Of each kind what was predicted of all its decisions together, and what they brought. */
export function BroughtByKind({ of: kinds }: { readonly of: readonly KindScore[] }) {
  const t = decisionWords();
  const scale = scaleOf(
    kinds.flatMap(({ predicted, realisedLow, realisedHigh }) =>
      [predicted, realisedLow, realisedHigh].map(amountOf),
    ),
  );
  return (
    <Card title={t.score.chart} about={t.score.chartAbout}>
      <ul className={styles.kinds}>
        {kinds.map(({ kind, predicted, realised, realisedLow, realisedHigh }) => (
          <li key={kind}>
            <span className={styles.kindName}>{named(t.kinds, kind)}</span>
            <span className={styles.amount}>
              {moneyOf(realised)}
              <small>{t.score.of(moneyOf(predicted))}</small>
            </span>
            <span className={styles.bars} aria-hidden>
              <span className={styles.predicted} style={scale.between(0, amountOf(predicted))} />
              <span
                className={styles.brought}
                data-costs={amountOf(realised) < 0 || undefined}
                style={scale.between(0, amountOf(realised))}
              />
              <span
                className={styles.whisker}
                style={scale.between(amountOf(realisedLow), amountOf(realisedHigh))}
              />
              <span className={styles.origin} style={scale.at(0)} />
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.legend}>
        <span>
          <i className={styles.keyPredicted} /> {t.score.predicted}
        </span>
        <span>
          <i className={styles.keyBrought} /> {t.score.realised}
        </span>
        <span>
          <i className={styles.keyWhisker} /> {t.score.sure}
        </span>
      </p>
    </Card>
  );
}

/** Of each kind how many of its predictions held, between which bounds that is known, and how many were to. */
export function CalibrationByKind({ of: kinds }: { readonly of: readonly KindScore[] }) {
  const t = decisionWords();
  const percent = (share: number) => `${share * 100}%`;
  return (
    <Card title={t.score.coverage} about={t.score.coverageAbout}>
      <ul className={styles.kinds}>
        {kinds.map(({ kind, coverage, scored, held, stated }) => {
          if (coverage === undefined) return null;
          const promised = stated / scored;
          return (
            <li key={kind}>
              <span className={styles.kindName}>{named(t.kinds, kind)}</span>
              <span className={styles.amount}>
                {percentOf(coverage.estimate, 0)}
                <small>{t.score.heldOf(held, scored)}</small>
              </span>
              <span className={styles.bars} aria-hidden>
                <span className={styles.rail} />
                <span
                  className={styles.known}
                  data-bad={coverage.high < promised || undefined}
                  style={{ left: percent(coverage.low), width: percent(coverage.high - coverage.low) }}
                />
                <span className={styles.promised} style={{ left: percent(promised) }} />
                <span
                  className={styles.heldDot}
                  data-bad={coverage.high < promised || undefined}
                  style={{ left: percent(coverage.estimate) }}
                />
              </span>
            </li>
          );
        })}
      </ul>
      <p className={styles.legend}>
        <span>
          <i className={styles.keyDot} /> {t.score.heldKey}
        </span>
        <span>
          <i className={styles.keyKnown} /> {t.score.knownKey}
        </span>
        <span>
          <i className={styles.keyPromised} /> {t.score.promisedKey}
        </span>
      </p>
    </Card>
  );
}
