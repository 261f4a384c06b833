import { plural } from '../../../../../platform/cockpit/text/index.ts';

export const alerts = {
  title: 'Alerts',
  about: 'Be told when a number is not as it should be: once, and again when it is over.',
  empty: 'No number is watched yet',
  emptyText:
    'Unusual sales, a conversion that falls, no order in an hour. Before you save an alert you see what it would have done in the last 90 days.',
  create: 'Watch a number',
  newName: 'Net sales are unusual',
  start: 'Start watching',
  what: 'What is watched',
  who: 'Who is told, and when',
  number: 'Number',
  ownQuery: 'Own query',
  queryAbout: 'One number, no GROUP BY; narrow it down with WHERE.',
  rule: 'When',
  rules: { anomaly: 'Unusual', change: 'Changed', threshold: 'Limit' },
  rulesAbout: {
    anomaly: 'A day out of what days like it are used to be: its weekday, its season of eight weeks.',
    change: 'Against the same hour, day or week of the week before.',
    threshold: 'Below one number or above another: an amount in the shop’s currency, or 0.02 for 2 %.',
  },
  grain: 'Per',
  grains: { hour: 'Hour', day: 'Day', week: 'Week' },
  direction: 'Direction',
  directions: { either: 'up or down', down: 'down', up: 'up' },
  falseAlarms: 'False alarms',
  rates: { month: 'about one a month', quarter: 'about one a quarter', year: 'about one a year' },
  percent: 'By more than',
  below: 'Below',
  above: 'Above',
  webhooks: 'Tell other programs too',
  webhooksAbout: 'By the webhooks reporting.alert_fired and reporting.alert_recovered.',
  quietFrom: 'Quiet from',
  quietTo: 'until',
  grace: 'Wait for late events',
  minutes: (count: number) =>
    count === 0
      ? 'not at all'
      : count < 60
        ? `${count} minutes`
        : count === 60
          ? '1 hour'
          : `${count / 60} hours`,
  preview: 'The last 90 days',
  previewAbout: 'Judged by the same rule, before anybody is told of anything.',
  wouldHave: (count: number) =>
    count === 0
      ? 'It would not have fired.'
      : count === 1
        ? 'It would have fired once.'
        : `It would have fired ${count} times.`,
  chart: (count: number) => `The number over the last 90 days, the range that is usual, and ${count} firings`,
  usual: (low: string, high: string) => `usual ${low} to ${high}`,
  least: (low: string) => `limit ${low}`,
  most: (high: string) => `limit ${high}`,
  fires: 'fires',
  unjudged: (count: number, all: number, days: number) =>
    `${count} of ${all} could not be judged: the rule needs ${days} days before.`,
  rateAbout: 'In simulated years of ordinary days false alarms came as often as stated, within a quarter.',
  known: (count: number, names: string) =>
    `${plural('en', count, { one: '1 day is', other: `${count} days are` })} not judged, as nobody expects ${plural('en', count, { one: 'it', other: 'them' })} to be like others: ${names}.`,
  inARow: (count: number) => `${count} in a row`,
  states: {
    firing: 'not as usual',
    muted: 'muted',
    snoozed: 'paused',
    problem: 'not judged',
    new: 'new',
    quiet: 'as usual',
  },
  lastFiring: 'Last time',
  ofRule: {
    anomaly: (number: string, rate: string) => `${number}: unusual, ${rate}`,
    change: (number: string, grain: string, percent: number) =>
      `${number} by ${grain}: changed by over ${percent} %`,
    threshold: (number: string, grain: string, below: number | undefined, above: number | undefined) =>
      [
        `${number} by ${grain}:`,
        below === undefined ? '' : `below ${below}`,
        below !== undefined && above !== undefined ? 'or' : '',
        above === undefined ? '' : `above ${above}`,
      ]
        .filter((part) => part !== '')
        .join(' '),
  },
  judged: (moment: string) => `Looked at last on ${moment}`,
  notJudged: 'Not looked at yet: it begins within five minutes.',
  cannot: (why: string) => `It cannot be judged now: ${why}`,
  quiet: 'Quiet',
  loud: 'Tell me again',
  snooze: (hours: number) =>
    hours < 24 ? `for ${hours} hours` : hours === 24 ? 'for a day' : `for ${hours / 24} days`,
  mute: 'until I say otherwise',
  removeTitle: 'Watch this number no more?',
  removeText: 'What the alert did so far is forgotten. This cannot be undone.',
  history: 'What it did',
  noHistory: 'It has not fired yet.',
  goesOn: 'goes on',
  endedOn: (when: string) => `as usual again ${when}`,
  told: 'told',
  toldNobody: 'nobody was told',
};
