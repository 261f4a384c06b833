import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { ROOT } from './sources.ts';

const execute = promisify(execFile);
const TYPESCRIPT = 'node_modules/typescript/bin/tsc';
// Several checkers each learn the same types: beside other tests they cost twice the time of one.
const ALONE = ['--checkers', '1'];
const BIOME = 'node_modules/@biomejs/biome/bin/biome';

describe('the code', () => {
  test('compiles as server code', () => passes(TYPESCRIPT, ['-p', 'tsconfig.json', ...ALONE]));
  test('compiles as browser code', () => passes(TYPESCRIPT, ['-p', 'tsconfig.browser.json', ...ALONE]));
  test('is formatted and clean of lint', () => passes(BIOME, ['ci', '--colors=off', '--max-diagnostics=20']));
});

async function passes(program: string, flags: readonly string[]): Promise<void> {
  try {
    await execute(process.execPath, [join(ROOT, program), ...flags], { cwd: ROOT, maxBuffer: 16_000_000 });
  } catch (error) {
    const printed = error instanceof Error && 'stdout' in error ? `${error.stdout}` : '';
    assert.fail(`${program} ${flags.join(' ')}:\n${printed}`);
  }
}
