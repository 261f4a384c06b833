import assert from 'node:assert/strict';
import { test } from 'node:test';
import fastify from 'fastify';
import { pino } from 'pino';
import { addCspReports, readReports } from './csp-reports.ts';

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
  addCspReports(server, log);
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
  assert.doesNotMatch(lines.join(''), /secret|4242/);
  assert.match(lines[0] ?? '', /"blocked":"https:\/\/evil.example","page":"\/checkout"/);
});
