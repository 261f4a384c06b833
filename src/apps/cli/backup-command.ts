import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BackedUpShop, backUpShop, openBackups } from '../../modules/backups/index.ts';
import { checkBackup, type KeptBackup, listBackups } from '../../platform/backup/index.ts';
import { readKeyText } from '../../platform/secrets/index.ts';
import { bytesText } from './bytes-text.ts';
import type { CommandContext } from './command.ts';

const USAGE = `usage: institor backup [FOLDER] [--portable] [--with-key]
       institor backup list [FOLDER]
       institor backup check BACKUP
  Without FOLDER backups go to BACKUP_FOLDER, where old ones are removed (BACKUP_KEEP).
  --portable copies tables instead of the embedded database's files: for another server or another PostgreSQL.
  --with-key puts the shop's key into the backup: whoever has it opens all that the shop has sealed.
`;

/** `institor backup [FOLDER]`: 0 when the backup is whole and on the disk. */
export async function backupCommand(context: CommandContext, args: readonly string[]): Promise<number> {
  const wanted = wantedOf(args);
  const folder = wanted?.folder ?? context.config.BACKUP_FOLDER;
  if (wanted === undefined || folder === undefined) {
    context.out.write(wanted === undefined ? USAGE : 'Name a folder, or set BACKUP_FOLDER.\n');
    return 2;
  }
  const { connection, files, secrets } = await context.open();
  const { config, out, signal } = context;
  const key = wanted.withKey ? await keyOf(config) : undefined;
  const backups = await openBackups({ connection, files, secrets, config });
  const made = await backUpShop(backups, {
    ...(wanted.folder === undefined ? {} : { folder: resolve(wanted.folder) }),
    ...{ isPortable: wanted.isPortable, signal, ...(key === undefined ? {} : { key }) },
    onProgress: progressTo(context),
  });
  out.write(said(made));
  return 0;
}

function said({ place, manifest, removed }: BackedUpShop): string {
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  const key = manifest.key.isInside
    ? 'The key of the shop IS in it: whoever has this backup opens everything that the shop has sealed.'
    : 'The key that opens what the shop has sealed is not in it: keep a copy of secret.key (or SECRET_KEY) elsewhere.';
  const older = removed.length === 0 ? '' : `${removed.length} older ones were removed.\n`;
  const size = `${manifest.files.length} files, ${bytesText(bytes)}`;
  return `\r\x1b[KBacked up the shop as of ${manifest.at}: ${size}\n  ${place}\n${key}\n${older}`;
}

function progressTo({ out, isTerminal }: CommandContext) {
  let shownAt = 0;
  return async (done: number, total: number) => {
    if (!isTerminal || performance.now() - shownAt < 200) return;
    shownAt = performance.now();
    out.write(`\r\x1b[K${done} of ${total} files`);
  };
}

async function keyOf({ SECRET_KEY: keys, INSTITOR_DATA: folder }: CommandContext['config']) {
  const text = await readKeyText({ keys, folder });
  if (text === undefined) throw new Error(`There is no secret.key in ${folder}.`);
  return text;
}

type Wanted = {
  readonly folder: string | undefined;
  readonly isPortable: boolean;
  readonly withKey: boolean;
};

function wantedOf(args: readonly string[]): Wanted | undefined {
  try {
    const options = { portable: { type: 'boolean' }, 'with-key': { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    if (positionals.length > 1) return undefined;
    const { portable: isPortable = false, 'with-key': withKey = false } = values;
    return { folder: positionals[0], isPortable, withKey };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** `institor backup list [FOLDER]`: opens no shop. */
export async function backupListCommand(
  { config, out }: CommandContext,
  args: readonly string[],
): Promise<number> {
  const folder = args[0] ?? config.BACKUP_FOLDER;
  if (folder === undefined || args.length > 1) {
    out.write(USAGE);
    return 2;
  }
  const backups = await listBackups(folder);
  for (const backup of backups) out.write(`${lineOf(backup)}\n`);
  if (backups.length === 0) out.write(`There are no backups in ${folder}.\n`);
  return backups.some(({ problem }) => problem !== '') ? 1 : 0;
}

function lineOf({ name, bytes, files, kind, checked, hasKey, problem }: KeptBackup): string {
  if (problem !== '') return `${name}  DAMAGED: ${problem}`;
  const state = checked === undefined ? 'not checked' : checkedText(checked);
  const key = hasKey ? ['with the key'] : [];
  return [name, `${files} files`, bytesText(bytes), kind, state, ...key].join('  ');
}

function checkedText({ at, damaged }: NonNullable<KeptBackup['checked']>): string {
  return damaged === 0 ? `sound on ${at}` : `${damaged} FILES DAMAGED on ${at}`;
}

/** `institor backup check BACKUP`: 0 sound, 1 damaged. */
export async function backupCheckCommand(
  { out, signal }: CommandContext,
  args: readonly string[],
): Promise<number> {
  const [place, ...more] = args;
  if (place === undefined || more.length > 0 || !existsSync(place)) {
    out.write(place === undefined || more.length > 0 ? USAGE : `There is no ${place}.\n`);
    return 2;
  }
  const checked = await checkBackup(resolve(place), { signal });
  if (checked === undefined) return 1;
  for (const { path, what } of checked.damage) out.write(`${what.padEnd(8)} ${path}\n`);
  const { files, bytes, damage } = checked;
  const verdict = damage.length === 0 ? 'all as they were written' : `${damage.length} DAMAGED`;
  out.write(`${files} files, ${bytesText(bytes)}: ${verdict}\n`);
  return damage.length === 0 ? 0 : 1;
}
