import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { ReportShown } from '../report-shown.tsx';
import { type Asked, addressWith } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import { costKnownIn, linesLeft } from './left.ts';
import { LeftLines } from './left-lines.tsx';
import styles from './overview.module.css';
import { SpendLines } from './spend-lines.tsx';
import { untilIn } from './tiles-row.tsx';

type Shown = { readonly asked: Asked; readonly currency: string };

/** What is left of net sales after goods, fees and advertising, line by line. */
export function LeftCard({ asked, currency }: Shown) {
  const t = analyticsWords();
  const { shop } = useSession();
  const mayCosts = useMay()('costs:read');
  if (!mayCosts) {
    return (
      <LeftShown asked={asked} about={t.costsHidden}>
        <SpendLines asked={asked} currency={currency} />
      </LeftShown>
    );
  }
  if (currency !== shop.currency) {
    return (
      <LeftShown asked={asked}>
        <EmptyState title={t.costsIn(shop.currency)} />
      </LeftShown>
    );
  }
  return <Costs asked={asked} currency={currency} />;
}

function Costs({ asked, currency }: Shown) {
  const sent = { params: { id: 'contribution' }, query: asked.query };
  const read = useRead('runReport', sent, { about: ['analytics'], isKept: true });
  const t = analyticsWords().overview;
  const known = read.data && costKnownIn(read.data, currency);
  const about = known === undefined ? t.leftAbout : `${t.leftAbout} · ${t.costKnown(percentOf(known, 0))}`;
  return (
    <LeftShown asked={asked} about={about}>
      <ReportShown of={read} loading={<LoadingState lines={7} />}>
        {(report) => (
          <LeftLines asked={asked} lines={linesLeft(report, { currency, until: untilIn(asked) })} />
        )}
      </ReportShown>
    </LeftShown>
  );
}

function LeftShown(props: { readonly asked: Asked; readonly about?: string; readonly children: ReactNode }) {
  const t = analyticsWords();
  return (
    <Card
      title={t.overview.left}
      about={props.about}
      isFlush
      actions={
        <Link className={styles.all} to={addressWith('/analytics/reports/contribution', props.asked)}>
          {t.all}
          <span className={styles.unseen}>: {t.overview.left}</span>
        </Link>
      }
    >
      {props.children}
    </Card>
  );
}
