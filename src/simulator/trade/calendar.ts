import type { CampaignTruth, Truths } from './truths.ts';

/** A day of the simulated past and what is true of it. */
export type TradeDate = {
  /** From 0, the first day that is simulated. */
  readonly index: number;
  readonly day: Temporal.PlainDate;
  /** Milliseconds since 1970 of its beginning in the shop's zone, and its length: 23 to 25 hours. */
  readonly beganAt: number;
  readonly lastsMs: number;
  /** Whole days until the end: 0 of the last. */
  readonly daysBefore: number;
  readonly campaign: CampaignTruth | undefined;
  /** New visitors against an average day of the end, campaign left out. */
  readonly pace: number;
};

/** The days that are simulated, `lastDay` the last of them. */
export function calendarOf(
  truths: Truths,
  { lastDay, zone }: { readonly lastDay: Temporal.PlainDate; readonly zone: string },
): TradeDate[] {
  const first = lastDay.subtract({ days: truths.days - 1 });
  return Array.from({ length: truths.days }, (_, index) => {
    const day = first.add({ days: index });
    const began = day.toZonedDateTime(zone).epochMilliseconds;
    const ends = day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
    const daysBefore = truths.days - 1 - index;
    return {
      ...{ index, day, beganAt: began, lastsMs: ends - began, daysBefore },
      campaign: truths.campaigns.find((campaign) => isIn(campaign, day)),
      pace: paceOf(truths, day, daysBefore),
    };
  });
}

/** Weekday, season, holiday and growth of a day together, 1 on an average one of the end. */
export function paceOf(truths: Truths, day: Temporal.PlainDate, daysBefore: number): number {
  const holiday = truths.holidays.find(({ month, day: of }) => month === day.month && of === day.day);
  const weekday = truths.weekdays[day.dayOfWeek - 1] ?? 1;
  const growth = Math.exp((-truths.growth * daysBefore) / 365);
  return weekday * seasonOf(truths, day) * growth * (holiday?.pace ?? 1);
}

function seasonOf({ season }: Truths, day: Temporal.PlainDate): number {
  const place = day.month - 1 + (day.day - 0.5) / day.daysInMonth - 0.5;
  const [before, share] = [Math.floor(place), place - Math.floor(place)];
  const of = (month: number) => season[(month + 12) % 12] ?? 1;
  return of(before) * (1 - share) + of(before + 1) * share;
}

/** The Monday on which a campaign of this year begins. */
export function beginOf({ from }: CampaignTruth, year: number): Temporal.PlainDate {
  const latest = Temporal.PlainDate.from({ year, ...from });
  return latest.subtract({ days: latest.dayOfWeek - 1 });
}

function isIn(campaign: CampaignTruth, day: Temporal.PlainDate): boolean {
  const passed = beginOf(campaign, day.year).until(day).days;
  return passed >= 0 && passed < campaign.days;
}
