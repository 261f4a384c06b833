import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { pino } from 'pino';
import { z } from 'zod';
import { testDatabase } from '../../../test/database.ts';
import { ok } from '../../kernel/index.ts';
import { makeMetrics, makeServer } from '../http/index.ts';
import { type Api, endpoint, makeClient, mountApi, RateLimits } from './index.ts';

const { db } = await testDatabase();
const api = {
  ...{ prefix: '/api/test', title: 'Files', description: 'For this test.' },
  endpoints: {
    upload: endpoint({
      ...{ method: 'POST', path: '/files', group: 'Files', summary: 'Take a file', audience: 'public' },
      ...{ rate: 'write', idempotency: 'none', upload: { mostBytes: 3_000_000 }, refusals: {} },
      query: z.strictObject({ fileName: z.string().max(20) }),
      output: z.object({ fileName: z.string(), bytes: z.int(), sha256: z.string() }),
    }),
  },
} as const satisfies Api;

const server = await makeServer({ log: pino({ level: 'silent' }), checks: {}, metrics: makeMetrics() });
const handlers = {
  upload: async ({
    query: { fileName },
    upload,
  }: {
    query: { fileName: string };
    upload: AsyncIterable<Buffer>;
  }) => {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of upload) {
      hash.update(piece);
      bytes += piece.length;
    }
    return ok({ fileName, bytes, sha256: hash.digest('hex') });
  },
};
const options = { db, limits: new RateLimits(0), now: () => Temporal.Now.instant() };
await mountApi(server, api, handlers, { ...options, authenticate: async () => undefined });
const origin = await server.listen({ host: '127.0.0.1', port: 0 });
after(() => server.close());
const client = makeClient(api, { origin });

test('a file comes as it is, larger than any JSON may be, under the name that its query gives', async () => {
  const data = Buffer.alloc(2_500_000, 'äbc');
  const answer = await client.upload({ query: { fileName: 'a.bin' }, file: new Blob([data]) });
  assert.ok(answer.ok);
  const sha256 = createHash('sha256').update(data).digest('hex');
  assert.deepEqual(answer.value, { fileName: 'a.bin', bytes: data.length, sha256 });
});

test('a file beyond the limit is cut off, whether or not it says how large it is', async () => {
  const large = new Blob([Buffer.alloc(3_000_001)]);
  const told = await client.upload({ query: { fileName: 'a' }, file: large });
  assert.deepEqual([told.status, told.ok ? '' : told.problem.code], [413, 'body_too_large']);
  const init = {
    method: 'POST',
    body: large.stream(),
    duplex: 'half',
    headers: { 'content-type': 'text/csv' },
  };
  const untold = await fetch(`${origin}/api/test/files?fileName=a`, init);
  assert.equal(untold.status, 413);
});

test('what is wrong in the query is refused before the file is read', async () => {
  const answer = await client.upload({ query: { fileName: 'x'.repeat(21) }, file: new Blob(['a']) });
  assert.deepEqual([answer.status, answer.ok ? '' : answer.problem.field], [422, 'fileName']);
});
