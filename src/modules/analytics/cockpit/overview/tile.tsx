import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { Sparkline, Trend, Why } from '../../../../platform/cockpit/value/index.ts';
import { type Asked, addressWith } from '../span/use-asked.ts';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './overview.module.css';
import { ShareBar } from './share-bar.tsx';
import { TileTarget } from './tile-target.tsx';
import type { Tile } from './tiles.ts';

/** A number with how it changed, how it went, and what it is; it leads to its report. */
export function NumberTile({
  of: tile,
  asked,
  note,
  hasFailed = false,
}: {
  readonly of: Tile | undefined;
  readonly asked: Asked;
  readonly note?: ReactNode;
  readonly hasFailed?: boolean;
}) {
  const t = analyticsWords();
  if (tile === undefined) return hasFailed ? <NotRead /> : <TileSkeleton />;
  const { id, value, change, isGoodUp, points, share, estimate } = tile;
  const title = wordOf(t.measures, id);
  return (
    <article className={styles.tile} aria-label={title}>
      <header className={styles.name}>
        <Link to={addressWith(`/analytics/reports/${tile.report}`, asked)}>{title}</Link>
        <Why
          title={title}
          text={
            <>
              <p className={styles.why}>{tile.about}</p>
              <p className={styles.why}>{tile.timeRule}</p>
            </>
          }
        />
      </header>
      <div className={styles.value}>
        {value}
        {estimate && (
          <span className={styles.quiet}>{t.surely(percentOf(estimate.low), percentOf(estimate.high))}</span>
        )}
      </div>
      <div className={styles.change}>
        {asked.comparison !== 'none' && <Change share={change} isGoodUp={isGoodUp} estimate={estimate} />}
        {note !== undefined && <span className={styles.quiet}>{note}</span>}
        {asked.comparison !== 'none' && change !== undefined && <WhyLink of={id} asked={asked} />}
      </div>
      <TileTarget of={id} asked={asked} />
      <div className={styles.spark}>
        {share === undefined ? (
          <Sparkline values={points} label={t.course(title)} />
        ) : (
          <ShareBar share={share} />
        )}
      </div>
    </article>
  );
}

/** From a number that changed to what made it change, of those that can be taken apart. */
function WhyLink({ of, asked }: { readonly of: string; readonly asked: Asked }) {
  const t = analyticsWords();
  const explained = EXPLAINED_BY[of];
  if (explained === undefined) return null;
  return (
    <Link
      className={styles.ask}
      to={`${addressWith('/analytics/why', asked)}&of=${explained}`}
      aria-label={t.why.askOf(wordOf(t.measures, of))}
    >
      {t.why.ask}
    </Link>
  );
}

const EXPLAINED_BY: Readonly<Record<string, string>> = {
  ...{ net_sales: 'net_sales', orders: 'orders', average_order_value: 'net_sales' },
  ...{ conversion_rate: 'orders', sessions: 'orders', margin_rate: 'contribution_margin_1' },
};

/** A change that chance may have made is told without a verdict. */
function Change({
  share,
  isGoodUp,
  estimate,
}: {
  readonly share: number | undefined;
  readonly isGoodUp: boolean;
  readonly estimate: Tile['estimate'];
}) {
  const t = analyticsWords();
  if (share === undefined) return <span className={styles.quiet}>{t.nothingBefore}</span>;
  if (!estimate?.isChance) return <Trend share={share} isGoodUp={isGoodUp} />;
  return (
    <span className={styles.quiet}>
      {share > 0 ? '+' : ''}
      {percentOf(share)} · {t.maybeChance}
    </span>
  );
}

function NotRead() {
  return (
    <div className={styles.tile}>
      <div className={styles.value}>–</div>
      <div className={styles.quiet}>{analyticsWords().notRead}</div>
    </div>
  );
}

function TileSkeleton() {
  return (
    <div className={styles.tile} role="status" aria-label={analyticsWords().loading}>
      <Skeleton height={12} width="50%" />
      <Skeleton height={22} width="70%" mt={10} />
      <Skeleton height={24} mt={14} />
    </div>
  );
}
