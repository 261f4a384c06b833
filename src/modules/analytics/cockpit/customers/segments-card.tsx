import { Link } from '@tanstack/react-router';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { quotedText } from '../../language/tokens.ts';
import { type Row, sizeOf, valueText } from '../report.ts';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './customers.module.css';
import { RfmGrid } from './rfm-grid.tsx';
import { segmentAddress } from './segment-address.ts';

type Open = (report: string, row: Row) => void;

/** Customers in ten groups, with what makes each of them, and as a square of both fifths. */
export function SegmentsCard({
  asked,
  currency,
  rows,
  onOpen,
}: {
  readonly asked: Asked;
  readonly currency: string;
  readonly rows: readonly Row[];
  readonly onOpen: Open;
}) {
  const t = analyticsWords();
  const sent = { params: { id: 'customer_cells' }, query: { ...asked.query, currency } };
  const cells = useRead('runReport', sent, { about: ['analytics'], isKept: true });
  const most = Math.max(1e-9, ...rows.map(({ values }) => sizeOf(values['sales_share'])));
  const sorted = rows.toSorted((a, b) => sizeOf(b.values['net_sales']) - sizeOf(a.values['net_sales']));
  return (
    <Card title={t.ofCustomers.segmentsTitle} about={t.ofCustomers.segmentsAbout}>
      <div className={styles.who}>
        <RfmGrid rows={cells.data?.rows ?? []} onOpen={(row) => onOpen('customer_cells', row)} />
        <ul className={styles.segments}>
          {sorted.map((row) => (
            <li key={row.of['segment']}>
              <Segment {...{ row, currency, most }} onOpen={() => onOpen('customer_segments', row)} />
            </li>
          ))}
        </ul>
      </div>
      <Elsewhere asked={asked} currency={currency} />
    </Card>
  );
}

/** Why a segment finds fewer than a group has: of orders of other shops nobody knows whom to write to. */
function Elsewhere({ asked, currency }: { readonly asked: Asked; readonly currency: string }) {
  const t = analyticsWords();
  const { from, to } = asked.query;
  const market = asked.market === '' ? '' : ` MARKET ${quotedText(asked.market)}`;
  const q = `SHOW customers GROUP BY origin SINCE ${from} UNTIL ${to} IN ${currency}${market}`;
  const { data } = useRead('readExploration', { query: { q } }, { about: ['analytics'], isKept: true });
  const others = (data?.rows ?? []).filter(({ of }) => of['origin'] !== '');
  const customers = others.reduce((sum, { values }) => sum + sizeOf(values['customers']), 0);
  if (customers === 0) return null;
  const shops = others.map(({ of }) => of['origin'] ?? '').join(', ');
  return <p className={styles.elsewhere}>{t.ofCustomers.ordersElsewhere(countOf(customers), shops)}</p>;
}

function Segment({
  row,
  currency,
  most,
  onOpen,
}: {
  readonly row: Row;
  readonly currency: string;
  readonly most: number;
  readonly onOpen: () => void;
}) {
  const t = analyticsWords();
  const mayMake = useMay()('customers:write');
  const segment = row.of['segment'] ?? '';
  const name = wordOf(t.values, segment);
  const number = (id: string) => sizeOf(row.values[id]);
  const share = number('sales_share');
  return (
    <article className={styles.segment} aria-label={name}>
      <div className={styles.segmentName}>
        <button type="button" className={styles.open} onClick={onOpen}>
          {name}
        </button>
        <span className={styles.quiet}>{wordOf(t.ofCustomers.does, segment)}</span>
        <span className={styles.quiet}>
          {t.ofCustomers.lastOrder(countOf(number('days_from')), countOf(number('days_to')))} ·{' '}
          {t.ofCustomers.ordersCount(countOf(number('orders_from')), countOf(number('orders_to')))}
        </span>
      </div>
      <div className={styles.segmentCount}>
        <strong>{countOf(number('customers'))}</strong>{' '}
        <span className={styles.quiet}>{percentOf(number('customers_share'), 0)}</span>
      </div>
      <div className={styles.segmentSales}>
        <span className={styles.track} aria-hidden>
          <span style={{ width: `${Math.max(0, share / most) * 100}%` }} data-segment={segment} />
        </span>
        <span className={styles.segmentSum}>
          <span>
            {valueText(row.values['net_sales'], 'money', currency)}{' '}
            <span className={styles.quiet}>{t.ofProducts.ofSales(percentOf(share, 0))}</span>
          </span>
          {mayMake && (
            <Link to={segmentAddress(name, row)} className={styles.make}>
              {t.ofCustomers.makeSegment}
            </Link>
          )}
        </span>
      </div>
    </article>
  );
}
