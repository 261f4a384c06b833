import { type SourceCategory, sourceCategoryOf } from './source-categories.ts';

/** The default channel groups of Google Analytics 4. */
export type Channel =
  | 'Direct'
  | 'Cross-network'
  | 'Paid Shopping'
  | 'Paid Search'
  | 'Paid Social'
  | 'Paid Video'
  | 'Display'
  | 'Paid Other'
  | 'Organic Shopping'
  | 'Organic Social'
  | 'Organic Video'
  | 'Organic Search'
  | 'Referral'
  | 'Email'
  | 'Affiliates'
  | 'Audio'
  | 'SMS'
  | 'Mobile Push Notifications'
  | 'Unassigned';

/** Where a session came from, named: `(direct)` and `(none)` when nothing is known. */
export type Traffic = { readonly source: string; readonly medium: string; readonly campaign?: string };

/**
 * The channel by Google's published rules for manual traffic (support.google.com/analytics/answer/9756891), the first
 * that fits in their order. Upper and lower case are one.
 *
 * @example
 * channelOf({ source: 'google', medium: 'cpc' }) // 'Paid Search'
 * channelOf({ source: 'news.example', medium: 'referral' }) // 'Referral'
 */
export function channelOf({ source, medium, campaign = '' }: Traffic): Channel {
  const facts: Facts = {
    source: source.trim().toLowerCase(),
    medium: medium.trim().toLowerCase(),
    campaign: campaign.trim().toLowerCase(),
    category: sourceCategoryOf(source),
  };
  return RULES.find(([, fits]) => fits(facts))?.[0] ?? 'Unassigned';
}

type Facts = Traffic & { readonly campaign: string; readonly category: SourceCategory | undefined };

const PAID = /^(.*cp.*|ppc|retargeting|paid.*)$/;
const SHOPPING_CAMPAIGN = /^(.*(([^a-df-z]|^)shop|shopping).*)$/;
const DISPLAY = ['display', 'banner', 'expandable', 'interstitial', 'cpm'];
const SOCIAL = ['social', 'social-network', 'social-media', 'sm', 'social network', 'social media'];
const EMAIL = /email|e-mail|e_mail|e mail/;

const isPaid = ({ medium }: Facts) => PAID.test(medium);
const isShopping = ({ category, campaign }: Facts) =>
  category === 'shopping' || SHOPPING_CAMPAIGN.test(campaign);

const RULES: readonly (readonly [Channel, (facts: Facts) => boolean])[] = [
  ['Direct', ({ source, medium }) => source === '(direct)' && ['(none)', '(not set)'].includes(medium)],
  ['Cross-network', ({ campaign }) => campaign.includes('cross-network')],
  ['Paid Shopping', (facts) => isShopping(facts) && isPaid(facts)],
  ['Paid Search', (facts) => facts.category === 'search' && isPaid(facts)],
  ['Paid Social', (facts) => facts.category === 'social' && isPaid(facts)],
  ['Paid Video', (facts) => facts.category === 'video' && isPaid(facts)],
  ['Display', ({ medium }) => DISPLAY.includes(medium)],
  ['Paid Other', isPaid],
  ['Organic Shopping', isShopping],
  ['Organic Social', ({ category, medium }) => category === 'social' || SOCIAL.includes(medium)],
  ['Organic Video', ({ category, medium }) => category === 'video' || medium.includes('video')],
  ['Organic Search', ({ category, medium }) => category === 'search' || medium === 'organic'],
  ['Referral', ({ medium }) => ['referral', 'app', 'link'].includes(medium)],
  ['Email', ({ source, medium }) => EMAIL.test(source) || EMAIL.test(medium)],
  ['Affiliates', ({ medium }) => medium === 'affiliate'],
  ['Audio', ({ medium }) => medium === 'audio'],
  ['SMS', ({ source, medium }) => source === 'sms' || medium === 'sms'],
  [
    'Mobile Push Notifications',
    ({ source, medium }) => /push$|mobile|notification/.test(medium) || source === 'firebase',
  ],
];
