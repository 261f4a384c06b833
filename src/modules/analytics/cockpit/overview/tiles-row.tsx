import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { moneyOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { changeOf, type Report, totalIn } from '../report.ts';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import styles from './overview.module.css';
import { NumberTile } from './tile.tsx';
import { conversionTile, returningShare, type Tile, tileOf } from './tiles.ts';

type Shown = {
  readonly asked: Asked;
  readonly sales: Report;
  readonly visits: { readonly data: Report | undefined; readonly error: Error | null };
  readonly currency: string;
};

/** The eight numbers that a day begins with. */
export function Tiles({ asked, sales, visits: { data: visits, error }, currency }: Shown) {
  const hasFailed = error !== null;
  const until = asked.grain === 'hour' ? asked.hour : asked.hour.slice(0, 10);
  const sale = (measure: string, isGoodUp = true) => tileOf(sales, { measure, currency, isGoodUp, until });
  const refunds = { ...sale('returns', false), report: 'refunds' };
  const sessions = visits && tileOf(visits, { measure: 'sessions', currency: undefined, until });
  return (
    <div className={styles.tiles}>
      <NumberTile of={sale('net_sales')} asked={asked} />
      <NumberTile of={sale('orders')} asked={asked} />
      <NumberTile of={sale('average_order_value')} asked={asked} />
      <NumberTile of={visits && conversionTile(visits, until)} asked={asked} hasFailed={hasFailed} />
      <NumberTile of={sessions} asked={asked} hasFailed={hasFailed} />
      <ReturningTile asked={asked} currency={currency} />
      <NumberTile of={refunds} asked={asked} />
      <MarginTile asked={asked} currency={currency} />
    </div>
  );
}

function ReturningTile({ asked, currency }: Pick<Shown, 'asked' | 'currency'>) {
  const t = analyticsWords();
  const sent = { params: { id: 'new_and_returning' }, query: withoutGrain(asked) };
  const { data, error } = useRead('runReport', sent, { about: ['analytics'], isKept: true });
  if (data === undefined) return <NumberTile of={undefined} asked={asked} hasFailed={error !== null} />;
  const { now, before } = returningShare(data, currency);
  const tile: Tile = {
    ...{ id: 'returning_share', isGoodUp: true, points: [], report: data.id },
    value: now === undefined ? '–' : percentOf(now),
    ...(now === undefined ? {} : { share: now }),
    change: now === undefined ? undefined : changeOf(now, before),
    about: t.returningAbout,
    timeRule: data.dimensions[0]?.about ?? '',
  };
  return <NumberTile of={tile} asked={asked} note={t.ofOrders} />;
}

/** Costs are kept in the shop's own currency: of sales in others there is no margin to tell. */
function MarginTile({ asked, currency }: Pick<Shown, 'asked' | 'currency'>) {
  const t = analyticsWords();
  const isAllowed = useMay()('costs:read');
  const { shop } = useSession();
  const sent = { params: { id: 'margin' }, query: { ...withoutGrain(asked), limit: '1' } };
  const { data, error } = useRead('runReport', sent, {
    about: ['analytics'],
    isOff: !isAllowed,
    isKept: true,
  });
  if (!isAllowed || currency !== shop.currency) {
    return (
      <article className={styles.tile} aria-label={t.measures.margin_rate}>
        <header className={styles.name}>{t.measures.margin_rate}</header>
        <div className={styles.value}>–</div>
        <div className={styles.quiet}>{isAllowed ? t.costsIn(shop.currency) : t.costsHidden}</div>
      </article>
    );
  }
  if (data === undefined) return <NumberTile of={undefined} asked={asked} hasFailed={error !== null} />;
  const amount = totalIn(data, currency)?.values['contribution_margin_1'];
  const tile = tileOf(data, { measure: 'margin_rate', currency, until: '' });
  const note =
    amount === undefined || amount === null ? undefined : moneyOf({ amount: String(amount), currency });
  return <NumberTile of={tile} asked={asked} note={note} />;
}

function withoutGrain({ query: { grain: _, ...query } }: Asked) {
  return query;
}
