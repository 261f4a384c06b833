import { Link } from '@tanstack/react-router';
import { type Told, useRead } from '../../../../platform/cockpit/api/index.ts';
import { useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { countOf, moneyOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import styles from './overview.module.css';

type Pace = Told<'listPaces'>['items'][number];

/** Numbers of the overview that can be aimed at, by the tile's number. */
const TARGETED: Readonly<Record<string, Pace['kpi']>> = {
  ...{ net_sales: 'net_sales', orders: 'orders', average_order_value: 'average_order_value' },
  ...{ conversion_rate: 'conversion_rate', contribution_margin_1: 'contribution_margin_1' },
  ...{ new_customers: 'new_customers', ad_spend: 'ad_spend' },
};
const TONES: Readonly<Partial<Record<Pace['state'], string>>> = {
  ...{ on_track: 'good', reached: 'good', at_risk: 'waiting', off_track: 'bad', missed: 'bad' },
};

/** The target of a number that is running now, whatever span is looked at: the shortest, and whether it will be reached. */
export function TileTarget({ of, asked }: { readonly of: string; readonly asked: Asked }) {
  const t = analyticsWords().target;
  const { shop } = useSession();
  const kpi = TARGETED[of];
  const isOff = !useMay()('targets:read') || kpi === undefined;
  const sent = { params: { year: asked.hour.slice(0, 4) }, query: { isCurrent: 'true' as const } };
  const { data } = useRead('listPaces', sent, { about: ['targets', 'analytics'], isOff, isKept: true });
  const pace = runningOf(data?.items ?? [], {
    kpi,
    market: asked.market,
    currency: asked.currency || shop.currency,
  });
  if (pace === undefined) return null;
  return (
    <Link className={styles.goal} to="/analytics/targets">
      {lineOf(pace)}
      <span data-tone={TONES[pace.state]}>{t.states[pace.state]}</span>
    </Link>
  );
}

function runningOf(
  paces: readonly Pace[],
  {
    kpi,
    market,
    currency,
  }: { readonly kpi: Pace['kpi'] | undefined; readonly market: string; readonly currency: string },
): Pace | undefined {
  return paces
    .filter((pace) => pace.kpi === kpi && pace.market === market && (pace.currency ?? currency) === currency)
    .toSorted((a, b) => lengthOf(a) - lengthOf(b))[0];
}

/** Months before quarters before the year. */
function lengthOf({ period }: Pace): number {
  return period.length === 4 ? 2 : period.includes('Q') ? 1 : 0;
}

function lineOf(pace: Pace): string {
  const t = analyticsWords().target;
  const { kpi, amount, actual, currency } = pace;
  if (kpi === 'conversion_rate') return t.rate(percentOf(Number(amount), 2));
  const goal = currency === undefined ? countOf(amount) : moneyOf({ amount, currency });
  if (kpi === 'average_order_value') return t.rate(goal);
  return t.line(percentOf(Number(actual ?? 0) / Number(amount), 0), goal);
}
