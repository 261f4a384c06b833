// Types and formatting only, in a few seconds: what test/house/check.test.ts asks for too.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const CHECKS = [
  ['typescript/bin/tsc', '-p', 'tsconfig.json'],
  ['typescript/bin/tsc', '-p', 'tsconfig.browser.json'],
  ['typescript/bin/tsc', '-p', 'tsconfig.cockpit.json'],
  ['@biomejs/biome/bin/biome', 'ci'],
] as const;

for (const [program, ...flags] of CHECKS) {
  const file = join(ROOT, 'node_modules', program);
  const done = spawnSync(process.execPath, [file, ...flags], { cwd: ROOT, stdio: 'inherit' });
  if (done.status !== 0) process.exitCode = 1;
}
