import type { BackupSettings } from '../../../../modules/backups/index.ts';
import { freeBytes, type KeptBackup, listBackups, readLogStatus } from '../../../../platform/backup/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { CheckState } from './health.ts';

export type BackupsSeen = {
  readonly isSetUp: boolean;
  readonly lastSeconds: number | undefined;
  readonly hasDamage: boolean;
  readonly isEmbedded: boolean;
  /** How long ago everything was kept of the log; `undefined`: nothing yet. */
  readonly logSeconds: number | undefined;
  readonly hasFailed: boolean;
};

const HOUR = 3_600;

/**
 * How well the shop is kept. One is taken each night, so that one of 26 hours is late and one of three days is bad; the log
 * is kept every twenty seconds, so that three minutes are late and half an hour is bad.
 */
export function stateOfBackups(seen: BackupsSeen): CheckState {
  if (!seen.isSetUp) return 'off';
  const last = seen.lastSeconds ?? Number.POSITIVE_INFINITY;
  const log = seen.isEmbedded ? (seen.logSeconds ?? Number.POSITIVE_INFINITY) : 0;
  if (last > 72 * HOUR || log > HOUR / 2) return 'bad';
  return last > 26 * HOUR || log > 180 || seen.hasDamage || seen.hasFailed ? 'warning' : 'good';
}

/** All that is known of the backups, and how well the shop is kept by them. */
export async function readBackupsSeen(db: Db, settings: BackupSettings | undefined, now: Temporal.Instant) {
  const { folder, isEmbedded = false } = settings ?? {};
  const [items, log, free] = await Promise.all([
    folder === undefined ? [] : listBackups(folder),
    readLogStatus(db),
    folder === undefined ? undefined : freeBytes(folder),
  ]);
  const since = (at: Temporal.Instant | undefined) =>
    at && Math.max(0, Math.round((now.epochMilliseconds - at.epochMilliseconds) / 1000));
  const state = stateOfBackups({
    ...{ isSetUp: folder !== undefined, isEmbedded, logSeconds: since(log?.keptUntil) },
    lastSeconds: since(items.find(({ problem }) => problem === '')?.at),
    hasDamage: items.some(isDamaged),
    hasFailed: log?.failedAt !== undefined,
  });
  return { state, items, log, free, folder, isEmbedded };
}

function isDamaged({ problem, checked }: KeptBackup): boolean {
  return problem !== '' || (checked?.damaged ?? 0) > 0;
}
