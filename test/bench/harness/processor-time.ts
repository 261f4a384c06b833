import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Db } from '../../../src/platform/database/index.ts';

// USER_HZ, which every Linux that Node runs on has at 100.
const TICK_MS = 10;

/**
 * Milliseconds of processor time, user and system, that these processes have taken so far: what work costs, however
 * busy the machine is. `undefined` where there is no /proc to read it from.
 */
export async function processorMs(pids: readonly number[]): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const times = await Promise.all(pids.map(timeOf));
  return times.reduce((sum, ticks) => sum + ticks, 0) * TICK_MS;
}

/** The processes of PostgreSQL that serve a client now. */
export async function backendsOf(db: Db): Promise<number[]> {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`.execute(
    db,
  );
  return rows.map(({ pid }) => pid);
}

async function timeOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return 0;
  // proc_pid_stat(5): the name, field 2, is in parentheses and may hold anything; utime and stime are 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}
