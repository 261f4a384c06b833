import { adminJobs } from './apps/api/index.ts';
import {
  type AnalyticsClient,
  analyticsCrons,
  analyticsJobs,
  analyticsReactions,
} from './modules/analytics/index.ts';
import { auditCrons, auditJobs } from './modules/audit/index.ts';
import { type Backups, backupsCrons, backupsJobs, backupsReactions } from './modules/backups/index.ts';
import { cartsCrons, cartsJobs, cartsReactions } from './modules/carts/index.ts';
import { catalogCrons, catalogJobs } from './modules/catalog/index.ts';
import { collectorCrons, collectorJobs, collectorReactions } from './modules/collector/index.ts';
import { creditCrons, creditJobs, type GiftCardKey } from './modules/credits/index.ts';
import { customerCrons, customerJobs } from './modules/customers/index.ts';
import {
  builtInKinds,
  decisionsCrons,
  decisionsJobs,
  decisionsReactions,
} from './modules/decisions/index.ts';
import { exchangeCrons, exchangeJobs } from './modules/exchange/index.ts';
import { forecastingCrons, forecastingJobs } from './modules/forecasting/index.ts';
import { historyCrons, historyJobs } from './modules/history/index.ts';
import { inventoryCrons, inventoryJobs, inventoryReactions } from './modules/inventory/index.ts';
import { invoicesReactions } from './modules/invoices/index.ts';
import { type MailDeps, mailsCrons, mailsJobs, mailsReactions } from './modules/mails/index.ts';
import { mediaJobs } from './modules/media/index.ts';
import {
  merchandisingCrons,
  merchandisingJobs,
  merchandisingReactions,
} from './modules/merchandising/index.ts';
import {
  handOverReactions,
  type OrderDeps,
  ordersCrons,
  ordersJobs,
  ordersReactions,
  ordersStarts,
} from './modules/orders/index.ts';
import { type PagewatchDeps, pagewatchCrons, pagewatchJobs } from './modules/pagewatch/index.ts';
import { paymentsCrons, paymentsJobs } from './modules/payments/index.ts';
import { pricingCrons, pricingJobs } from './modules/pricing/index.ts';
import {
  replenishmentCrons,
  replenishmentJobs,
  replenishmentReactions,
} from './modules/replenishment/index.ts';
import { type ReportingDeps, reportingCrons, reportingJobs } from './modules/reporting/index.ts';
import { searchCrons, searchJobs, searchReactions } from './modules/search/index.ts';
import { staffCrons, staffJobs, staffReactions, type TeamMailDeps } from './modules/staff/index.ts';
import { waitlistCrons, waitlistJobs, waitlistReactions } from './modules/waitlist/index.ts';
import { type WebhookDeps, webhookReactions, webhooksCrons, webhooksJobs } from './modules/webhooks/index.ts';
import { apiCrons, apiJobs } from './platform/api/index.ts';
import type { Connection } from './platform/database/index.ts';
import type { Cron, Job } from './platform/jobs/index.ts';
import type { Reaction } from './platform/outbox/index.ts';
import { workCrons, workJobs } from './platform/work/index.ts';
import { pastJobs } from './simulator/trade/write/past-work.ts';
import type { WritePast } from './simulator/trade/write/write-apart.ts';

export type Workload = {
  readonly jobs: readonly Job[];
  readonly reactions: readonly Reaction[];
  readonly crons: readonly Cron[];
};

/** What a worker may be asked to do by the modules that need nothing but the database and files. */
export const WORKLOAD: Workload = {
  jobs: [
    ...adminJobs,
    ...apiJobs,
    ...auditJobs,
    ...cartsJobs,
    ...catalogJobs,
    ...collectorJobs,
    ...creditJobs,
    ...customerJobs,
    ...exchangeJobs,
    ...inventoryJobs,
    ...mediaJobs,
    ...merchandisingJobs,
    ...pricingJobs,
    ...searchJobs,
    ...workJobs,
  ],
  reactions: [
    ...cartsReactions,
    ...collectorReactions,
    ...inventoryReactions,
    ...merchandisingReactions,
    ...ordersReactions,
    ...searchReactions,
  ],
  crons: [
    ...apiCrons,
    ...auditCrons,
    ...cartsCrons,
    ...catalogCrons,
    ...collectorCrons,
    ...creditCrons,
    ...customerCrons,
    ...exchangeCrons,
    ...inventoryCrons,
    ...merchandisingCrons,
    ...pricingCrons,
    ...searchCrons,
    ...workCrons,
  ],
};

/** All that is begun by the clock. */
export const CRONS: readonly Cron[] = [
  ...WORKLOAD.crons,
  ...ordersCrons,
  ...paymentsCrons,
  ...mailsCrons,
  ...pagewatchCrons,
  ...staffCrons,
  ...waitlistCrons,
  ...webhooksCrons,
  ...analyticsCrons,
  ...reportingCrons,
  ...decisionsCrons,
  ...forecastingCrons,
  ...replenishmentCrons,
  ...historyCrons,
];

export type WorkDeps = {
  readonly orders: OrderDeps;
  readonly mails: MailDeps;
  readonly pagewatch: PagewatchDeps;
  readonly staff: TeamMailDeps;
  readonly webhooks: WebhookDeps;
  readonly giftCardKey: GiftCardKey;
  readonly analytics: AnalyticsClient;
  readonly reporting: ReportingDeps;
  /** Without it the demo shop gets no past. */
  readonly connection?: Connection;
  /** In another process; without it the past is written in this one. */
  readonly writePast?: WritePast;
  /** Without it nothing is backed up. */
  readonly backups?: Backups;
};

/** All that a worker may be asked to do, what calls providers, mail servers and other programs included. */
export function workloadOf(deps: WorkDeps): Workload {
  const { orders, mails, pagewatch, staff, webhooks, giftCardKey, analytics, reporting } = deps;
  const { connection, writePast, backups } = deps;
  return {
    jobs: [
      ...WORKLOAD.jobs,
      ...ordersJobs(orders),
      ...paymentsJobs(orders),
      ...mailsJobs(mails),
      ...pagewatchJobs(pagewatch),
      ...staffJobs(staff),
      ...waitlistJobs(mails),
      ...webhooksJobs(webhooks),
      ...analyticsJobs(analytics),
      ...reportingJobs(reporting),
      ...decisionsJobs({ kinds: builtInKinds(analytics), reached: mails }),
      ...forecastingJobs(analytics),
      ...replenishmentJobs({ analytics }),
      ...(connection ? historyJobs(connection) : []),
      ...(connection ? pastJobs(connection, writePast ? { write: writePast } : {}) : []),
      ...(backups ? backupsJobs(backups) : []),
    ],
    reactions: [
      ...WORKLOAD.reactions,
      ...analyticsReactions,
      ...handOverReactions(giftCardKey),
      ...invoicesReactions,
      ...mailsReactions(mails),
      ...staffReactions,
      ...waitlistReactions,
      ...webhookReactions,
      ...decisionsReactions,
      ...replenishmentReactions,
      ...(backups ? backupsReactions(backups) : []),
    ],
    crons: backups ? [...CRONS, ...backupsCrons] : CRONS,
  };
}

/** Jobs that are due whenever a worker starts: what a killed process left behind is mended at once. */
export const STARTS: readonly { readonly job: string; readonly payload: object }[] = [
  ...ordersStarts,
  { job: 'inventory.release_expired', payload: {} },
  { job: 'inventory.fill_items', payload: {} },
];
