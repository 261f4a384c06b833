import type { Told } from '../../../platform/cockpit/api/index.ts';
import { countOf, moneyOf, percentOf, wholeMoneyOf } from '../../../platform/cockpit/text/index.ts';

export type Target = Told<'listTargets'>['items'][number];
export type Pace = Told<'listPaces'>['items'][number];
export type KpiId = Target['kpi'];
export type Unit = 'money' | 'count' | 'share';

/** What can be aimed at, in the order in which it is listed. */
export const UNITS: Readonly<Record<KpiId, Unit>> = {
  net_sales: 'money',
  orders: 'count',
  new_customers: 'count',
  conversion_rate: 'share',
  average_order_value: 'money',
  contribution_margin_1: 'money',
  ad_spend: 'money',
};

export const KPI_IDS = Object.keys(UNITS).filter((id): id is KpiId => id in UNITS);

/** Not more than that, instead of at least that. */
export function isCeiling(kpi: KpiId): boolean {
  return kpi === 'ad_spend';
}

/** An amount of a target, in the person's language. */
export function amountText({ kpi, currency }: Pick<Target, 'kpi' | 'currency'>, amount: string): string {
  const unit = UNITS[kpi];
  if (unit === 'money') return moneyOf({ amount, currency: currency ?? 'XXX' });
  return unit === 'share' ? percentOf(Number(amount), 2) : countOf(amount);
}

/** The same of an estimate: cents of thousands would say more than is known. */
export function estimateText(of: Pick<Target, 'kpi' | 'currency'>, amount: string): string {
  const isLarge = UNITS[of.kpi] === 'money' && Math.abs(Number(amount)) >= 1_000;
  if (!isLarge || of.currency === undefined) return amountText(of, amount);
  return wholeMoneyOf({ amount, currency: of.currency });
}
