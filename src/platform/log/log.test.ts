import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const LOG = new URL('index.ts', import.meta.url).href;
const HOOK = new URL('../../../scripts/tsx-hook.mjs', import.meta.url).href;

/** What a process writes that logs, and ends as `ending` says. */
function linesOf(ending: string): string[] {
  const program = `import { makeLog } from '${LOG}';
    const log = makeLog('info');
    log.info({ password: 'secret' }, 'first');
    log.error('last words');
    ${ending}`;
  const { stdout } = spawnSync(process.execPath, ['--import', HOOK, '--input-type=module', '-e', program]);
  const lines = stdout.toString().split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line).msg);
}

for (const [how, ending] of [
  ['by itself', ''],
  ['at once', 'process.exit(3);'],
  ['by an error that nobody expected', 'throw new Error();'],
] as const) {
  test(`lines that waited together are all written when the process ends ${how}`, () => {
    assert.deepEqual(linesOf(ending), ['first', 'last words']);
  });
}
