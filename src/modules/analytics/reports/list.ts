import { productPerformance } from '../assortment/product-performance.ts';
import { discounts } from '../payments/discounts.ts';
import { disputes } from '../payments/disputes.ts';
import { paymentFees } from '../payments/fees.ts';
import { refundReasons } from '../payments/refund-reasons.ts';
import { tax } from '../payments/tax.ts';
import { declines, payments } from '../payments/tries.ts';
import { campaigns } from './campaigns.ts';
import { channels } from './channels.ts';
import { cohorts } from './cohorts.ts';
import { contributionReport } from './contribution.ts';
import { conversion } from './conversion.ts';
import { deadStock } from './dead-stock.ts';
import { devices } from './devices.ts';
import { exitPages } from './exit-pages.ts';
import { funnel } from './funnel.ts';
import { landingPages } from './landing-pages.ts';
import { margin } from './margin.ts';
import { marketingReport } from './marketing.ts';
import { newAndReturning } from './new-and-returning.ts';
import { onSiteSearch } from './on-site-search.ts';
import { pages } from './pages.ts';
import { paths } from './paths.ts';
import { refunds } from './refunds.ts';
import type { Report } from './report.ts';
import { salesByBrand } from './sales-by-brand.ts';
import { salesByCategory } from './sales-by-category.ts';
import { salesByChannel } from './sales-by-channel.ts';
import { salesByCollection } from './sales-by-collection.ts';
import { salesByCountry } from './sales-by-country.ts';
import { salesByDiscount } from './sales-by-discount.ts';
import { salesByHour } from './sales-by-hour.ts';
import { salesByMarket } from './sales-by-market.ts';
import { salesByProduct } from './sales-by-product.ts';
import { salesByVariant } from './sales-by-variant.ts';
import { salesOverTime } from './sales-over-time.ts';
import { secondOrders } from './second-orders.ts';
import { stockValue } from './stock-value.ts';
import { visitTimes } from './visit-times.ts';
import { webVitals } from './web-vitals.ts';

/** Every report there is, each in a file of its own. */
export const REPORTS: readonly Report[] = [
  ...[salesOverTime, salesByProduct, salesByVariant, salesByMarket, salesByCountry, salesByDiscount],
  ...[marketingReport, contributionReport, stockValue],
  ...[salesByBrand, salesByCategory, salesByCollection, salesByHour, salesByChannel],
  ...[refunds, margin, conversion, funnel, channels, cohorts, newAndReturning, secondOrders],
  ...[payments, declines, paymentFees, disputes, tax, discounts, refundReasons],
  ...[productPerformance, deadStock],
  ...[landingPages, exitPages, pages, paths, onSiteSearch, webVitals, devices, campaigns, visitTimes],
];

export function findReport(id: string): Report | undefined {
  return REPORTS.find((report) => report.id === id);
}
