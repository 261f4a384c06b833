import assert from 'node:assert/strict';
import { test } from 'node:test';
import fastify from 'fastify';
import { pino } from 'pino';
import { addCspReports, readReports } from './csp-reports.ts';
import { type RefusedCount, ReportBook } from './report-book.ts';

test('both shapes of report are read, and what is neither is nothing', () => {
  const one = JSON.stringify({
    'csp-report': {
      'document-uri': 'https://shop.example/checkout?key=1',
      'effective-directive': 'script-src-elem',
      'blocked-uri': 'https://evil.example/skim.js?card=1',
    },
  });
  const list = JSON.stringify([
    {
      type: 'csp-violation',
      body: {
        documentURL: 'https://shop.example/checkout',
        effectiveDirective: 'img-src',
        blockedURL: 'inline',
      },
    },
  ]);
  assert.equal(readReports(one)[0]?.directive, 'script-src-elem');
  assert.equal(readReports(list)[0]?.blocked, 'inline');
  for (const wrong of ['', '{', '[]', '[1]', '{"csp-report":1}', undefined])
    assert.deepEqual(readReports(wrong), []);
});

test('a thousand alike are four lines of the log, without queries and paths that may hold secrets', async () => {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => lines.push(line) });
  const server = fastify();
  const saved: RefusedCount[] = [];
  addCspReports(server, { log, save: async (groups) => void saved.push(...groups) });
  const report = {
    'csp-report': {
      'document-uri': 'https://shop.example/checkout?secret=1',
      'effective-directive': 'script-src-elem',
      'blocked-uri': 'https://evil.example/skim.js?card=4242',
    },
  };
  for (let count = 0; count < 1_000; count += 1) {
    const { statusCode } = await server.inject({
      method: 'POST',
      url: '/reports/csp',
      headers: { 'content-type': 'application/csp-report' },
      payload: JSON.stringify(report),
    });
    assert.equal(statusCode, 204);
  }
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).count),
    [1, 10, 100, 1_000],
  );
  await server.close();
  const group = { directive: 'script-src-elem', blocked: 'https://evil.example', page: '/checkout' };
  assert.deepEqual(saved, [{ ...group, count: 1_000 }]);
  assert.doesNotMatch(lines.join(''), /secret|4242/);
  assert.match(lines[0] ?? '', /"blocked":"https:\/\/evil.example","page":"\/checkout"/);
});

test('what could not be saved is saved with the next, each count once, and strangers cannot fill the memory', async () => {
  const saved: RefusedCount[][] = [];
  let isDown = true;
  const book = new ReportBook(async (groups) => {
    if (isDown) throw new Error('the database is away');
    saved.push([...groups]);
  });
  const refused = { page: '/checkout', directive: 'script-src-elem', blocked: 'inline' };
  book.note(refused);
  await assert.rejects(book.save(), /away/);
  assert.equal(book.note(refused), 2);
  isDown = false;
  await book.save();
  await book.save();
  assert.deepEqual(saved, [[{ ...refused, count: 2 }]]);
  for (let place = 0; place < 600; place++) book.note({ ...refused, blocked: `https://${place}.example` });
  assert.equal(book.note({ ...refused, blocked: 'https://one-more.example' }), undefined);
  assert.equal(book.note(refused), 3);
});
