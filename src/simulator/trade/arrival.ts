import type { Random } from '../random.ts';
import { drawByShare } from './chance.ts';
import type { CampaignTruth } from './truths.ts';

/** What the first address of a visit says of where it came from. */
export type Arrival = {
  readonly channel: string;
  readonly source?: string;
  readonly medium?: string;
  readonly campaign?: string;
  readonly clickId?: string;
  readonly referrerHost?: string;
};

type Way = Omit<Arrival, 'channel'> & { readonly share: number };

/** The ways by which visits of a channel come. */
const WAYS: Readonly<Record<string, readonly Way[]>> = {
  Direct: [{ share: 1 }],
  'Organic Search': [
    { share: 0.86, referrerHost: 'www.google.com' },
    { share: 0.07, referrerHost: 'www.bing.com' },
    { share: 0.04, referrerHost: 'duckduckgo.com' },
    { share: 0.03, referrerHost: 'www.ecosia.org' },
  ],
  'Paid Search': [
    { share: 0.4, source: 'google', medium: 'cpc', campaign: 'larch-lantern-brand', clickId: 'gclid' },
    { share: 0.35, source: 'google', medium: 'cpc', campaign: 'stoneware', clickId: 'gclid' },
    { share: 0.17, source: 'google', medium: 'cpc', campaign: 'linen-clothing', clickId: 'gclid' },
    { share: 0.08, source: 'bing', medium: 'cpc', campaign: 'stoneware', clickId: 'msclkid' },
  ],
  'Paid Shopping': [
    { share: 0.7, source: 'google', medium: 'cpc', campaign: 'shopping-living', clickId: 'gclid' },
    { share: 0.3, source: 'google', medium: 'cpc', campaign: 'shopping-clothing', clickId: 'gclid' },
  ],
  'Paid Social': [
    { share: 0.6, source: 'instagram', medium: 'paid_social', campaign: 'rooms-we-like' },
    { share: 0.4, source: 'facebook', medium: 'paid_social', campaign: 'back-to-the-basket' },
  ],
  'Organic Social': [
    { share: 0.55, referrerHost: 'l.instagram.com' },
    { share: 0.32, referrerHost: 'www.pinterest.com' },
    { share: 0.13, referrerHost: 'l.facebook.com' },
  ],
  Email: [
    { share: 0.75, source: 'letter', medium: 'email', campaign: 'sunday-letter' },
    { share: 0.25, source: 'letter', medium: 'email', campaign: 'welcome' },
  ],
  Referral: [
    { share: 0.5, referrerHost: 'houseandhem.example' },
    { share: 0.3, referrerHost: 'slowkitchen.example' },
    { share: 0.2, referrerHost: 'craftguide.example' },
  ],
  Affiliates: [{ share: 1, source: 'partnernet', medium: 'affiliate', campaign: 'partners' }],
};

/** The advertisements and letters that a campaign adds. */
const CAMPAIGN_WAYS = [
  { share: 0.5, channel: 'Paid Social', source: 'instagram', medium: 'paid_social' },
  { share: 0.3, channel: 'Email', source: 'letter', medium: 'email' },
  { share: 0.2, channel: 'Paid Search', source: 'google', medium: 'cpc', clickId: 'gclid' },
] as const;

export const CAMPAIGN_CHANNELS: readonly { readonly channel: string; readonly share: number }[] =
  CAMPAIGN_WAYS;

/** How a visit of this channel came. */
export function arrivalBy(random: Random, channel: string): Arrival {
  const ways = WAYS[channel];
  if (ways === undefined) throw new RangeError(`nobody comes by "${channel}"`);
  const { share: _, ...way } = drawByShare(random, ways);
  return { channel, ...way };
}

export function arrivalByCampaign(random: Random, { name }: CampaignTruth): Arrival {
  const { share: _, ...way } = drawByShare(random, CAMPAIGN_WAYS);
  return { ...way, campaign: name };
}
