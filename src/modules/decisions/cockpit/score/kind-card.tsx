import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useGo } from '../../../../platform/cockpit/state/index.ts';
import { countOf, moneyOf, percentOf, sinceOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import shared from '../decisions.module.css';
import { decisionWords, named } from '../words.ts';
import { type KindScore, Ranges } from './ranges.tsx';
import styles from './score.module.css';

type Lost = NonNullable<Told<'listMandates'>['items'][number]['lost']>;

/** What one kind has said and what came of it, decision by decision, and whether it may still act by itself. */
export function KindCard({ of: kind, lost }: { readonly of: KindScore; readonly lost: Lost | undefined }) {
  const t = decisionWords();
  const go = useGo();
  const { scored, held, stated, coverage, predicted, realised, realisedLow, realisedHigh } = kind;
  const { earned, bias, waiting, notEnough } = kind;
  return (
    <Card title={named(t.kinds, kind.kind)} actions={<Verdict of={kind} />}>
      {lost && (
        <output className={`${shared.banner} ${styles.lost}`} data-tone="bad">
          <span>
            {t.mandate.lost[lost.why]} <span className={shared.quiet}>{sinceOf(lost.at)}</span>
          </span>
          <Button size="compact-sm" variant="default" onClick={() => go('/decisions/mandate')}>
            {t.mandate.title}
          </Button>
        </output>
      )}
      <dl className={styles.tiles}>
        {scored > 0 && (
          <>
            <Tile
              name={t.score.realised}
              value={moneyOf(realised)}
              more={
                <>
                  {t.range(moneyOf(realisedLow), moneyOf(realisedHigh))}
                  <br />
                  {t.score.predicted} {moneyOf(predicted)}
                </>
              }
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
            <Tile
              name={t.score.earned}
              value={moneyOf(earned)}
              more={`${t.score.lost} ${moneyOf(kind.lost)}`}
            />
            {bias && <Bias of={bias} like={realised} />}
          </>
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

function Bias(props: { readonly of: NonNullable<KindScore['bias']>; readonly like: KindScore['realised'] }) {
  const { of: bias, like } = props;
  const t = decisionWords();
  const amount = (minor: number) => moneyOf({ ...like, amount: majorOf(minor, like.amount) });
  return (
    <Tile
      name={t.score.bias}
      value={amount(bias.estimate)}
      more={t.score.coverageInterval(amount(bias.low), amount(bias.high))}
    />
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
