import { ok, refuse } from '../../../../kernel/index.ts';
import { CHECK_BACKUP, MAKE_BACKUP } from '../../../../modules/backups/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import {
  type KeptBackup,
  listBackups,
  readRestored,
  USUAL_KEEPING,
} from '../../../../platform/backup/index.ts';
import { beginWork } from '../../../../platform/work/index.ts';
import { actorOf } from '../actor.ts';
import type { backupEndpoints } from '../contract/backups.ts';
import type { AdminDeps } from '../deps.ts';
import { readBackupsSeen } from '../system/backups.ts';
import { begunWork } from './work.ts';

const NO_FOLDER = refuse(
  'no_folder',
  'nobody said where backups are kept: set BACKUP_FOLDER and start again',
);

/** Backups as staff see them: what is kept, one more, whether one is as it was written. */
export function backupHandlers({ reads, system }: AdminDeps): Handlers<typeof backupEndpoints> {
  const { backups } = system;
  return {
    readBackups: async ({ now }) => {
      const [seen, restored] = await Promise.all([readBackupsSeen(reads, backups, now), readRestored(reads)]);
      const { state, items, log, free, folder = '', isEmbedded } = seen;
      return ok({
        ...{ state, folder, isEmbedded, freeBytes: free, items: items.map(backupAnswer) },
        keeping: backups?.keeping ?? USUAL_KEEPING,
        log: log && {
          ...{ failure: log.failure, keptUntil: log.keptUntil?.toString() },
          failedAt: log.failedAt?.toString(),
        },
        restored: restored && {
          ...restored,
          ...{ restoredAt: restored.restoredAt.toString(), at: restored.at.toString() },
        },
      });
    },
    makeBackup: async ({ tx, body: { title = 'Back up the shop' }, caller, now }) => {
      if (backups?.folder === undefined) return NO_FOLDER;
      const about = { title, startedBy: actorOf(caller), payload: {}, now };
      return begunWork(tx, await beginWork(tx, MAKE_BACKUP, about));
    },
    checkBackup: async ({ tx, params: { name }, body: { title = `Check ${name}` }, caller, now }) => {
      if (backups?.folder === undefined) return NO_FOLDER;
      const isThere = (await listBackups(backups.folder)).some((backup) => backup.name === name);
      if (!isThere) return refuse('not_found', 'there is no such backup', 'name');
      const about = { title, startedBy: actorOf(caller), payload: { name }, now };
      return begunWork(tx, await beginWork(tx, CHECK_BACKUP, about));
    },
  };
}

function backupAnswer({ place: _, at, checked, ...backup }: KeptBackup) {
  return {
    ...{ ...backup, at: at.toString() },
    checked: checked && { at: checked.at.toString(), damaged: checked.damaged },
  };
}
