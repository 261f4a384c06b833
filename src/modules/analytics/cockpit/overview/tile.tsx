import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Sparkline, Why } from '../../../../platform/cockpit/value/index.ts';
import { type Asked, addressWith } from '../span/use-asked.ts';
import { analyticsWords, definitionOf, wordOf } from '../words.ts';
import { Change } from './change.tsx';
import styles from './overview.module.css';
import { TileTarget } from './tile-target.tsx';
import type { Tile } from './tiles.ts';
import { WhyLink } from './why-link.tsx';

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
  const { id, value, points, estimate } = tile;
  const title = wordOf(t.measures, id);
  return (
    <article className={styles.tile} aria-label={title}>
      <header className={styles.name}>
        <Link to={addressWith(`/analytics/reports/${tile.report}`, asked)}>{title}</Link>
        <Definition of={tile} title={title} />
      </header>
      <div className={styles.value}>{value}</div>
      <div className={styles.change}>
        {asked.comparison !== 'none' && <Change of={tile} />}
        {asked.comparison !== 'none' && tile.change !== undefined && <WhyLink of={id} asked={asked} />}
      </div>
      {estimate && (
        <div className={styles.quiet}>
          {t.surely(estimate.low, estimate.high)}
          {estimate.isChance && asked.comparison !== 'none' && ` · ${t.maybeChance}`}
        </div>
      )}
      {note !== undefined && <div className={styles.quiet}>{note}</div>}
      <TileTarget of={id} asked={asked} />
      <div className={styles.spark}>
        <Sparkline values={points} label={t.course(title)} />
      </div>
    </article>
  );
}

/** What a number is and of which time it speaks, one click away. */
export function Definition({
  of: { about, timeRule },
  title,
}: {
  readonly of: Pick<Tile, 'about' | 'timeRule'>;
  readonly title: string;
}) {
  return (
    <Why
      title={title}
      text={
        <>
          <p className={styles.why}>{definitionOf(about)}</p>
          <p className={styles.why}>{definitionOf(timeRule)}</p>
        </>
      }
    />
  );
}

/** A number that cannot be told, and why. */
export function NoNumber({ of, why }: { readonly of: string; readonly why: string }) {
  return (
    <article className={styles.tile} aria-label={wordOf(analyticsWords().measures, of)}>
      <header className={styles.name}>{wordOf(analyticsWords().measures, of)}</header>
      <div className={styles.value}>–</div>
      <div className={styles.quiet}>{why}</div>
    </article>
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
