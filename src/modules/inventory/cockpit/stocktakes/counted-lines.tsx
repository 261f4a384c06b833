import { Button, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useRows } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { ItemCell } from '../item-cell.tsx';
import { stockWords } from '../words.ts';
import styles from './counter.module.css';
import type { Stocktake } from './stocktake-state.tsx';

const SHOWN = ['uncounted', 'counted'] as const;

/** What is still to be counted, or what was; without what is expected where it is counted blind. */
export function CountedLines({ stocktake }: { readonly stocktake: Stocktake }) {
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('uncounted');
  const t = stockWords().count;
  const asked = { params: { id: stocktake.id }, query: { shown, limit: '50' } };
  const lines = useRows('listStocktakeLines', asked, { about: ['inventory'], isKept: true });
  return (
    <Card
      isFlush
      title={t.goods}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t.goods}
          value={shown}
          onChange={(chosen) => setShown(chosen === 'counted' ? 'counted' : 'uncounted')}
          data={SHOWN.map((value) => ({ value, label: t.shown[value] }))}
        />
      }
    >
      {lines.rows.length === 0 && !lines.isPending && (
        <Text size="sm" c="dimmed" p="md">
          {t.nothing[shown]}
        </Text>
      )}
      <ul className={styles.lines}>
        {lines.rows.map(({ variantId, item, counted, expected }) => (
          <li key={variantId} className={styles.line}>
            <ItemCell item={item} />
            <span className={styles.counted}>
              {counted === undefined ? '' : countOf(counted)}
              {expected === undefined ? '' : ` / ${countOf(expected)}`}
            </span>
          </li>
        ))}
      </ul>
      {lines.hasNextPage && (
        <Button variant="subtle" fullWidth onClick={() => void lines.fetchNextPage()}>
          {t.showMore}
        </Button>
      )}
    </Card>
  );
}
