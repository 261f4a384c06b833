import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Desk } from '../../../../platform/cockpit/desk/index.ts';
import { matchingPlaces, placeAt, settingsPlaces } from './places.ts';

const says = (en: string, de: string) => ({ en, de, fr: en, es: en });
const common = { rank: 1, icon: undefined as never, screens: [], messages: {} as never };
const DESKS: readonly Desk[] = [
  {
    ...common,
    ...{ name: 'orders', section: 'work' },
    navigation: [
      { path: '/orders', label: says('Orders', 'Bestellungen'), permission: 'public' },
      { path: '/settings/places', label: says('Places', 'Orte'), permission: 'public', group: 'selling' },
    ],
  },
  {
    ...common,
    ...{ name: 'home', section: 'settings' },
    navigation: [{ path: '/settings', label: says('Settings', 'Einstellungen'), permission: 'public' }],
  },
  {
    ...common,
    ...{ name: 'shop', section: 'settings', group: 'shop' },
    navigation: [
      {
        ...{ path: '/settings/shop', label: says('Shop', 'Geschäft'), permission: 'settings:read' },
        about: says('Name and address', 'Name und Anschrift'),
      },
      { path: '/settings/shop/look', label: says('Look', 'Aussehen'), permission: 'public' },
    ],
  },
  {
    ...common,
    ...{ name: 'new', section: 'settings' },
    navigation: [{ path: '/new', label: says('New', 'Neu'), permission: 'public' }],
  },
];
const placesFor = (language: 'en' | 'de', permissions: readonly string[]) =>
  settingsPlaces(DESKS, { language, may: (one) => one === 'public' || permissions.includes(one) });
const pathsOf = (places: readonly { readonly path: string }[]) => places.map(({ path }) => path);

test('the settings are what desks put there, by group, and only what the person may open', () => {
  const all = placesFor('en', ['settings:read']);
  assert.deepEqual(pathsOf(all), ['/settings/shop', '/settings/shop/look', '/settings/places', '/new']);
  assert.deepEqual(pathsOf(placesFor('en', [])), ['/settings/shop/look', '/settings/places', '/new']);
  assert.deepEqual([all[0]?.about, all.at(-1)?.group], ['Name and address', 'other']);
});

test('a page is found by the beginnings of its words, in the own language and in English', () => {
  const places = placesFor('de', ['settings:read']);
  const table: [string, string[]][] = [
    ['gesch', ['/settings/shop']],
    ['anschr name', ['/settings/shop']],
    ['address', ['/settings/shop']],
    ['GESCHÄFT', ['/settings/shop']],
    ['nothing', []],
    ['', ['/settings/shop', '/settings/shop/look', '/settings/places', '/new']],
  ];
  for (const [typed, found] of table) assert.deepEqual(pathsOf(matchingPlaces(places, typed)), found, typed);
});

test('one is at the page whose address is the longest beginning of where one is', () => {
  const places = placesFor('en', ['settings:read']);
  assert.equal(placeAt(places, '/settings/shop/look/1')?.path, '/settings/shop/look');
  assert.equal(placeAt(places, '/settings/shopping'), undefined);
  assert.equal(placeAt(places, '/settings'), undefined);
});
