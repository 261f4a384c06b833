import { z } from 'zod';
import { endpoint, instant } from '../../../../platform/api/index.ts';
import { workAnswer, workTitle } from './work.ts';

const shared = { group: 'Backups', audience: 'system:read', rate: 'read', refusals: {} } as const;
const backupName = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-[0-9a-f]{6}$/, 'is no name of a backup')
  .meta({ example: '2026-11-27T02-10-00Z-3f9a1c' });

const backup = z
  .object({
    name: z.string(),
    at: instant().describe('What it holds is the shop of this moment.'),
    bytes: z.int(),
    files: z.int(),
    kind: z
      .enum(['physical', 'logical'])
      .describe('The files of the embedded database, or the rows of its tables.'),
    institor: z.string().describe('The version that made it.'),
    hasKey: z.boolean().describe('Whether the key lies in it that opens what the shop has sealed.'),
    checked: z.object({ at: instant(), damaged: z.int() }).optional(),
    problem: z.string().describe('Why it cannot be used at all; empty when it can.'),
  })
  .meta({ id: 'Backup' });

const begun = {
  group: 'Backups',
  audience: 'system:write',
  rate: 'write',
  method: 'POST',
  status: 202,
  output: workAnswer,
  idempotency: 'transaction',
  changes: { kind: 'backup', id: 'id', read: 'readWork' },
} as const;

export const backupEndpoints = {
  readBackups: endpoint({
    ...{ ...shared, method: 'GET', path: '/backups', summary: 'What is kept of the shop, and where' },
    output: z.object({
      state: z.enum(['good', 'warning', 'bad', 'off']),
      folder: z.string().describe('BACKUP_FOLDER; empty when it is not set.'),
      freeBytes: z.int().optional(),
      isEmbedded: z.boolean().describe('Whether the log of the database can be kept too.'),
      keeping: z.object({ daily: z.int(), weekly: z.int(), monthly: z.int() }),
      log: z
        .object({
          keptUntil: instant().optional(),
          failedAt: instant().optional(),
          failure: z.string(),
        })
        .optional()
        .describe('Every change until then is kept.'),
      restored: z
        .object({
          restoredAt: instant(),
          at: instant(),
          backup: z.string(),
          held: z.int().optional().describe('What waited and was put aside.'),
        })
        .optional(),
      items: z.array(backup),
    }),
  }),
  makeBackup: endpoint({
    ...{ ...begun, path: '/backups', summary: 'Back up the shop now' },
    ...{ body: z.strictObject({ title: workTitle }), refusals: { no_folder: 409 } },
    description: 'As long work (see there). The shop stays open.',
  }),
  checkBackup: endpoint({
    ...{ ...begun, path: '/backups/{name}/check', summary: 'Compare every file with its checksum' },
    ...{ params: z.strictObject({ name: backupName }), body: z.strictObject({ title: workTitle }) },
    ...{ refusals: { no_folder: 409, not_found: 404 } },
    description: 'As long work (see there); its file names what is damaged.',
  }),
};
