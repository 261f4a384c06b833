import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { quotedText } from '../../language/tokens.ts';
import { type Report, totalIn } from '../report.ts';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import styles from './overview.module.css';
import { NoNumber, NumberTile } from './tile.tsx';
import { tileOf } from './tiles.ts';

type Shown = {
  readonly asked: Asked;
  readonly sales: Report;
  readonly visits: { readonly data: Report | undefined; readonly error: Error | null };
  readonly currency: string;
};

/** The hour or the day that it is: what comes after it is no zero. */
export function untilIn({ grain, hour }: Asked): string {
  return grain === 'hour' ? hour : hour.slice(0, 10);
}

/** The four numbers that a day begins with. */
export function FirstTiles({ asked, sales, visits: { data: visits, error }, currency }: Shown) {
  const until = untilIn(asked);
  const sale = (measure: string) => tileOf(sales, { measure, currency, until });
  return (
    <div className={styles.tiles} data-first>
      <NumberTile of={sale('net_sales')} asked={asked} />
      <NumberTile of={sale('orders')} asked={asked} />
      <NumberTile
        of={visits && tileOf(visits, { measure: 'conversion_rate', currency: undefined, until })}
        asked={asked}
        hasFailed={error !== null}
      />
      <NumberTile of={sale('average_order_value')} asked={asked} />
    </div>
  );
}

/** What comes after them: who comes, who buys, what comes back, and what lies in stock. */
export function MoreTiles({ asked, sales, visits: { data: visits, error }, currency }: Shown) {
  const until = untilIn(asked);
  const sessions = visits && tileOf(visits, { measure: 'sessions', currency: undefined, until });
  const refunds = tileOf(sales, { measure: 'returns', currency, isGoodUp: false, until });
  return (
    <div className={styles.tiles}>
      <NumberTile of={sessions} asked={asked} hasFailed={error !== null} />
      <CustomersTile asked={asked} currency={currency} />
      <NumberTile of={{ ...refunds, report: 'refunds' }} asked={asked} />
      <StockTile asked={asked} currency={currency} />
    </div>
  );
}

function CustomersTile({ asked, currency }: Pick<Shown, 'asked' | 'currency'>) {
  const t = analyticsWords().overview;
  const sent = { query: { q: customersAsked(asked, currency) } };
  const { data, error } = useRead('readExploration', sent, { about: ['analytics'], isKept: true });
  if (data === undefined) return <NumberTile of={undefined} asked={asked} hasFailed={error !== null} />;
  const tile = tileOf(data, { measure: 'new_customers', currency, until: untilIn(asked) });
  const returning = totalIn(data, currency)?.values['returning_order_rate'];
  const note = typeof returning === 'number' ? t.returning(percentOf(returning, 0)) : undefined;
  return <NumberTile of={{ ...tile, report: 'new_and_returning' }} asked={asked} note={note} />;
}

function customersAsked({ query, market }: Asked, currency: string): string {
  const { from, to, grain, compare } = query;
  return [
    `SHOW new_customers, returning_order_rate TIMESERIES ${grain} SINCE ${from} UNTIL ${to}`,
    ...(compare === undefined ? [] : [`COMPARE TO ${compare}`]),
    `IN ${currency}`,
    ...(market === '' ? [] : [`MARKET ${quotedText(market)}`]),
  ].join(' ');
}

/** What it cost is kept in the shop's own currency, and of no market. */
function StockTile({ asked, currency }: Pick<Shown, 'asked' | 'currency'>) {
  const t = analyticsWords();
  const { shop } = useSession();
  const isAllowed = useMay()('costs:read');
  const isOff = !isAllowed || currency !== shop.currency;
  const sent = { params: { id: 'stock_value' }, query: asked.query };
  const { data, error } = useRead('runReport', sent, { about: ['analytics'], isOff, isKept: true });
  if (isOff) return <NoNumber of="stock_value" why={isAllowed ? t.costsIn(shop.currency) : t.costsHidden} />;
  const until = untilIn(asked);
  const tile = data && tileOf(data, { measure: 'stock_value', currency, isGoodUp: undefined, until });
  const note = asked.market === '' ? t.overview.atTheEnd : t.overview.ofEveryMarket;
  return <NumberTile of={tile} asked={asked} note={note} hasFailed={error !== null} />;
}
