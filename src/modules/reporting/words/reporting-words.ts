/** What reports and alerts say. Every name and number comes in as text, written in the language already. */
export type ReportingWords = {
  readonly total: string;
  readonly unknown: string;
  /** `before` of a figure: `+12.3% · before €1,100.00` */
  readonly change: (share: string, before: string) => string;
  readonly nothingBefore: string;
  readonly comparedWith: (days: string) => string;
  readonly rose: (name: string, share: string, now: string, before: string) => string;
  readonly fell: (name: string, share: string, now: string, before: string) => string;
  readonly stayed: (name: string, now: string) => string;
  readonly began: (name: string, now: string) => string;
  readonly pushedUp: (parts: string) => string;
  readonly pushedDown: (parts: string) => string;
  readonly largest: (name: string, measure: string, value: string, share: string) => string;
  readonly maybeChance: string;
  readonly hardlyChance: string;
  readonly peak: (day: string, value: string) => string;
  readonly nothing: string;
  readonly cut: string;
  readonly lineOf: (name: string, by: string) => string;
  readonly barsOf: (name: string, by: string) => string;
  readonly before: string;
  readonly notShown: (why: string) => string;
  readonly costsHidden: string;
  readonly currencies: (others: string) => string;
  readonly asOf: (moment: string) => string;
  readonly mail: {
    readonly why: (name: string) => string;
    readonly unsubscribe: string;
    readonly toTeam: (name: string) => string;
    readonly open: string;
  };
  readonly every: {
    readonly day: (hour: string) => string;
    readonly week: (weekday: string, hour: string) => string;
    readonly month: (day: number, hour: string) => string;
  };
  readonly page: {
    readonly until: (day: string) => string;
    readonly goneTitle: string;
    readonly gone: string;
    readonly away: string;
    readonly unsubscribeTitle: (name: string) => string;
    readonly unsubscribeText: (email: string) => string;
    readonly unsubscribeVerb: string;
    readonly unsubscribed: string;
  };
  readonly alert: AlertWords;
};

export type AlertWords = {
  readonly firedSubject: (name: string, value: string) => string;
  readonly endedSubject: (name: string) => string;
  readonly above: (measure: string, when: string, value: string, limit: string) => string;
  readonly below: (measure: string, when: string, value: string, limit: string) => string;
  readonly changed: (measure: string, when: string, value: string, share: string, before: string) => string;
  readonly odd: (measure: string, when: string, value: string, low: string, high: string) => string;
  readonly expected: (value: string) => string;
  readonly rate: { readonly month: string; readonly quarter: string; readonly year: string };
  readonly once: string;
  readonly isOver: (when: string) => string;
  readonly ended: (name: string, when: string, began: string) => string;
  readonly lasted: (text: string) => string;
  readonly hours: (count: number) => string;
  readonly days: (count: number) => string;
  readonly weeks: (count: number) => string;
  readonly look: string;
  readonly why: (name: string) => string;
};
