import type { ReactNode } from 'react';
import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { type Row, sizeOf, type Value, valueText } from '../report.ts';
import type { AnalyticsWords } from '../words.ts';
import styles from './products.module.css';

export type Column = { readonly id: string; readonly cell: (row: Row) => ReactNode };

/** What is told of a product: an estimate has its bounds under it. */
export function columnsOf({
  t,
  currency,
  hasMargin,
}: {
  readonly t: AnalyticsWords;
  readonly currency: string | undefined;
  readonly hasMargin: boolean;
}): readonly Column[] {
  const count = (id: string): Column => ({
    id,
    cell: ({ values }) => valueText(values[id], 'count', currency),
  });
  const rate = (id: string): Column => ({
    id,
    cell: ({ values }) => (
      <Estimate
        of={values[id]}
        low={values[`${id}_low`]}
        high={values[`${id}_high`]}
        text={(value) => percentOf(value)}
        words={t}
      />
    ),
  });
  return [
    { id: 'net_sales', cell: ({ values }) => valueText(values['net_sales'], 'money', currency) },
    ...[count('units'), count('product_views'), rate('view_cart_rate'), rate('view_bought_rate')],
    ...(hasMargin ? [{ id: 'margin_rate', cell: (row: Row) => <Margin row={row} words={t} /> }] : []),
    { id: 'return_rate_orders', cell: (row) => <Returns row={row} words={t} /> },
    { id: 'stock_cover', cell: (row) => <Cover row={row} words={t} /> },
  ];
}

function Estimate({
  of,
  low,
  high,
  text,
  words,
}: {
  readonly of: Value;
  readonly low: Value;
  readonly high: Value;
  readonly text: (value: number) => string;
  readonly words: AnalyticsWords;
}) {
  if (of === null || of === undefined) return <span className={styles.nothing}>–</span>;
  return (
    <>
      {text(sizeOf(of))}
      {low !== null && low !== undefined && (
        <span className={styles.under}>
          {high === null || high === undefined
            ? words.ofProducts.from(text(sizeOf(low)))
            : words.ofProducts.to(text(sizeOf(low)), text(sizeOf(high)))}
        </span>
      )}
    </>
  );
}

/** The margin, and of what part of sales the cost is known where it is not all. */
function Margin({ row: { values }, words }: { readonly row: Row; readonly words: AnalyticsWords }) {
  const known = sizeOf(values['cost_known_share']);
  return (
    <>
      {valueText(values['margin_rate'], 'share', undefined)}
      {values['margin_rate'] !== null && known < 0.995 && (
        <span className={styles.under}>{words.ofProducts.costKnown(percentOf(known, 0))}</span>
      )}
    </>
  );
}

/** Of orders, with the bounds; of pieces and of money where one points at it. */
function Returns({ row: { values }, words }: { readonly row: Row; readonly words: AnalyticsWords }) {
  const [units, value] = [values['return_rate_units'], values['return_rate_value']];
  const told = [
    ...(units === null || units === undefined ? [] : [words.ofProducts.ofPieces(percentOf(sizeOf(units)))]),
    ...(value === null || value === undefined ? [] : [words.ofProducts.ofValue(percentOf(sizeOf(value)))]),
  ];
  return (
    <span title={told.join(' · ')}>
      <Estimate
        of={values['return_rate_orders']}
        low={values['return_rate_orders_low']}
        high={values['return_rate_orders_high']}
        text={(share) => percentOf(share)}
        words={words}
      />
    </span>
  );
}

/** Beyond it nobody plans, and a number would only look exact. */
const FAR = 999;

/** How many days the stock lasts, how many pieces there are, and whether it was gone. */
function Cover({ row: { values }, words }: { readonly row: Row; readonly words: AnalyticsWords }) {
  const days = (value: Value) => {
    const whole = Math.round(sizeOf(value));
    return whole > FAR ? `${countOf(FAR)}+` : countOf(whole);
  };
  const { stock_cover: cover, stock_cover_low: low, stock_cover_high: high } = values;
  const [out, available] = [sizeOf(values['days_out']), sizeOf(values['available'])];
  const t = words.ofProducts;
  if (cover === null || cover === undefined) {
    return available > 0 ? (
      <span className={styles.under}>{t.left(countOf(available))}</span>
    ) : (
      <span className={styles.nothing}>–</span>
    );
  }
  const between =
    low === null || low === undefined
      ? ''
      : high === null || high === undefined
        ? t.from(days(low))
        : t.to(days(low), days(high));
  return (
    <>
      {t.days(days(cover), Math.round(sizeOf(cover)))}
      <span className={styles.under}>
        {[between, t.left(countOf(available))].filter((part) => part !== '').join(' · ')}
      </span>
      {out > 0 && <span className={styles.warning}>{t.soldOutDays(t.days(countOf(out), out))}</span>}
    </>
  );
}
