import { Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRead } from '../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { countOf, moneyOf, percentOf } from '../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../platform/cockpit/value/index.ts';
import styles from './decisions.module.css';
import { type KindScore, Ranges } from './score/ranges.tsx';
import score from './score/score.module.css';
import { decisionWords, named } from './words.ts';

/** What was said that decisions would bring, and what they brought. */
export function Screen() {
  const t = decisionWords();
  const read = useRead('readDecisionScore', {}, { about: ['decisions'] });
  return (
    <Page title={t.score.title} about={t.score.about}>
      <Shown of={read}>
        {({ kinds }) => {
          const known = kinds.filter(({ scored, waiting, notEnough }) => scored + waiting + notEnough > 0);
          if (known.length === 0) {
            return (
              <Card>
                <EmptyState icon={Scale} title={t.score.nothing} text={t.score.nothingText} />
              </Card>
            );
          }
          return (
            <div className={styles.stack}>
              {known.map((one) => (
                <KindCard key={one.kind} of={one} />
              ))}
              <p className={styles.quiet}>{t.score.fewer}</p>
            </div>
          );
        }}
      </Shown>
    </Page>
  );
}

function KindCard({ of: kind }: { readonly of: KindScore }) {
  const t = decisionWords();
  const { scored, held, stated, coverage, predicted, realised, earned, lost, bias, waiting, notEnough } =
    kind;
  return (
    <Card title={named(t.kinds, kind.kind)} actions={<Verdict of={kind} />}>
      <dl className={score.tiles}>
        <Tile
          name={t.score.realised}
          value={moneyOf(realised)}
          more={`${t.score.predicted} ${moneyOf(predicted)}`}
        />
        <Tile
          name={t.score.coverage}
          value={coverage === undefined ? '–' : percentOf(coverage.estimate, 0)}
          more={
            coverage && (
              <>
                {t.score.coverageText(held, scored, countOf(Math.round(stated)))}
                <br />
                {t.score.coverageInterval(percentOf(coverage.low, 0), percentOf(coverage.high, 0))}
              </>
            )
          }
        />
        <Tile name={t.score.earned} value={moneyOf(earned)} />
        <Tile name={t.score.lost} value={moneyOf(lost)} />
        {bias && (
          <Tile
            name={t.score.bias}
            value={moneyOf({ ...realised, amount: majorOf(bias.estimate, realised.amount) })}
          />
        )}
        <Tile
          name={t.score.waiting}
          value={countOf(waiting)}
          more={notEnough > 0 ? `${t.score.notEnough}: ${countOf(notEnough)}` : undefined}
        />
      </dl>
      {kind.scores.length > 0 && <Ranges of={kind.scores} />}
    </Card>
  );
}

function Tile(props: { readonly name: string; readonly value: string; readonly more?: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {props.value}
        {props.more && <small>{props.more}</small>}
      </dd>
    </div>
  );
}

/** From ten scores on it can be said whether too few hold. */
function Verdict({ of: { coverage, scored, stated } }: { readonly of: KindScore }) {
  const t = decisionWords();
  if (coverage === undefined || scored < 10) return <StateBadge tone="neutral">{t.score.unknown}</StateBadge>;
  return coverage.high < stated / scored ? (
    <StateBadge tone="bad">{t.score.bad}</StateBadge>
  ) : (
    <StateBadge tone="good">{t.score.good}</StateBadge>
  );
}

/** Minor units as a decimal with as many digits as the amount beside it has. */
function majorOf(minor: number, like: string): string {
  const digits = like.split('.')[1]?.length ?? 0;
  return (minor / 10 ** digits).toFixed(digits);
}
