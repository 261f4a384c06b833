import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type RestoredShop, restoreShop } from '../../modules/backups/index.ts';
import { RestoreRefused, type Until } from '../../platform/backup/index.ts';
import { openFiles } from '../../platform/open.ts';
import type { CommandContext } from './command.ts';
import { userName } from './kept-command.ts';

const USAGE = `usage: institor restore BACKUP [--to TIME|latest]
  Makes an empty INSTITOR_DATA (or an empty database of DATABASE_URL) the shop of a backup, as it was then.
  --to 2026-11-27T14:03:00+01:00 plays the kept log on until then; --to latest until its end.
  Put the shop's secret.key into INSTITOR_DATA before, or its text into SECRET_KEY.
`;

/** `institor restore BACKUP`: 0 whole, 1 refused or not as it should be, 2 wrong usage. */
export async function restoreCommand(context: CommandContext, args: readonly string[]): Promise<number> {
  const wanted = wantedOf(args);
  const { config, out, signal } = context;
  if (wanted === undefined) {
    out.write(USAGE);
    return 2;
  }
  const { INSTITOR_DATA: folder, DATABASE_URL: url, SECRET_KEY: keys } = config;
  try {
    const restored = await restoreShop({
      ...{ ...wanted, folder, url, files: openFiles(config), keys, who: userName(), signal },
      say: (line) => out.write(`${line}\n`),
    });
    out.write(said(restored, wanted.until));
    return restored.problems.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof RestoreRefused)) throw error;
    out.write(`${error.message}\n`);
    return 1;
  }
}

function said({ at, seconds, problems, manifest, erasedAgain }: RestoredShop, until: Until): string {
  const state =
    until === 'latest' ? `every change that was kept, the last event of ${at}` : `the shop as of ${at}`;
  const lines = [`Restored in ${seconds.toFixed(1)} s: ${state}.`];
  if (problems.length > 0) {
    return [
      ...lines,
      'DO NOT OPEN IT. It is not as it should be:',
      ...problems.map((one) => `  ${one}`),
      '',
    ].join('\n');
  }
  const rows = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
  const same =
    until === 'backup' && manifest.isExact ? [`All ${rows} rows and every checksum are the backup's.`] : [];
  return [
    ...[...lines, ...same, 'The ledger balances, and nobody altered the audit log.'],
    ...(erasedAgain > 0 ? [`${erasedAgain} persons who were erased since were erased again.`] : []),
    ...AFTERWARDS,
    '',
  ].join('\n');
}

const AFTERWARDS = [
  'When it opens:',
  '  Mails and webhooks that waited then are put aside, since they may have gone out: System, Given up, has them.',
  '  Payments under way ask their provider. For orders paid since then: institor payments reconcile --day DATE.',
  '  Sessions and keys that were revoked since then are valid again: look at Team and API keys.',
];

function wantedOf(args: readonly string[]): { readonly place: string; readonly until: Until } | undefined {
  try {
    const options = { to: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [place, ...more] = positionals;
    if (place === undefined || more.length > 0) return undefined;
    return { place: resolve(place), until: untilOf(values.to) };
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function untilOf(to: string | undefined): Until {
  if (to === undefined) return 'backup';
  return to === 'latest' ? 'latest' : Temporal.Instant.from(to);
}
