import type { Db } from '../../../platform/database/index.ts';
import { readMarkets, readShop } from '../../markets/index.ts';
import { readPlannedPriceDays, readPriceDays } from '../../pricing/index.ts';
import type { AnalyticsClient } from '../process/client.ts';
import { readOutages } from './alive.ts';
import type { Annotation, Dated, Days, Happening } from './annotation.ts';
import { holidaysOf } from './holidays.ts';
import { promotionSpans } from './promotion-spans.ts';
import { readAnnotations } from './store.ts';

export type ChartNotes = {
  readonly notes: readonly Annotation[];
  /** What the shop knows by itself, the earliest first of each kind. */
  readonly happenings: readonly Dated<Happening>[];
  /** The warehouse is away: whether best sellers were out of stock is not known. */
  readonly isStockKnown: boolean;
};

type Asked = Days & { readonly market?: string | undefined; readonly language: string };

/** What happened on these days that a line over time may be read by. */
export async function readChartNotes(
  { db, analytics }: { readonly db: Db; readonly analytics: Pick<AnalyticsClient, 'readStockOuts'> },
  asked: Asked,
): Promise<ChartNotes> {
  const { language, ...days } = asked;
  const [shop, markets] = await Promise.all([readShop(db), readMarkets(db)]);
  const { timeZone: zone, country: home } = shop;
  const shown = markets.filter(({ code }) => asked.market === undefined || code === asked.market);
  const countries = shown.flatMap((market) => market.countries);
  const [notes, prices, promotions, outages, holidays, outs] = await Promise.all([
    readAnnotations(db, days),
    priceHappenings(db, { ...days, zone }),
    promotionSpans(db, days),
    readOutages(db, { ...days, zone }),
    holidaysOf(days, { countries, home, language }),
    analytics.readStockOuts(days),
  ]);
  return {
    notes,
    happenings: [...prices, ...promotions, ...(outs.ok ? outs.value : []), ...outages, ...holidays],
    isStockKnown: outs.ok,
  };
}

async function priceHappenings(
  db: Db,
  { from, to, zone }: Days & { readonly zone: string },
): Promise<Dated<Happening>[]> {
  const span = {
    from: from.toZonedDateTime(zone).toInstant(),
    to: to.add({ days: 1 }).toZonedDateTime(zone).toInstant(),
    zone,
  };
  const [changed, planned] = await Promise.all([readPriceDays(db, span), readPlannedPriceDays(db, span)]);
  return [
    ...changed.map(({ day, ...more }) => ({ kind: 'price' as const, from: day, to: day, ...more })),
    ...planned.map(({ day, variants }) => ({ kind: 'planned_price' as const, from: day, to: day, variants })),
  ];
}
