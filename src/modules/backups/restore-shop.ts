import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  isKeyOf,
  KEY_FILE,
  type Restored,
  RestoreRefused,
  readManifest,
  restoreBackup,
  type Until,
} from '../../platform/backup/index.ts';
import type { Connection } from '../../platform/database/index.ts';
import type { FileStore } from '../../platform/files/index.ts';
import { parseKeys, readKeyText, withKeys } from '../../platform/secrets/index.ts';
import { keepEntry, verifyAudit } from '../audit/index.ts';
import { trialBalance } from '../ledger/index.ts';
import { PROOFS } from './backups.ts';
import { eraseAgain } from './erasures.ts';

export type RestoreShop = {
  readonly place: string;
  readonly until: Until;
  /** The shop to be. */
  readonly folder: string;
  readonly url: string | undefined;
  readonly files: FileStore;
  /** The text of SECRET_KEY. */
  readonly keys: string | undefined;
  readonly who: string;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
};

export type RestoredShop = Restored & { readonly erasedAgain: number };

/**
 * Makes an empty folder the shop of a backup, and looks at it: rows, checksums, that the ledger balances, that nobody
 * altered the audit log. Who was erased after the backup is erased again.
 *
 * @throws RestoreRefused when the target is not empty, the backup is damaged, or the key is not its shop's
 */
export async function restoreShop(given: RestoreShop): Promise<RestoredShop> {
  const { place, until, folder, url, files, say, signal } = given;
  const key = await ownKey(given);
  let erasedAgain = 0;
  const settle = async (connection: Connection, at: Temporal.Instant) => {
    say('Looking at the ledger and the audit log …');
    const problems = await brokenLaws(connection, signal);
    const now = Temporal.Now.instant();
    erasedAgain = await eraseAgain(connection.db, { folder: dirname(place), since: at, now });
    await noteInLog(connection, given, at);
    if (key.isFromBackup) await writeFile(join(folder, KEY_FILE), key.text, { mode: 0o600, flag: 'wx' });
    return problems;
  };
  const order = { place, until, proofs: PROOFS, say, signal, settle };
  const restored = await restoreBackup({ folder, url, files }, order);
  return { ...restored, erasedAgain };
}

type Key = { readonly text: string; readonly isFromBackup: boolean };

/** Before anything is written: without its key the shop could not open what it has sealed. */
async function ownKey({ place, folder, keys }: RestoreShop): Promise<Key> {
  const manifest = await readManifest(place);
  const brought = await readKeyText({ keys, folder });
  const isFromBackup = brought === undefined && manifest.key.isInside;
  const text = isFromBackup ? await readFile(join(place, KEY_FILE), 'utf8') : brought;
  const parsed = text === undefined ? undefined : parseKeys(text);
  if (text !== undefined && parsed && isKeyOf(manifest, withKeys(parsed))) return { text, isFromBackup };
  throw new RestoreRefused(
    `${text === undefined ? 'The key of the shop is not there' : 'This is not the key of that shop'}: put its ` +
      `secret.key into ${folder}, or its text into SECRET_KEY. Without it nothing opens what the shop has sealed: ` +
      'credentials of payment providers, gift cards, authenticators of the team.',
  );
}

async function brokenLaws({ db }: Connection, signal: AbortSignal): Promise<readonly string[]> {
  const sums = new Map<string, bigint>();
  for (const { currency, balanceMinor } of await trialBalance(db)) {
    sums.set(currency, (sums.get(currency) ?? 0n) + balanceMinor);
  }
  const unbalanced = [...sums].filter(([, sum]) => sum !== 0n);
  const { breach } = await verifyAudit(db, { signal });
  return [
    ...unbalanced.map(([currency, sum]) => `the ledger in ${currency} is off by ${sum} minor units`),
    ...(breach ? [`the audit log was altered at place ${breach.position ?? '?'}: ${breach.what}`] : []),
  ];
}

async function noteInLog(
  { db }: Connection,
  { place, who }: RestoreShop,
  at: Temporal.Instant,
): Promise<void> {
  await keepEntry(db, {
    ...{ attemptId: randomUUID(), actor: 'cli', actorName: who, sessionId: '', operation: 'cli restore' },
    ...{
      summary: 'Restore the shop from a backup',
      kind: 'shop',
      subjectId: '',
      code: '',
      ip: '',
      userAgent: '',
    },
    ...{ outcome: 'done', at: Temporal.Now.instant() },
    differences: [
      { field: 'backup', after: place },
      { field: 'at', after: at.toString() },
    ],
  });
}
