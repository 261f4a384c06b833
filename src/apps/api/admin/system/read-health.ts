import { statfs } from 'node:fs/promises';
import { type Db, readDatabaseAbout } from '../../../../platform/database/index.ts';
import { countDeadLetters, readQueueLag } from '../../../../platform/jobs/index.ts';
import { readBackupsSeen } from './backups.ts';
import type { SystemDeps } from './deps.ts';
import { overallOf, statesOf } from './health.ts';

/** Measures every part now, and says how it stands. */
export async function readHealth(db: Db, deps: SystemDeps, now: Temporal.Instant) {
  const { dataFolder, checkMail } = deps;
  const began = performance.now();
  const { connections, mostConnections, sizeBytes } = await readDatabaseAbout(db);
  const tookMs = Math.round(performance.now() - began);
  const [lag, dead, disk, mail, kept] = await Promise.all([
    readQueueLag(db),
    countDeadLetters(db),
    statfs(dataFolder),
    checkMail?.(),
    readBackupsSeen(db, deps.backups, now),
  ]);
  const measured = {
    database: { tookMs, connections, mostConnections },
    worker: { workers: lag.workers, lagSeconds: secondsSince(lag.oldestDueAt, now) },
    events: { lagSeconds: secondsSince(lag.oldestEventAt, now) },
    mail: mail === undefined ? 'off' : mail.ok ? 'answers' : 'fails',
    disk: { freeBytes: disk.bavail * disk.bsize },
    deadLetters: { open: dead.reduce((sum, { count }) => sum + count, 0) },
    backups: kept.state,
  } as const;
  const states = statesOf(measured);
  return {
    overall: overallOf(states),
    database: { ...measured.database, state: states.database, sizeBytes: Number(sizeBytes) },
    worker: { ...measured.worker, state: states.worker, waiting: lag.waiting },
    events: { ...measured.events, state: states.events, waiting: lag.events },
    mail: { state: states.mail, problem: mail?.ok === false ? mail.refusal.message : '' },
    disk: { ...measured.disk, state: states.disk, totalBytes: disk.blocks * disk.bsize },
    deadLetters: { ...measured.deadLetters, state: states.deadLetters },
    backups: {
      ...{ state: states.backups, failure: kept.log?.failure ?? '' },
      lastAt: kept.items.find(({ problem }) => problem === '')?.at.toString(),
      logKeptUntil: kept.log?.keptUntil?.toString(),
    },
  };
}

function secondsSince(at: Temporal.Instant | undefined, now: Temporal.Instant): number {
  return at === undefined ? 0 : Math.max(0, Math.round(now.since(at).total('seconds')));
}
