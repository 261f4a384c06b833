/** Under which heading a report stands; those that are newer than this list stand under the last. */
export const GROUPS = ['sales', 'money', 'visits', 'customers', 'more'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<string, Group>> = {
  refunds: 'money',
  margin: 'money',
  contribution: 'money',
  marketing: 'money',
  stock_value: 'money',
  payments: 'money',
  declines: 'money',
  payment_fees: 'money',
  disputes: 'money',
  tax: 'money',
  discounts: 'sales',
  refund_reasons: 'money',
  conversion: 'visits',
  funnel: 'visits',
  channels: 'visits',
  landing_pages: 'visits',
  exit_pages: 'visits',
  pages: 'visits',
  paths: 'visits',
  on_site_search: 'visits',
  web_vitals: 'visits',
  devices: 'visits',
  campaigns: 'visits',
  visit_times: 'visits',
  cohorts: 'customers',
  new_and_returning: 'customers',
  second_orders: 'customers',
  customer_segments: 'customers',
  customer_cells: 'customers',
  product_performance: 'sales',
  product_movers: 'sales',
  dead_stock: 'sales',
  bought_together: 'sales',
  bought_together_by_category: 'sales',
  abc_xyz: 'sales',
  abc_xyz_matrix: 'sales',
};

export function groupOf(report: string): Group {
  if (report.startsWith('sales_')) return 'sales';
  return GROUP_OF[report] ?? 'more';
}

/** What draws a report best. */
export type Picture = 'time' | 'week' | 'funnel' | 'cohorts' | 'bars';

export function pictureOf({
  id,
  dimensions,
}: {
  readonly id: string;
  readonly dimensions: readonly { readonly id: string }[];
}): Picture {
  if (dimensions.some((one) => one.id === 'time')) return 'time';
  if (['weekday', 'hour'].every((name) => dimensions.some((one) => one.id === name))) return 'week';
  return id === 'funnel' || id === 'cohorts' ? id : 'bars';
}
