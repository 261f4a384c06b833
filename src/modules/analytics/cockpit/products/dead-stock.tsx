import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PackageCheck } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { type Row, sizeOf } from '../report.ts';
import { ReportShown } from '../report-shown.tsx';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import styles from './products.module.css';

const MOST = 50;

/** What lies there: the most pieces first, with how long nobody bought any. */
export function DeadStock({ asked }: { readonly asked: Asked }) {
  const t = analyticsWords();
  const words = t.ofProducts;
  const [most, setMost] = useState(MOST);
  const { compare: _, ...days } = asked.query;
  const sent = { params: { id: 'dead_stock' }, query: { ...days, limit: '1000' } };
  const read = useRead('runReport', sent, { about: ['analytics'], isKept: true });
  return (
    <ReportShown of={read} loading={<LoadingState lines={8} />}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState icon={PackageCheck} title={words.nothingDead} text={words.nothingDeadText} />
        ) : (
          <Card title={words.views.dead} about={words.deadAbout}>
            <ul className={styles.list}>
              {rows.slice(0, most).map((row) => (
                <li key={row.of['product']}>
                  <Link to={`/products/${row.of['product']}`} className={styles.open}>
                    {row.of['title'] || t.unknown}
                  </Link>
                  <span className={styles.number}>
                    {words.left(countOf(sizeOf(row.values['available'])))}
                  </span>
                  <span className={styles.quiet}>{unsoldText(row)}</span>
                </li>
              ))}
            </ul>
            {rows.length > most && (
              <Button variant="subtle" onClick={() => setMost(rows.length)}>
                {t.showAll(countOf(rows.length))}
              </Button>
            )}
          </Card>
        )
      }
    </ReportShown>
  );
}

function unsoldText({ values }: Row): string {
  const words = analyticsWords().ofProducts;
  const days = values['days_unsold'];
  if (days === null || days === undefined) return words.never;
  return words.days(countOf(sizeOf(days)), sizeOf(days));
}
