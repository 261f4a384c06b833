import { Button } from '@mantine/core';
import { FileSearch } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { useAddress } from '../../../../platform/cockpit/state/index.ts';
import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { type Row, rowsIn, sizeOf, valueText } from '../report.ts';
import { ReportShown } from '../report-shown.tsx';
import { lengthOf } from '../span/days.ts';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import styles from './products.module.css';

type Shown = {
  readonly asked: Asked;
  readonly currency: string | undefined;
  readonly onOpen: (row: Row, title: string) => void;
};

const [ABC, XYZ] = [['A', 'B', 'C'] as const, ['X', 'Y', 'Z', ''] as const];
const MOST = 30;

/** The make-up of the range: a square of what sells much and what sells steadily, and the products of each field. */
export function Range({ asked, currency, onOpen }: Shown) {
  const t = analyticsWords();
  const [chosen, setChosen] = useState<string>();
  const { compare: _, ...days } = asked.query;
  const query = { ...days, ...(currency === undefined ? {} : { currency }) };
  const about = { about: ['analytics'], isKept: true };
  const matrix = useRead('runReport', { params: { id: 'abc_xyz_matrix' }, query }, about);
  const products = useRead(
    'runReport',
    { params: { id: 'abc_xyz' }, query: { ...query, limit: '1000' } },
    about,
  );
  return (
    <ReportShown of={matrix} loading={<LoadingState lines={8} />}>
      {(report) => {
        const cells = rowsIn(report, currency);
        if (cells.length === 0) return <EmptyState icon={FileSearch} title={t.noRows} text={t.noRowsText} />;
        const rows = products.data ? rowsIn(products.data, currency) : [];
        const those = rows.filter(({ of }) => chosen === undefined || `${of['abc']}${of['xyz']}` === chosen);
        return (
          <Card title={t.ofProducts.views.range} about={t.ofProducts.rangeAbout}>
            {lengthOf(asked.days) < 63 && <TooShort />}
            <div className={styles.range}>
              <Matrix cells={cells} chosen={chosen} onChoose={setChosen} />
              <Products rows={those} currency={currency} onOpen={onOpen} />
            </div>
          </Card>
        );
      }}
    </ReportShown>
  );
}

function TooShort() {
  const t = analyticsWords();
  const [, change] = useAddress();
  return (
    <p className={styles.note}>
      {t.ofProducts.tooShort}{' '}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => change({ span: '90d', from: undefined, to: undefined })}
      >
        {t.ofProducts.show90}
      </Button>
    </p>
  );
}

function Matrix({
  cells,
  chosen,
  onChoose,
}: {
  readonly cells: readonly Row[];
  readonly chosen: string | undefined;
  readonly onChoose: (chosen: string | undefined) => void;
}) {
  const t = analyticsWords();
  const at = new Map(cells.map((row) => [`${row.of['abc']}${row.of['xyz']}`, row]));
  const columns = XYZ.filter((xyz) => cells.some(({ of }) => of['xyz'] === xyz));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={styles.matrixFrame} aria-label={t.reports.abc_xyz_matrix} tabIndex={0}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <td />
            {columns.map((xyz) => (
              <th key={xyz} scope="col">
                {t.ofProducts.xyz[xyz === '' ? 'none' : xyz]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ABC.map((abc) => (
            <tr key={abc}>
              <th scope="row">{t.ofProducts.abc[abc]}</th>
              {columns.map((xyz) => {
                const key = `${abc}${xyz}`;
                const row = at.get(key);
                if (row === undefined) return <td key={key} className={styles.emptyField} />;
                const share = sizeOf(row.values['sales_share']);
                const products = sizeOf(row.values['products']);
                return (
                  <td key={key}>
                    <button
                      type="button"
                      className={styles.field}
                      aria-pressed={chosen === key}
                      style={{ background: tint(share) }}
                      onClick={() => onChoose(chosen === key ? undefined : key)}
                    >
                      <strong>{t.ofProducts.productsCount(countOf(products), products)}</strong>
                      <span>{t.ofProducts.ofSales(percentOf(share, 0))}</span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Letters stay readable on the strongest, in light and dark. */
function tint(share: number): string {
  const part = Math.sqrt(Math.min(1, Math.max(0, share))) * 38;
  return `color-mix(in srgb, var(--mantine-primary-color-filled) ${part.toFixed(0)}%, var(--surface))`;
}

function Products({
  rows,
  currency,
  onOpen,
}: {
  readonly rows: readonly Row[];
  readonly currency: string | undefined;
  readonly onOpen: Shown['onOpen'];
}) {
  const t = analyticsWords();
  const [most, setMost] = useState(MOST);
  return (
    <div>
      <ul className={styles.list}>
        {rows.slice(0, most).map((row) => {
          const title = row.of['title'] || t.unknown;
          return (
            <li key={row.of['product']}>
              <span className={styles.badge}>
                {row.of['abc']}
                {row.of['xyz'] || '·'}
              </span>
              <button type="button" className={styles.open} onClick={() => onOpen(row, title)}>
                {title}
              </button>
              <span className={styles.number}>{valueText(row.values['net_sales'], 'money', currency)}</span>
              <span className={styles.quiet}>{percentOf(sizeOf(row.values['sales_share']))}</span>
            </li>
          );
        })}
      </ul>
      {rows.length > most && (
        <Button variant="subtle" onClick={() => setMost(rows.length)}>
          {t.showAll(countOf(rows.length))}
        </Button>
      )}
    </div>
  );
}
