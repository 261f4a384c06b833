import { Button, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ShoppingBasket } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { type Row, sizeOf, valueText } from '../report.ts';
import { ReportShown } from '../report-shown.tsx';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import styles from './products.module.css';

type Open = (report: string, row: Row, title: string) => void;

const MOST = 25;

/** What is bought together more often than by chance, surest first, and the way to show it so in the shop. */
export function Together({
  asked,
  currency,
  onOpen,
}: {
  readonly asked: Asked;
  readonly currency: string | undefined;
  readonly onOpen: Open;
}) {
  const t = analyticsWords();
  const words = t.ofProducts;
  const [query, change] = useAddress();
  const isByCategory = textIn(query, 'pairs') === 'category';
  const id = isByCategory ? 'bought_together_by_category' : 'bought_together';
  const { compare: _, ...days } = asked.query;
  const sent = { params: { id }, query: { ...days, limit: '500', ...(currency && { currency }) } };
  const read = useRead('runReport', sent, { about: ['analytics'], isKept: true });
  return (
    <ReportShown of={read} loading={<LoadingState lines={8} />}>
      {(report) => (
        <Card
          title={words.views.together}
          about={words.togetherAbout(
            valueText(report.totals[0]?.values['together'] ?? 0, 'count', undefined),
          )}
          actions={
            <SegmentedControl
              size="xs"
              aria-label={words.level}
              value={isByCategory ? 'category' : 'product'}
              data={[
                { value: 'product', label: words.byProduct },
                { value: 'category', label: words.byCategory },
              ]}
              onChange={(value) => change({ pairs: value })}
            />
          }
        >
          {report.rows.length === 0 ? (
            <EmptyState icon={ShoppingBasket} title={words.noPairs} text={words.noPairsText} />
          ) : (
            <Pairs rows={report.rows} report={id} isOfProducts={!isByCategory} onOpen={onOpen} />
          )}
        </Card>
      )}
    </ReportShown>
  );
}

function Pairs({
  rows,
  report,
  isOfProducts,
  onOpen,
}: {
  readonly rows: readonly Row[];
  readonly report: string;
  readonly isOfProducts: boolean;
  readonly onOpen: Open;
}) {
  const t = analyticsWords();
  const [most, setMost] = useState(MOST);
  return (
    <>
      <ul className={styles.pairs}>
        {rows.slice(0, most).map((row) => (
          <li key={`${row.of['first']} ${row.of['second']}`}>
            <Pair {...{ row, isOfProducts }} onOpen={(title) => onOpen(report, row, title)} />
          </li>
        ))}
      </ul>
      {rows.length > most && (
        <Button variant="subtle" onClick={() => setMost(rows.length)}>
          {t.showAll(countOf(rows.length))}
        </Button>
      )}
    </>
  );
}

function Pair({
  row: { of, values },
  isOfProducts,
  onOpen,
}: {
  readonly row: Row;
  readonly isOfProducts: boolean;
  readonly onOpen: (title: string) => void;
}) {
  const t = analyticsWords();
  const words = t.ofProducts;
  const mayWrite = useMay()('products:write');
  const [first, second] = [of['first_title'] ?? '', of['second_title'] ?? ''];
  const title = `${first} + ${second}`;
  const number = (id: string) => valueText(values[id], 'number', undefined);
  const together = sizeOf(values['together']);
  const forward = sizeOf(values['second_given_first']);
  const isForward = forward >= sizeOf(values['first_given_second']);
  const [one, other] = isForward ? [first, second] : [second, first];
  const share = isForward ? forward : sizeOf(values['first_given_second']);
  // A product of this shop: what only another shop sold has no page to be shown on.
  const owner = isForward ? of['first'] : of['second'];
  const isHere =
    isOfProducts && /^[0-9a-f-]{36}$/.test(of['first'] ?? '') && /^[0-9a-f-]{36}$/.test(of['second'] ?? '');
  return (
    <article className={styles.pair} aria-label={title}>
      <div>
        <button type="button" className={styles.open} onClick={() => onOpen(title)}>
          {title}
        </button>
        <span className={styles.under}>
          {words.alsoBuy(percentOf(share, 0), one, other)} · {words.baskets(countOf(together), together)}
        </span>
      </div>
      <div className={styles.lift}>
        <strong>{words.times(number('lift'))}</strong>
        <span className={styles.under}>
          {t.surely(number('lift_low'), number('lift_high'))} ·{' '}
          {words.chance(rateText(values['false_discovery']))}
        </span>
      </div>
      {isHere && mayWrite && (
        <Link to={`/products/${owner}`} className={styles.relate}>
          {words.showWith(one)}
        </Link>
      )}
    </article>
  );
}

/** What rounds to nothing is not nothing. */
function rateText(value: Row['values'][string] | undefined): string {
  const rate = sizeOf(value);
  return rate < 0.001 ? `< ${percentOf(0.001)}` : percentOf(rate);
}
