import {
  type BackupSource,
  type Keeping,
  type MadeBackup,
  makeBackup,
  parseKeeping,
  readLogStatus,
  tidyBackups,
  USUAL_KEEPING,
} from '../../platform/backup/index.ts';
import type { Config } from '../../platform/config/index.ts';
import type { Connection } from '../../platform/database/index.ts';
import type { FileStore } from '../../platform/files/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import { AUDIT_PROOF } from '../audit/index.ts';
import { LEDGER_PROOF } from '../ledger/index.ts';
import { SALES_PROOF } from '../orders/index.ts';
import { readVersion } from './version.ts';

export type BackupSettings = {
  /** Where backups are kept by themselves (BACKUP_FOLDER); `undefined`: nobody asked for it. */
  readonly folder: string | undefined;
  readonly keeping: Keeping;
  /** Whether the database's own files can be copied, and its log be kept. */
  readonly isEmbedded: boolean;
};

/** How this shop is backed up. */
export type Backups = Omit<BackupSettings, 'isEmbedded'> & { readonly source: BackupSource };

type Settings = Pick<Config, 'DATABASE_URL' | 'BACKUP_FOLDER' | 'BACKUP_KEEP'>;

export function backupSettings({ DATABASE_URL: url, BACKUP_FOLDER: folder, BACKUP_KEEP: kept }: Settings) {
  const keeping = parseKeeping(kept) ?? USUAL_KEEPING;
  return { folder, keeping, isEmbedded: url === undefined } satisfies BackupSettings;
}

/** What must be the same after a restore, beside the number of rows of every table. */
export const PROOFS = [LEDGER_PROOF, SALES_PROOF, AUDIT_PROOF];

/** How the settings say that this shop is backed up. */
export async function openBackups(given: {
  readonly connection: Connection;
  readonly files: FileStore;
  readonly secrets: Secrets;
  readonly config: Settings;
}): Promise<Backups> {
  const { connection, files, secrets, config } = given;
  const source = { connection, files, secrets, proofs: PROOFS, version: await readVersion() };
  const { folder, keeping, isEmbedded } = backupSettings(config);
  return { source: { ...source, isEmbedded }, folder, keeping };
}

export type BackUpInput = {
  /** BACKUP_FOLDER unless given. What is kept elsewhere is never tidied up. */
  readonly folder?: string;
  readonly isPortable?: boolean;
  readonly key?: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => Promise<void>;
};

export type BackedUpShop = MadeBackup & {
  /** Names of older ones that the rule does not keep. */
  readonly removed: readonly string[];
};

/**
 * A whole backup of the shop while it is open; then those that are not kept any more go.
 *
 * @throws Error when there is nowhere to put it, another is being made, or the disk is full; nothing is left then
 */
export async function backUpShop(
  { source, folder: own, keeping }: Backups,
  input: BackUpInput,
): Promise<BackedUpShop> {
  const folder = input.folder ?? own;
  if (folder === undefined) {
    throw new Error('Nobody said where backups are to be kept: set BACKUP_FOLDER, or name a folder.');
  }
  const made = await makeBackup(source, { ...input, folder });
  if (folder !== own) return { ...made, removed: [] };
  const line = (await readLogStatus(source.connection.db))?.line ?? '';
  return { ...made, removed: await tidyBackups(folder, keeping, line) };
}
