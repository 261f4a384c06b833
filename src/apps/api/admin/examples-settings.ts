import { EXAMPLE } from '../example-ids.ts';

const exploration = {
  ...{ name: 'Channels by week', isShared: true },
  query: 'FROM sales SHOW net_sales, orders GROUP BY channel TIMESERIES week DURING last_90_days',
};

/** Bodies of what is set up and looked after. */
export const SETTINGS_EXAMPLES = {
  saveTheme: { accent: '#7a1f3d', logoId: EXAMPLE.file, pictureId: EXAMPLE.file },
  checkShopAddress: { address: 'https://shop.example' },
  saveShop: {
    ...{ version: '1', name: 'Halden & Co', tagline: 'Things for the home', legalName: 'Halden AS' },
    ...{ email: 'hello@halden.example', phone: '+47 22 00 00 00', postalAddress: 'Storgata 1, Oslo' },
    ...{ country: 'NO', vatId: 'NO123456789MVA', baseUrl: 'https://halden.example' },
    ...{ timeZone: 'Europe/Oslo', defaultCurrency: 'NOK', defaultLocale: 'nb', template: 'depot' },
  },
  setTargets: {
    targets: [
      { kpi: 'net_sales', market: '', currency: 'EUR', period: '2026-11', amount: '120000.00' },
      { kpi: 'orders', market: 'eu', period: '2026-Q4', amount: null },
    ],
  },
  saveAdjustment: {
    ...{ scope: 'shop', scopeId: '', from: '2026-12-01', to: '2026-12-24', factor: 1.2, pieces: 0 },
    reason: 'Television advertising before Christmas',
  },
  runForecasts: { title: 'Forecast what will be wanted' },
  ...{ createExploration: exploration, changeExploration: { ...exploration, version: '1' } },
  saveTracking: { mode: 'ask', gpcRefuses: ['marketing', 'statistics'], holdsDays: 182 },
  saveConsentBanner: { market: '', locale: 'de', title: 'Kennen wir uns?', text: 'Eine Zahl, sechs Monate.' },
  releaseQuarantine: { reason: 'user_agent' },
  createEventSender: { name: 'Warehouse' },
  makeBackup: { title: 'Back up the shop' },
  checkBackup: { title: 'Check the backup' },
  retryDeadLetters: { name: 'mails.send' },
  dismissDeadLetters: { name: 'mails.send' },
};
