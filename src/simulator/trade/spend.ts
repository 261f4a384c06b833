import type { Random } from '../random.ts';
import { drawCount } from './chance.ts';
import type { Truths } from './truths.ts';
import type { Visit } from './visit.ts';

/** What advertising came to on a day, in euros. */
export type Spend = {
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
  readonly clicks: number;
  readonly impressions: number;
  readonly amountMinor: number;
};

/** Not everybody who clicks waits for the page. */
const ARRIVES = 0.93;
const CLICKS_PER_VIEW: Readonly<Record<string, number>> = { cpc: 0.041, paid_social: 0.011, affiliate: 0.02 };

/** What was paid for the visits of a day, by campaign. */
export function drawSpend(random: Random, truths: Truths, visits: readonly Visit[]): Spend[] {
  const costs = new Map(truths.channels.map(({ channel, costPerClick }) => [channel, costPerClick]));
  const paid = visits.filter(({ arrival }) => costs.get(arrival.channel) !== undefined);
  const byCampaign = Map.groupBy(paid, ({ arrival }) => JSON.stringify([arrival.source, arrival.campaign]));
  return [...byCampaign.values()].flatMap((own) => {
    const { source = '', medium = '', campaign = '', channel } = own[0]?.arrival ?? { channel: '' };
    const clicks = own.length + drawCount(random, own.length * (1 / ARRIVES - 1));
    const cost = (costs.get(channel) ?? 0) * random.between(0.85, 1.15);
    const impressions = Math.round(clicks / (CLICKS_PER_VIEW[medium] ?? 0.02));
    return [{ source, medium, campaign, clicks, impressions, amountMinor: Math.round(clicks * cost * 100) }];
  });
}
