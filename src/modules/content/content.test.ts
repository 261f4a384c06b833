import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { localeOf, type Result } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import {
  type MenuItemDraft,
  type NoticeDraft,
  readMenu,
  readNotice,
  readPage,
  readPages,
  readSections,
  removePage,
  type SectionDraft,
  saveMenu,
  saveNotice,
  savePage,
  saveSections,
} from './index.ts';

const { db } = await testDatabase();
const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');
const LATER = NOW.add({ hours: 1 });
const EN = localeOf('en');
const DE_AT = localeOf('de-AT');

function write<Value>(run: (tx: Tx) => Promise<Value>): Promise<Value> {
  return db.transaction().execute(run);
}

let heard = 0n;
async function hear(): Promise<string[]> {
  const { rows } = await sql<{ id: bigint; payload: { what: string; handle: string } }>`
    select id, payload from platform.outbox where topic = 'content.changed' and id > ${heard} order by id`.execute(
    db,
  );
  heard = rows.at(-1)?.id ?? heard;
  return rows.map(({ payload }) => `${payload.what} ${payload.handle}`);
}

function fieldOf(result: Result<unknown>): string {
  return result.ok ? 'accepted' : (result.refusal.field ?? '');
}

const ABOUT = { handle: 'about', title: 'About us', bodyHtml: '<h1>Hello</h1><script>x</script>' };

test('a page is kept sanitised and told of; the same again is neither', async () => {
  const save = (now = NOW) => write((tx) => savePage(tx, { page: ABOUT, now }));
  await save();
  assert.deepEqual(await hear(), ['page about']);
  await save(LATER);
  assert.deepEqual(await hear(), []);
  const page = await readPage(db, { handle: 'about', locale: EN });
  assert.deepEqual([page?.title, page?.bodyHtml, page?.updatedAt], ['About us', '<h2>Hello</h2>', NOW]);
  assert.equal(await readPage(db, { handle: 'nothing', locale: EN }), undefined);
  assert.deepEqual(
    (await readPages(db)).map((one) => one.handle),
    ['about'],
  );
});

test('a page is read in the nearest language, field by field; its translations stay until others are given', async () => {
  const translations = { de: { title: 'Über uns', bodyHtml: '<b>Hallo</b>' }, 'de-AT': { title: 'Servus' } };
  await write((tx) => savePage(tx, { page: { ...ABOUT, translations }, now: NOW }));
  await write((tx) => savePage(tx, { page: ABOUT, now: NOW }));
  await hear();
  await write((tx) => savePage(tx, { page: { ...ABOUT, translations }, now: NOW }));
  assert.deepEqual(await hear(), []);
  const page = await readPage(db, { handle: 'about', locale: DE_AT });
  assert.deepEqual([page?.title, page?.bodyHtml], ['Servus', '<strong>Hallo</strong>']);
  await write((tx) => savePage(tx, { page: { ...ABOUT, translations: {} }, now: NOW }));
  assert.equal((await readPage(db, { handle: 'about', locale: DE_AT }))?.title, 'About us');
});

test('a page without handle or title is refused by field, and one is removed once', async () => {
  const save = (page: typeof ABOUT) => write((tx) => savePage(tx, { page, now: NOW }));
  assert.equal(fieldOf(await save({ ...ABOUT, handle: 'About Us' })), 'handle');
  assert.equal(fieldOf(await save({ ...ABOUT, title: ' ' })), 'title');
  const remove = () => write((tx) => removePage(tx, { handle: 'about' }));
  assert.ok((await remove()).ok);
  assert.ok(!(await remove()).ok);
  const { rows } = await sql`select from content.translation`.execute(db);
  assert.equal(rows.length, 0);
});

const MENU: MenuItemDraft[] = [
  {
    title: { text: 'Shop', translations: { de: 'Laden' } },
    path: '/collections/all',
    children: [
      {
        title: 'Kitchen',
        path: '/collections/kitchen',
        children: [{ title: 'Mugs', path: '/collections/mugs' }],
      },
    ],
  },
  { title: 'Journal', path: 'https://journal.example/' },
];

test('a menu is read in a language, with words of its own where none are', async () => {
  const save = () => write((tx) => saveMenu(tx, { handle: 'main', items: MENU, now: NOW }));
  await hear();
  assert.ok((await save()).ok);
  assert.ok((await save()).ok);
  assert.deepEqual(await hear(), ['menu main']);
  assert.deepEqual(await readMenu(db, 'main', DE_AT), [
    {
      title: 'Laden',
      path: '/collections/all',
      children: [
        {
          title: 'Kitchen',
          path: '/collections/kitchen',
          children: [{ title: 'Mugs', path: '/collections/mugs', children: [] }],
        },
      ],
    },
    { title: 'Journal', path: 'https://journal.example/', children: [] },
  ]);
  assert.deepEqual(await readMenu(db, 'nothing', EN), []);
});

