export {
  type BackedUpShop,
  type BackupSettings,
  type Backups,
  backUpShop,
  backupSettings,
  openBackups,
  PROOFS,
} from './backups.ts';
export { isHeldAfterRestore } from './held.ts';
export { type RestoredShop, type RestoreShop, restoreShop } from './restore-shop.ts';
export { backupsCrons, backupsJobs, backupsReactions, CHECK_BACKUP, MAKE_BACKUP, NIGHTLY } from './tasks.ts';
