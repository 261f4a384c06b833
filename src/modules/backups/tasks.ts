import { join } from 'node:path';
import { z } from 'zod';
import { checkBackup, isBackupName } from '../../platform/backup/index.ts';
import type { Cron, Job } from '../../platform/jobs/index.ts';
import type { Reaction } from '../../platform/outbox/index.ts';
import { type WorkKind, workJob } from '../../platform/work/index.ts';
import { type Backups, backUpShop } from './backups.ts';
import { erasureReaction } from './erasures.ts';

export const NIGHTLY = 'backups.make_nightly';

/** What the API begins, and a worker does. */
export const MAKE_BACKUP = { name: 'backups.make', parse: z.strictObject({}).parse };
export const CHECK_BACKUP = {
  name: 'backups.check',
  parse: z.strictObject({ name: z.string().refine(isBackupName, 'is no name of a backup') }).parse,
};

/** The backups' work for the worker; it copies the database itself, so it is made where that is wired. */
export function backupsJobs(backups: Backups): readonly Job[] {
  const nightly: Job<typeof NIGHTLY, undefined> = {
    name: NIGHTLY,
    parse: () => undefined,
    run: async ({ log, signal }) => {
      if (backups.folder === undefined) return;
      const { name, removed } = await backUpShop(backups, { signal });
      log.info({ name, removed: removed.length }, 'backed up the shop');
    },
    // Three more tries within half an hour, then whoever opens the cockpit is told.
    maxAttempts: 4,
  };
  return [nightly, workJob(makeKind(backups)), workJob(checkKind(backups))];
}

export const backupsCrons: readonly Cron[] = [
  { name: 'backups.make_nightly', schedule: '10 2 * * *', job: NIGHTLY },
];

export function backupsReactions({ folder }: Pick<Backups, 'folder'>): readonly Reaction[] {
  return [erasureReaction(folder)];
}

function makeKind(backups: Backups): WorkKind<object> {
  return {
    ...MAKE_BACKUP,
    run: async ({ report, signal }) => {
      const cancelling = new AbortController();
      const either = AbortSignal.any([signal, cancelling.signal]);
      try {
        const { manifest } = await backUpShop(backups, {
          signal: either,
          onProgress: async (done, total) => {
            if (!(await report({ done, total }))) cancelling.abort();
          },
        });
        return { result: { files: manifest.files.length } };
      } catch (error) {
        if (!cancelling.signal.aborted) throw error;
        return { result: {} };
      }
    },
  };
}

function checkKind({ folder }: Backups): WorkKind<{ readonly name: string }> {
  return {
    ...CHECK_BACKUP,
    run: async ({ report, signal }, { name }) => {
      if (folder === undefined) throw new Error('BACKUP_FOLDER is not set any more.');
      const checked = await checkBackup(join(folder, name), { signal, report });
      if (checked === undefined) return { result: {} };
      const { files, damage } = checked;
      const result = { files, damaged: damage.length };
      if (damage.length === 0) return { result };
      const content = Buffer.from(damage.map(({ path, what }) => `${what}\t${path}\n`).join(''));
      return { result, file: { name: `${name}-damaged.txt`, mime: 'text/plain', content } };
    },
  };
}