test('a menu of four levels, without words or leading to a script is refused where it is wrong', async () => {
  const save = (items: MenuItemDraft[]) => write((tx) => saveMenu(tx, { handle: 'bad', items, now: NOW }));
  const at = (title: MenuItemDraft['title'], path: string, children: MenuItemDraft[] = []) => ({
    title,
    path,
    children,
  });
  const four = [at('1', '/1', [at('2', '/2', [at('3', '/3', [at('4', '/4')])])])];
  assert.match(fieldOf(await save(four)), /^items\[0\]\.children\[0\]\.children\[0\]\.children/);
  assert.equal(fieldOf(await save([at('Shop', '/'), at('', '/')])), 'items[1].title');
  assert.equal(fieldOf(await save([at('x', 'javascript:alert(1)')])), 'items[0].path');
  const wordless = { text: 'x', translations: { 'not a tag': 'x' } };
  assert.equal(fieldOf(await save([at(wordless, '/')])), 'items[0].title.translations.not a tag');
  assert.deepEqual(await readMenu(db, 'bad', EN), []);
});

const ASSET = '01890000-0000-7000-8000-000000000001';
const HOME: SectionDraft[] = [
  {
    kind: 'hero',
    eyebrow: 'New',
    title: { text: 'Spring', translations: { de: 'Frühling' } },
    action: { title: 'See', path: '/collections/new' },
    picture: { assetId: ASSET, alt: 'A vase' },
  },
  { kind: 'products', title: 'Loved', collection: 'loved', count: 4 },
  { kind: 'collections', title: 'Rooms', items: [{ handle: 'kitchen' }, { handle: 'bath', text: 'Soft' }] },
  { kind: 'editorial', title: 'By hand', html: '<p onclick="x()">Slow</p>' },
  { kind: 'promises', items: [{ icon: 'returns', title: '30 days' }] },
  { kind: 'brands', handles: ['halden'] },
];

test('sections of every kind come back in a language, sanitised and with their defaults', async () => {
  assert.ok((await write((tx) => saveSections(tx, { handle: 'home', sections: HOME, now: NOW }))).ok);
  const sections = await readSections(db, 'home', DE_AT);
  assert.deepEqual(
    sections.map((one) => one.kind),
    HOME.map((one) => one.kind),
  );
  assert.deepEqual(sections[0], {
    kind: 'hero',
    eyebrow: 'New',
    title: 'Frühling',
    text: '',
    action: { title: 'See', path: '/collections/new' },
    picture: { assetId: ASSET, alt: 'A vase' },
  });
  assert.deepEqual(sections[1], {
    kind: 'products',
    title: 'Loved',
    text: '',
    collection: 'loved',
    count: 4,
    hasMoreLink: true,
  });
  assert.deepEqual(sections[3], { kind: 'editorial', title: 'By hand', html: '<p>Slow</p>' });
  assert.deepEqual(await readSections(db, 'nothing', EN), []);
});

test('a wrong section is refused at its place and the old ones stay', async () => {
  const before = await readSections(db, 'home', EN);
  const wrong: [object, string][] = [
    [{ kind: 'carousel' }, 'sections[1].kind'],
    [{ kind: 'products', title: 'x', collection: 'x', count: 25 }, 'sections[1].count'],
    [{ kind: 'hero', title: 'x', action: { title: 'x', path: '//evil.example' } }, 'sections[1].action.path'],
    [{ kind: 'promises', items: [{ icon: 'unicorn', title: 'x' }] }, 'sections[1].items[0].icon'],
    [{ kind: 'brands', handles: [] }, 'sections[1].handles'],
  ];
  for (const [section, field] of wrong) {
    const sections = [...HOME.slice(0, 1), section as SectionDraft];
    assert.equal(
      fieldOf(await write((tx) => saveSections(tx, { handle: 'home', sections, now: NOW }))),
      field,
    );
  }
  assert.deepEqual(await readSections(db, 'home', EN), before);
  const sections = HOME;
  assert.equal(
    fieldOf(await write((tx) => saveSections(tx, { handle: 'notice', sections, now: NOW }))),
    'handle',
  );
});

test('the notice shows from its start until its end', async () => {
  const save = (notice: NoticeDraft | undefined) => write((tx) => saveNotice(tx, { notice, now: NOW }));
  await save({ text: 'Free delivery', startsAt: NOW.toString(), endsAt: LATER.toString() });
  const shown = { text: 'Free delivery', path: undefined };
  assert.deepEqual(await readNotice(db, EN, NOW), shown);
  assert.equal(await readNotice(db, EN, NOW.subtract({ milliseconds: 1 })), undefined);
  assert.equal(await readNotice(db, EN, LATER), undefined);
  assert.equal(
    fieldOf(await save({ text: 'x', startsAt: LATER.toString(), endsAt: NOW.toString() })),
    'notice.endsAt',
  );
  await save(undefined);
  assert.equal(await readNotice(db, EN, NOW), undefined);
});
