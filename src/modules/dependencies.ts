/**
 * What each module may import: the front doors (`index.ts`) of these modules and nothing else of them. Together a
 * directed graph without circles, drawn in ARCHITECTURE.md and enforced by test/house-rules.test.ts.
 */
export const DEPENDENCIES = {
  markets: [],
  media: [],
  ledger: [],
  access: [],
  audit: [],
  views: [],
  collector: ['markets'],
  staff: ['markets', 'access'],
  customers: ['markets'],
  taxes: ['markets'],
  shipping: ['markets'],
  credits: ['ledger'],
  payments: ['markets', 'ledger'],
  pagewatch: ['payments'],
  catalog: ['markets', 'media'],
  pricing: ['catalog', 'markets'],
  inventory: ['catalog', 'ledger', 'markets'],
  merchandising: ['catalog', 'pricing', 'inventory', 'media', 'markets'],
  search: ['catalog', 'pricing', 'inventory', 'merchandising', 'media', 'markets'],
  content: ['markets', 'media', 'catalog'],
  exchange: ['catalog', 'pricing', 'inventory', 'media', 'markets', 'merchandising', 'content'],
  history: ['markets', 'exchange', 'media'],
  carts: [
    ...['catalog', 'pricing', 'inventory', 'merchandising', 'media', 'markets'],
    ...['taxes', 'shipping', 'customers', 'credits'],
  ],
  orders: [
    ...['carts', 'catalog', 'pricing', 'inventory', 'merchandising', 'media', 'markets'],
    ...['taxes', 'shipping', 'customers', 'credits', 'payments', 'ledger'],
  ],
  invoices: ['orders', 'payments', 'markets'],
  mails: [
    ...['orders', 'invoices', 'carts', 'customers', 'markets', 'payments', 'credits', 'catalog'],
    ...['pagewatch', 'content'],
  ],
  waitlist: ['catalog', 'pricing', 'inventory', 'customers', 'markets', 'mails'],
  webhooks: [
    ...['orders', 'catalog', 'inventory', 'customers', 'payments', 'reporting', 'purchasing', 'decisions'],
  ],
  analytics: [
    ...['collector', 'history', 'inventory', 'merchandising', 'orders', 'ledger', 'payments'],
    ...['catalog', 'pricing', 'customers', 'markets'],
  ],
  reporting: ['analytics', 'mails', 'markets', 'staff'],
  targets: ['analytics'],
  forecasting: ['analytics', 'inventory', 'merchandising', 'pricing', 'catalog', 'markets'],
  purchasing: ['catalog', 'inventory', 'invoices', 'ledger', 'mails', 'markets'],
  replenishment: [
    ...['forecasting', 'purchasing', 'inventory', 'catalog', 'pricing', 'taxes'],
    ...['analytics', 'ledger', 'markets'],
  ],
  decisions: [
    ...['access', 'audit', 'inventory', 'pricing', 'catalog', 'analytics', 'markets', 'staff', 'mails'],
    ...['taxes', 'ledger', 'forecasting', 'purchasing', 'replenishment'],
  ],
  backups: ['ledger', 'orders', 'audit', 'customers'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
