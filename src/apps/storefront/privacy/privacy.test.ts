import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { type Id, localeOf, parseId } from '../../../kernel/index.ts';
import { readConsentProof } from '../../../modules/collector/index.ts';
import {
  type AnalyticsMode,
  bannerTextFor,
  readBannerTexts,
  saveAnalyticsMode,
  saveBannerText,
} from '../../../modules/markets/index.ts';
import type { PrivacyPage } from '../model/index.ts';
import { aSearch } from '../testing/a-search.ts';
import { aServer, drawnView, viewAt } from '../testing/a-server.ts';
import { aShop } from '../testing/a-shop.ts';
import { aVisitor, type Visitor } from '../testing/a-visitor.ts';
import { shownText } from './banner.ts';

const connection = await testDatabase();
const { db } = connection;
const PATH = '/privacy-choices';
const START = Temporal.Instant.from('2026-11-27T10:00:00Z');
let server: FastifyInstance;
let now = START;

before(async () => {
  await aShop(db, START);
  await decideAs('ask');
  server = await aServer(connection, aSearch([]), { now: () => now });
});

after(() => server.close());

const decideAs = (mode: AnalyticsMode) => db.transaction().execute((tx) => saveAnalyticsMode(tx, mode));

function pageOf(html: string): PrivacyPage {
  const { page } = drawnView(html);
  assert.ok(page.kind === 'privacy', page.kind);
  return page;
}

const GPC = { 'sec-fetch-site': 'same-origin', 'sec-gpc': '1' };

const pageFor = async (visitor: Visitor) => pageOf((await visitor.get(PATH)).body);

function idOf({ cookies }: Visitor): Id<'consent'> {
  const id = parseId<'consent'>(cookies.get('consent') ?? '');
  assert.ok(id, 'there is a consent');
  return id;
}

test('who accepts gets an id, and a proof of what was on the screen, which they find again', async () => {
  const visitor = aVisitor(server);
  assert.deepEqual(await pageFor(visitor), {
    ...{ kind: 'privacy', action: PATH, choice: 'none', canAccept: true, isSignalHonoured: false },
  });
  const answer = await visitor.post(PATH, { choice: 'accepted' });
  assert.deepEqual([answer.statusCode, answer.headers.location], [303, `${PATH}?saved`]);
  const attributes = answer.cookies.map(({ name, maxAge, httpOnly, sameSite, path }) => {
    return [name, maxAge, httpOnly === true, sameSite, path];
  });
  assert.deepEqual(attributes, [
    ['privacy', 182 * 86_400, false, 'Lax', '/'],
    ['consent', 182 * 86_400, true, 'Lax', '/'],
    ['visitor', 182 * 86_400, true, 'Lax', '/'],
  ]);
  const { records, isWhole } = await readConsentProof(db, idOf(visitor));
  const [record] = records;
  assert.deepEqual([records.length, isWhole, record?.method, record?.hasGpc], [1, true, 'accept_all', false]);
  assert.deepEqual(record?.choices, { statistics: true, preferences: false, marketing: false });
  assert.equal(record?.decidedAt.equals(now), true);
  assert.match(record?.shown.text ?? '', /May we know this browser again\?\n.*\nReject\nAccept$/);
  assert.equal(record?.shown.locale, 'en');
  const page = await pageFor(visitor);
  assert.deepEqual([page.choice, page.proof], ['accepted', idOf(visitor)]);
});

test('who rejects gets no id of any kind, and the rejection is kept all the same', async () => {
  const before = await methods();
  const visitor = aVisitor(server);
  await visitor.post(PATH, { choice: 'rejected' });
  assert.deepEqual([...visitor.cookies], [['privacy', 'rejected']]);
  assert.deepEqual((await methods()).slice(before.length), ['reject_all']);
  assert.equal((await pageFor(visitor)).choice, 'rejected');
});

test('taking it back removes everything that came with it, and stands beside the acceptance', async () => {
  const visitor = aVisitor(server);
  await visitor.post(PATH, { choice: 'accepted' });
  const id = idOf(visitor);
  await visitor.post(PATH, { choice: 'rejected' });
  assert.deepEqual([...visitor.cookies], [['privacy', 'rejected']]);
  const { records } = await readConsentProof(db, id);
  assert.deepEqual(
    records.map(({ method, choices }) => [method, choices.statistics]),
    [
      ['accept_all', true],
      ['withdrawal', false],
    ],
  );
});

test('after six months an acceptance holds no more, whatever cookies a browser still has', async () => {
  const visitor = aVisitor(server);
  await visitor.post(PATH, { choice: 'accepted' });
  now = START.add({ hours: 24 * 182 });
  assert.equal((await pageFor(visitor)).choice, 'accepted');
  now = START.add({ hours: 24 * 183 });
  assert.equal((await pageFor(visitor)).choice, 'none');
  now = START;
});

