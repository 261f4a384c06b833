import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Owner } from './owner.ts';

const execute = promisify(execFile);
// PostgreSQL must not inherit PG* variables meant for clients, nor a folder its user cannot enter.
const ENVIRONMENT = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };

/** Runs one of PostgreSQL's programs to its end; throws with what it printed when it failed. */
export async function run(program: string, owner: Owner, flags: readonly string[]): Promise<void> {
  try {
    await execute(program, flags, { ...owner, cwd: '/', env: ENVIRONMENT });
  } catch (error) {
    const printed = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new Error(`${program} failed${printed ? `: ${printed}` : ''}`, { cause: error });
  }
}

/** Starts the server in a session of its own, so that Ctrl-C reaches us first and we stop it in order. */
export function start(
  program: string,
  owner: Owner,
  flags: readonly string[],
  logFile: string,
): ChildProcess {
  const log = openSync(logFile, 'w', 0o644);
  const child = spawn(program, flags, {
    ...owner,
    cwd: '/',
    env: ENVIRONMENT,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}
