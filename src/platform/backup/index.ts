export {
  keepOnce,
  type LogKeeper,
  type LogKeeping,
  releaseLog,
  startLogKeeping,
} from './archive/keep-log.ts';
export { pruneLog } from './archive/kept-log.ts';
export { type LogStatus, readLogStatus } from './archive/status.ts';
export { type Checked, checkBackup, type Damage } from './check-backup.ts';
export { type Keeping, keptOf, parseKeeping, USUAL_KEEPING } from './keep.ts';
export { isBackupName, type KeptBackup, listBackups } from './kept-backups.ts';
export {
  type BackupOrder,
  type BackupSource,
  freeBytes,
  isKeyOf,
  KEY_FILE,
  type MadeBackup,
  makeBackup,
} from './make-backup.ts';
export { type Manifest, readManifest } from './manifest.ts';
export { type Proof, readProofs } from './read-proofs.ts';
export { type Restored, RestoreRefused, restoreBackup, UNFINISHED_RESTORE } from './restore.ts';
export type { Until } from './restore-cluster.ts';
export { type RestoredDatabase, readRestored, settleRestored } from './restored.ts';
export { tidyBackups } from './tidy.ts';