test('Global Privacy Control takes an earlier consent back, is said to, and nobody can be asked', async () => {
  const visitor = aVisitor(server);
  await visitor.post(PATH, { choice: 'accepted' });
  const id = idOf(visitor);
  const cookie = [...visitor.cookies].map((pair) => pair.join('=')).join('; ');
  const answer = await server.inject({ url: PATH, headers: { ...GPC, cookie } });
  const page = pageOf(answer.body);
  assert.deepEqual([page.isSignalHonoured, page.choice, page.canAccept], [true, 'rejected', false]);
  const gone = answer.cookies.filter(({ expires }) => expires?.getTime() === 0).map(({ name }) => name);
  assert.deepEqual(gone, ['consent', 'visitor']);
  const last = (await readConsentProof(db, id)).records.at(-1);
  assert.deepEqual([last?.method, last?.hasGpc, last?.choices.statistics], ['signal', true, false]);
  const objecting = aVisitor(server);
  const wanted = await objecting.post(PATH, { choice: 'accepted' }, GPC);
  assert.equal(pageOf(wanted.body).isSignalHonoured, true);
  assert.deepEqual([...objecting.cookies], []);
});

test('a consent that is made up, or known to nobody, is none', async () => {
  for (const consent of ['x', '0198a1b2-0000-4000-8000-000000000001']) {
    const cookie = `privacy=accepted; consent=${consent}; visitor=abcdefghijklmnopqrstuv`;
    const { body } = await server.inject({ url: PATH, headers: { cookie } });
    assert.equal(pageOf(body).choice, 'none', consent);
  }
});

test('another site cannot choose, and a form that is not ours changes nothing', async () => {
  const visitor = aVisitor(server);
  const foreign = await visitor.post(PATH, { choice: 'accepted' }, { 'sec-fetch-site': 'cross-site' });
  assert.equal(foreign.statusCode, 403);
  const forms: Record<string, string>[] = [{ choice: 'all' }, { choice: 'accepted', more: '1' }, {}];
  for (const form of forms) {
    const answer = await visitor.post(PATH, form);
    assert.equal(pageOf(answer.body).choice, 'none');
  }
  assert.deepEqual([...visitor.cookies], []);
});

test('the banner is in every page of a shop that asks, the same for everybody, and in none of one that does not', async () => {
  const visitor = aVisitor(server);
  const first = (await visitor.get('/')).body;
  await visitor.post(PATH, { choice: 'accepted' });
  const again = await visitor.get('/');
  assert.equal(again.body, first);
  assert.equal(again.headers['set-cookie'], undefined);
  assert.equal(drawnView(first).frame.consentAction, PATH);
  await decideAs('cookieless');
  const quiet = await aServer(connection, aSearch([]), { now: () => now });
  assert.equal((await viewAt(quiet, '/')).view.frame.consentAction, undefined);
  const nobody = aVisitor(quiet);
  assert.equal(pageOf((await nobody.post(PATH, { choice: 'accepted' })).body).canAccept, false);
  assert.deepEqual([...nobody.cookies], [], 'there is nothing to accept');
  await quiet.close();
  await decideAs('ask');
});

test('what is kept as shown is the language that was shown', () => {
  assert.match(shownText({ locale: localeOf('de'), consentWords: undefined }).text, /^Dürfen wir/);
});

test('a shop asks in its own words, by market and language, and those are what is kept as shown', async () => {
  const own = {
    market: '',
    locale: localeOf('en'),
    title: 'Hello again?',
    text: 'A number, for six months.',
  };
  await db.transaction().execute((tx) => saveBannerText(tx, own));
  const asking = await aServer(connection, aSearch([]), { now: () => now });
  const visitor = aVisitor(asking);
  const { body } = await visitor.get('/');
  assert.deepEqual(drawnView(body).frame.consentWords, { title: own.title, text: own.text });
  await visitor.post(PATH, { choice: 'accepted' });
  const [record] = (await readConsentProof(db, idOf(visitor))).records;
  assert.deepEqual(record?.shown, {
    ...{ version: 'own', locale: 'en' },
    text: 'Hello again?\nA number, for six months.\nReject\nAccept',
  });
  // None in German: there it is the built-in words.
  assert.equal(bannerTextFor([own], { market: 'eu', locale: localeOf('de') }), undefined);
  const local = { ...own, market: 'eu', title: 'Ours' };
  assert.equal(bannerTextFor([own, local], { market: 'eu', locale: own.locale })?.title, 'Ours');
  await asking.close();
  await db.transaction().execute((tx) => saveBannerText(tx, { ...own, title: '', text: '' }));
  assert.deepEqual(await readBannerTexts(db), []);
  const half = await db.transaction().execute((tx) => saveBannerText(tx, { ...own, text: '' }));
  assert.equal(!half.ok && half.refusal.field, 'text');
});

async function methods(): Promise<string[]> {
  const { rows } = await sql<{ method: string }>`select method from collector.consent order by id`.execute(
    db,
  );
  return rows.map(({ method }) => method);
}
