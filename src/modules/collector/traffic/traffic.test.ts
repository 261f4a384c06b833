import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Channel, channelOf, sourceCategoryOf, trafficOf } from '../index.ts';
import { readCampaign } from './campaign.ts';

test('the channel of a source, a medium and a campaign', () => {
  const table: [source: string, medium: string, campaign: string, expected: Channel][] = [
    ['(direct)', '(none)', '', 'Direct'],
    ['(direct)', '(not set)', '', 'Direct'],
    ['google', 'cpc', 'eu-cross-network-1', 'Cross-network'],
    ['amazon', 'cpc', '', 'Paid Shopping'],
    ['google', 'cpc', 'shopping_de', 'Paid Shopping'],
    ['google', 'cpc', 'Shop all', 'Paid Shopping'],
    ['google', 'cpc', 'workshop', 'Paid Search'],
    ['google', 'cpc', 'e-shop', 'Paid Shopping'],
    ['google', 'cpc', 'eshop', 'Paid Shopping'],
    ['google', 'cpc', 'brand', 'Paid Search'],
    ['Bing', 'CPC', '', 'Paid Search'],
    ['facebook', 'paid_social', '', 'Paid Social'],
    ['youtube.com', 'cpv', '', 'Paid Video'],
    ['youtube.com', 'ppc', '', 'Paid Video'],
    ['somewhere', 'banner', '', 'Display'],
    ['somewhere', 'cpm', '', 'Display'],
    ['google', 'cpm', '', 'Paid Search'],
    ['somewhere', 'retargeting', '', 'Paid Other'],
    ['amazon.co.uk', 'referral', '', 'Organic Shopping'],
    ['l.facebook.com', 'referral', '', 'Organic Social'],
    ['somewhere', 'social media', '', 'Organic Social'],
    ['vimeo.com', 'referral', '', 'Organic Video'],
    ['google', 'organic', '', 'Organic Search'],
    ['somewhere', 'organic', '', 'Organic Search'],
    ['blog.example', 'referral', '', 'Referral'],
    ['news', 'email', '', 'Email'],
    ['e-mail', 'weekly', '', 'Email'],
    ['partner', 'affiliate', '', 'Affiliates'],
    ['podcast', 'audio', '', 'Audio'],
    ['sms', 'reminder', '', 'SMS'],
    ['app', 'web_push', '', 'Mobile Push Notifications'],
    ['firebase', 'x', '', 'Mobile Push Notifications'],
    ['somewhere', 'whatever', '', 'Unassigned'],
  ];
  for (const [source, medium, campaign, expected] of table) {
    assert.equal(channelOf({ source, medium, campaign }), expected, `${source} / ${medium} / ${campaign}`);
  }
});

test('the category of a host, in whatever country', () => {
  const table: [source: string, expected: string | undefined][] = [
    ['google', 'search'],
    ['www.google.de', 'search'],
    ['www.google.com.br', 'search'],
    ['de.search.yahoo.com', 'search'],
    ['Google Shopping', 'shopping'],
    ['m.facebook.com', 'social'],
    ['google.evil.example', undefined],
    ['notgoogle.de', undefined],
    ['shop.example', undefined],
    ['com', undefined],
    ['', undefined],
  ];
  for (const [source, expected] of table) assert.equal(sourceCategoryOf(source), expected, source);
});

const PUBLISHED = new URL('../../../../../shared/data/ga4-source-categories.csv', import.meta.url);

test('every published source has its category', {
  skip: !existsSync(PUBLISHED) && 'the published list is not here',
}, () => {
  const [, ...rows] = readFileSync(PUBLISHED, 'utf8').trim().split(/\r?\n/);
  assert.ok(rows.length > 800);
  for (const row of rows) {
    const [source = '', category = ''] = row.split(',');
    assert.equal(sourceCategoryOf(source), category.replace('SOURCE_CATEGORY_', '').toLowerCase(), row);
  }
});

test('what an address says of a campaign, and where a session then came from', () => {
  const table: [query: string, referrerHost: string | undefined, expected: string][] = [
    ['', undefined, '(direct) / (none)'],
    ['color=red', 'www.google.co.uk', 'google.co.uk / organic'],
    ['', 'www.blog.example', 'blog.example / referral'],
    ['utm_source=news&utm_medium=email&utm_campaign=may', 'mail.example', 'news / email / may'],
    ['utm_source=news', undefined, 'news / (not set)'],
    ['utm_campaign=may', undefined, '(not set) / (not set) / may'],
    ['gclid=abc', 'www.google.de', 'google / cpc'],
    ['gclid=', undefined, '(direct) / (none)'],
    ['gclid=abc&utm_source=partner&utm_medium=cpa', undefined, 'partner / cpa'],
    ['fbclid=abc', 'l.facebook.com', 'facebook / referral'],
    ['msclkid=abc', undefined, 'bing / cpc'],
  ];
  for (const [query, referrerHost, expected] of table) {
    const own = referrerHost === undefined ? {} : { referrerHost };
    const { source, medium, campaign } = trafficOf({ ...readCampaign(new URLSearchParams(query)), ...own });
    assert.equal([source, medium, ...(campaign ? [campaign] : [])].join(' / '), expected, query);
  }
});

test('of a click id its name is kept', () => {
  const campaign = readCampaign(new URLSearchParams('wbraid=secret&utm_term=mug&utm_content=top'));
  assert.deepEqual(campaign, {
    ...{ source: 'google', medium: 'cpc', term: 'mug', content: 'top', clickId: 'wbraid' },
  });
});
