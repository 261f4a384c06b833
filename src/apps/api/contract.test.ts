import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { pino } from 'pino';
import { testDatabase } from '../../../test/database.ts';
import { NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { expectOk } from '../../kernel/index.ts';
import { createKey, SCOPES } from '../../modules/access/index.ts';
import { type Endpoint, unlimitedFields } from '../../platform/api/index.ts';
import { makeMetrics, makeServer } from '../../platform/http/index.ts';
import { aSearch } from '../storefront/testing/a-search.ts';
import { ADMIN_API, registerApi, STORE_API } from './index.ts';
import { A_SYSTEM, NO_FILES, OPEN_SECRETS, shoppingWith } from './testing/an-api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);

const server = await makeServer({ log: pino({ level: 'silent' }), checks: {}, metrics: makeMetrics() });
const routes: { readonly url: string; readonly method: string; readonly audience: string | undefined }[] = [];
server.addHook('onRoute', ({ url, method, config }) => {
  for (const one of [method].flat()) routes.push({ url, method: one, audience: config?.audience });
});
await registerApi(server, {
  ...{ connection, search: aSearch([]), log: server.log, now: () => NOW, readsPerMinute: 0, keptBytes: 0 },
  listen: async () => ({ close: async () => undefined }),
  shopping: shoppingWith(selling.deps),
  secrets: OPEN_SECRETS,
  files: NO_FILES,
  system: A_SYSTEM,
});
after(() => server.close());

const keyWith = async (scopes: readonly string[]) =>
  expectOk(await db.transaction().execute((tx) => createKey(tx, { name: 'test', scopes, now: NOW }))).secret;
const APIS = [STORE_API, ADMIN_API] as const;
const endpointsOf = (api: (typeof APIS)[number]): [string, Endpoint][] => Object.entries(api.endpoints);

/** A request that would be understood as far as its address goes. */
function ask({ method, path }: Endpoint, prefix: string, headers: Record<string, string>) {
  const url = prefix + path.replaceAll(/\{(\w+)\}/g, () => randomUUID());
  const withBody = method !== 'GET' && method !== 'DELETE';
  return server.inject({
    ...{ method, url },
    headers: { 'idempotency-key': randomUUID(), ...headers },
    ...(withBody ? { payload: {} } : {}),
  });
}

test('every route below /api says who may call it', () => {
  const ours = routes.filter(({ url }) => url.startsWith('/api'));
  assert.ok(ours.length > 60);
  assert.deepEqual(
    ours.filter(({ audience }) => audience === undefined),
    [],
  );
});

test('every endpoint of the admin API needs a scope that exists, or somebody of the shop', () => {
  for (const [name, { audience }] of endpointsOf(ADMIN_API)) {
    const isInside = audience === 'staff' || audience === 'insider';
    const isKnown = Object.hasOwn(SCOPES, audience) || isInside || isSignIn(name);
    assert.ok(isKnown, `${name} needs ${audience}`);
  }
  for (const [name, { audience }] of endpointsOf(STORE_API)) {
    assert.ok(['public', 'cart_token', 'order_token', 'customer'].includes(audience), name);
  }
});

/** What people do before anybody knows who they are. */
function isSignIn(name: string): boolean {
  const { audience, group } = endpointsOf(ADMIN_API).find(([one]) => one === name)?.[1] ?? {};
  return audience === 'public' && group === 'Session';
}

test('each endpoint of the admin API opens for a key with its scope and for no key with all the others', async () => {
  const scopes = Object.keys(SCOPES);
  const all = await keyWith(scopes);
  const only = new Map<string, string>();
  const others = new Map<string, string>();
  for (const scope of scopes) {
    only.set(scope, await keyWith([scope]));
    others.set(scope, await keyWith(scopes.filter((one) => one !== scope)));
  }
  for (const [name, endpoint] of endpointsOf(ADMIN_API)) {
    const status = async (authorization: string | undefined) =>
      (
        await ask(
          endpoint,
          ADMIN_API.prefix,
          authorization ? { authorization: `Bearer ${authorization}` } : {},
        )
      ).statusCode;
    const { audience } = endpoint;
    if (isSignIn(name)) continue;
    assert.equal(await status(undefined), 401, name);
    if (audience === 'insider') {
      assert.ok(![401, 403].includes(await status(all)), name);
      continue;
    }
    assert.equal(await status(others.get(audience) ?? all), 403, name);
    if (audience === 'staff') continue;
    assert.ok(![401, 403].includes(await status(only.get(audience))), name);
  }
});

test('identity comes from the Authorization header and from no other (200 names)', async () => {
  const secret = await keyWith(Object.keys(SCOPES));
  const { listApiKeys: endpoint } = ADMIN_API.endpoints;
  const words = ['user', 'user-id', 'role', 'admin', 'auth', 'api-key', 'token', 'key', 'scope', 'principal'];
  const prefixes = [
    '',
    'x-',
    'x-forwarded-',
    'x-original-',
    'x-institor-',
    'x-real-',
    'x-remote-',
    'x-auth-',
    'proxy-',
    'x-ms-client-',
  ];
  const names = prefixes.flatMap((prefix) =>
    words.flatMap((word) => [`${prefix}${word}`, `${prefix}${word}s`]),
  );
  assert.equal(new Set(names).size, 200);
  for (const name of names) {
    for (const value of [secret, `Bearer ${secret}`]) {
      const { statusCode } = await ask(endpoint, ADMIN_API.prefix, { [name]: value });
      assert.equal(statusCode, 401, name);
    }
  }
  const cookie = { cookie: `authorization=Bearer ${secret}; token=${secret}; session=${secret}` };
  assert.equal((await ask(endpoint, ADMIN_API.prefix, cookie)).statusCode, 401);
  const { statusCode } = await server.inject(`${ADMIN_API.prefix}/api-keys?authorization=${secret}`);
  assert.equal(statusCode, 401);
  assert.equal(
    (await ask(endpoint, ADMIN_API.prefix, { authorization: `Bearer ${secret}` })).statusCode,
    200,
  );
});

test('a key gives no scope that it does not have, and a revoked one opens nothing', async () => {
  const authorization = `Bearer ${await keyWith(['api_keys:write', 'stock:read'])}`;
  const create = (scopes: readonly string[]) =>
    server.inject({
      ...{ method: 'POST', url: `${ADMIN_API.prefix}/api-keys`, payload: { name: 'Scanner', scopes } },
      headers: { authorization, 'idempotency-key': randomUUID() },
    });
  const more = await create(['stock:read', 'orders:refund']);
  assert.deepEqual([more.statusCode, more.json().code], [403, 'scope_not_held']);
  const made = (await create(['stock:read'])).json();
  const bearer = { authorization: `Bearer ${made.secret}` };
  const { listLocations } = ADMIN_API.endpoints;
  assert.equal((await ask(listLocations, ADMIN_API.prefix, bearer)).statusCode, 200);
  const url = `${ADMIN_API.prefix}/api-keys/${made.key.id}`;
  assert.equal((await server.inject({ method: 'DELETE', url, headers: { authorization } })).statusCode, 200);
  assert.equal((await ask(listLocations, ADMIN_API.prefix, bearer)).statusCode, 401);
});

test('every input has limits', () => {
  for (const api of APIS) {
    const open = endpointsOf(api).flatMap(([name, one]) =>
      unlimitedFields(one).map((field) => `${name} ${field}`),
    );
    // Promotions and credentials are parsed by their modules, whose schemas have limits of their own.
    const known = [
      ...['createPromotion promotion: any names', 'changePromotion promotion: any names'],
      ...['testPromotion promotion: any names', 'savePaymentAccount credentials: any names'],
      'testPaymentAccount credentials: any names',
    ];
    // Browsers of tomorrow answer with names that WebAuthn does not have yet: what is not read is left out.
    const passkey =
      /^(?:signInWithPasskey|stepUp proof\.|acceptWelcome credential\.|addPasskey) ?response(?:\.\w+)?: any names$/;
    assert.deepEqual(
      open.filter((one) => !known.includes(one) && !passkey.test(one)),
      [],
    );
  }
});

test('both documents are OpenAPI 3.1, with every endpoint, and the reference shows them', async () => {
  const page = (await server.inject('/api/docs')).body;
  for (const api of APIS) {
    const document = (await server.inject(`${api.prefix}/openapi.json`)).json();
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    assert.ok(valid, JSON.stringify(errors)?.slice(0, 2_000));
    const operations = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap(
      (path) => Object.values(path).map(({ operationId }) => operationId),
    );
    assert.deepEqual(operations.toSorted(), Object.keys(api.endpoints).toSorted());
    for (const [, { summary }] of endpointsOf(api))
      assert.ok(page.includes(summary.replaceAll("'", '&#39;')));
  }
});
