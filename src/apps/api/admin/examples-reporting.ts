const QUERY = 'FROM sales SHOW net_sales, orders GROUP BY channel DURING last_7_days COMPARE TO previous';
const BLOCKS = [
  {
    ...{ title: '', measures: ['net_sales', 'orders'] },
    question: {
      kind: 'report',
      report: 'sales_over_time',
      span: 'last_7_days',
      compare: 'previous',
      grain: 'day',
    },
  },
  { title: 'Where it came from', measures: [], question: { kind: 'query', text: QUERY } },
];
const SCHEDULE = {
  ...{ name: 'Monday morning', language: 'en', blocks: BLOCKS, isPaused: false },
  cadence: { every: 'week', weekday: 1, hour: 7 },
  recipients: [{ kind: 'address', email: 'partner@example.com' }],
};
const WATCHED = {
  ...{ query: 'FROM sales SHOW net_sales', grain: 'day', graceMinutes: 60 },
  rule: { kind: 'anomaly', direction: 'down', falseAlarms: 'month' },
};
const ALERT = {
  ...{
    name: 'Sales are unusually low',
    language: 'en',
    ...WATCHED,
    quietFrom: 22,
    quietTo: 7,
    hasWebhooks: true,
  },
  recipients: [{ kind: 'address', email: 'manager@example.com' }],
};

/** Bodies of what comes by itself: reports by mail, links, alerts. */
export const REPORTING_EXAMPLES = {
  createReportSchedule: SCHEDULE,
  changeReportSchedule: { ...SCHEDULE, version: '1' },
  previewReportMail: { name: 'Monday morning', language: 'en', blocks: BLOCKS },
  createReportLink: {
    title: 'For the bank',
    language: 'en',
    days: 90,
    source: { kind: 'blocks', blocks: BLOCKS },
  },
  createReportAlert: ALERT,
  changeReportAlert: { ...ALERT, version: '1' },
  quietReportAlert: { isMuted: false, until: '2026-11-30T08:00:00Z' },
  previewReportAlert: { ...WATCHED, language: 'en' },
};
