import { desk as access } from '../../../modules/access/cockpit/index.ts';
import { desk as analytics } from '../../../modules/analytics/cockpit/index.ts';
import { desk as audit } from '../../../modules/audit/cockpit/index.ts';
import { desk as backups } from '../../../modules/backups/cockpit/index.ts';
import { desk as products } from '../../../modules/catalog/cockpit/index.ts';
import { desk as tracking } from '../../../modules/collector/cockpit/index.ts';
import { desk as giftCards } from '../../../modules/credits/cockpit/index.ts';
import { desk as customers } from '../../../modules/customers/cockpit/index.ts';
import { desk as decisions } from '../../../modules/decisions/cockpit/index.ts';
import { desk as imports } from '../../../modules/exchange/cockpit/index.ts';
import { desk as forecasting } from '../../../modules/forecasting/cockpit/index.ts';
import { desk as history } from '../../../modules/history/cockpit/index.ts';
import { desk as inventory } from '../../../modules/inventory/cockpit/index.ts';
import { desk as mails } from '../../../modules/mails/cockpit/index.ts';
import { desk as markets } from '../../../modules/markets/cockpit/index.ts';
import { desk as collections } from '../../../modules/merchandising/cockpit/index.ts';
import { desk as orders, today } from '../../../modules/orders/cockpit/index.ts';
import { desk as payments } from '../../../modules/payments/cockpit/index.ts';
import { desk as prices } from '../../../modules/pricing/cockpit/index.ts';
import { desk as purchasing } from '../../../modules/purchasing/cockpit/index.ts';
import { desk as replenishment } from '../../../modules/replenishment/cockpit/index.ts';
import { desk as reporting } from '../../../modules/reporting/cockpit/index.ts';
import { desk as search } from '../../../modules/search/cockpit/index.ts';
import { desk as shipping } from '../../../modules/shipping/cockpit/index.ts';
import { desk as staff } from '../../../modules/staff/cockpit/index.ts';
import { desk as targets } from '../../../modules/targets/cockpit/index.ts';
import { desk as taxes } from '../../../modules/taxes/cockpit/index.ts';
import { desk as webhooks } from '../../../modules/webhooks/cockpit/index.ts';
import type { Desk, Section } from '../../../platform/cockpit/desk/index.ts';
import { desk as demoData } from './demo-data/index.ts';
import { desk as settings } from './settings/index.ts';
import { desk as start } from './start/index.ts';
import { desk as system } from './system/index.ts';

export const SECTIONS = ['work', 'shop', 'settings'] as const satisfies readonly Section[];

// A module's desk is added here and nowhere else.
const desks: readonly Desk[] = [
  analytics,
  customers,
  decisions,
  giftCards,
  inventory,
  mails,
  orders,
  prices,
  products,
  purchasing,
  collections,
  imports,
  search,
  access,
  backups,
  payments,
  reporting,
  shipping,
  history,
  tracking,
  targets,
  forecasting,
  replenishment,
  taxes,
  settings,
  demoData,
  markets,
  system,
  webhooks,
  staff,
  start,
  today,
  audit,
];

/** Every desk, in the order of the navigation. */
export const DESKS = desks.toSorted(
  (a, b) => SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) || a.rank - b.rank,
);
