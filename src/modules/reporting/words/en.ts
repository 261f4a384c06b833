import type { ReportingWords } from './reporting-words.ts';

export const english: ReportingWords = {
  total: 'All',
  unknown: 'Not known',
  change: (share, before) => `${share} · before ${before}`,
  nothingBefore: 'nothing before',
  comparedWith: (days) => `compared with ${days}`,
  rose: (name, share, now, before) => `${name} rose by ${share}, from ${before} to ${now}.`,
  fell: (name, share, now, before) => `${name} fell by ${share}, from ${before} to ${now}.`,
  stayed: (name, now) => `${name} stayed as before, at ${now}.`,
  began: (name, now) => `${name} came to ${now}; there was nothing to compare with.`,
  pushedUp: (parts) => `Pushed up by ${parts}.`,
  pushedDown: (parts) => `Pulled down by ${parts}.`,
  largest: (name, measure, value, share) =>
    `The largest part is ${name}: ${measure} ${value}, ${share} of all.`,
  maybeChance: 'Days differ that much anyway: this change may be chance.',
  hardlyChance: 'Chance alone makes a change like this in fewer than 1 of 20 comparisons.',
  peak: (day, value) => `Highest on ${day}, with ${value}.`,
  nothing: 'Nothing in these days.',
  cut: 'There are more rows; the total is of all.',
  lineOf: (name, by) => `${name} by ${by}`,
  barsOf: (name, by) => `${name} by ${by}`,
  before: 'before',
  notShown: (why) => `This part could not be shown: ${why}`,
  costsHidden: 'it tells what goods cost, which whoever set it up may not see.',
  currencies: (others) =>
    `The picture and the words are of the shop’s currency; ${others} stands in the numbers.`,
  asOf: (moment) => `Numbers as of ${moment}.`,
  mail: {
    why: (name) => `You get this because somebody in the shop put your address on “${name}”.`,
    unsubscribe: 'No more of these',
    toTeam: (name) =>
      `“${name}” comes to you as a member of the team. It can be changed under Analytics, Schedules.`,
    open: 'Open in the cockpit',
  },
  every: {
    day: (hour) => `every day at ${hour}`,
    week: (weekday, hour) => `every ${weekday} at ${hour}`,
    month: (day, hour) => `every month on day ${day} at ${hour}`,
  },
  page: {
    until: (day) => `This link works until ${day}.`,
    goneTitle: 'This link does not work any more',
    gone: 'It was taken back, is too old, or was never there. Ask whoever gave it to you for a new one.',
    away: 'The numbers are being prepared. Try again in a minute.',
    unsubscribeTitle: (name) => `No more of “${name}”?`,
    unsubscribeText: (email) => `Nothing more of this report will go to ${email}.`,
    unsubscribeVerb: 'Stop these mails',
    unsubscribed: 'Done: no more of these mails will come to you.',
  },
  alert: {
    firedSubject: (name, value) => `${name}: ${value}`,
    endedSubject: (name) => `${name}: back to normal`,
    above: (measure, when, value, limit) =>
      `${measure} ${when}: ${value}. That is above the limit of ${limit}.`,
    below: (measure, when, value, limit) =>
      `${measure} ${when}: ${value}. That is below the limit of ${limit}.`,
    changed: (measure, when, value, share, before) =>
      `${measure} ${when}: ${value}. That is ${share} against ${before} a week before.`,
    odd: (measure, when, value, low, high) =>
      `${measure} ${when}: ${value}. On such a day between ${low} and ${high} is usual.`,
    expected: (value) => `Expected was about ${value}.`,
    rate: {
      month: 'Set so that ordinary days cause about one false alarm a month.',
      quarter: 'Set so that ordinary days cause about one false alarm a quarter.',
      year: 'Set so that ordinary days cause about one false alarm a year.',
    },
    once: 'You are told once, and again when it is over.',
    isOver: (when) => `By now it is over: ${when} was as usual again.`,
    ended: (name, when, began) => `“${name}” is over. ${when} was as usual again; it began ${began}.`,
    lasted: (text) => `It lasted ${text}.`,
    hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
    days: (count) => (count === 1 ? '1 day' : `${count} days`),
    weeks: (count) => (count === 1 ? '1 week' : `${count} weeks`),
    look: 'Look at it in the cockpit',
    why: (name) => `You get this because you are on the alert “${name}”.`,
  },
};
