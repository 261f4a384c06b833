import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isMissing } from './is-missing.ts';

/** Of this program's backups; another number is another program's. */
export const FORMAT = 1;
const FILE = 'manifest.json';
const SUM = 'manifest.sha256';

const file = z.object({
  /** Inside the backup, with `/`. */
  path: z.string().regex(/^(?!.*(?:^|\/)\.\.(?:\/|$))[^/\0\\][^\0\\]*$/, 'is no path inside a backup'),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of a picture or document, as the store has it: a bucket wants to be told again. */
  mime: z.string().optional(),
});

const physical = z.object({
  kind: z.literal('physical'),
  /** The log sequence number whose state the manifest describes: `0/3000060`. */
  lsn: z.string().regex(/^[0-9A-F]+\/[0-9A-F]+$/),
  /** Its first segment of the log: what is older belongs to earlier backups. */
  firstSegment: z.string(),
  segmentBytes: z.int(),
  /** The kept log that goes on from here; '' where none is kept. */
  line: z.string(),
  folders: z.array(z.string()),
});

const logical = z.object({
  kind: z.literal('logical'),
  /** Of graphile-worker's own schema, which has no migrations of ours. */
  jobsVersion: z.int(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
});

const manifest = z.object({
  format: z.literal(FORMAT),
  institor: z.string(),
  postgresql: z.string(),
  begunAt: z.string(),
  /** What the backup holds is the shop of this moment. */
  at: z.string(),
  endedAt: z.string(),
  /** Whether `counts` and `proofs` are those of the very state that is restored, or were read beside it. */
  isExact: z.boolean(),
  migrations: z.array(z.string()),
  counts: z.record(z.string(), z.int()),
  /** Name → what was read of the database: the ledger's checksum, say. */
  proofs: z.record(z.string(), z.string()),
  key: z.object({
    /** A text sealed with the shop's key: whoever opens it has the right one. */
    sealed: z.string(),
    isInside: z.boolean(),
  }),
  database: z.discriminatedUnion('kind', [physical, logical]),
  files: z.array(file),
});

export type Manifest = z.infer<typeof manifest>;
export type PhysicalDatabase = z.infer<typeof physical>;
export type LogicalDatabase = z.infer<typeof logical>;
export type BackupFile = z.infer<typeof file>;

/** Last of all, with a checksum of itself beside it. */
export async function writeManifest(folder: string, written: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest.parse(written), null, 1)}\n`;
  await writeFile(join(folder, FILE), text, { flush: true });
  await writeFile(join(folder, SUM), `${sumOf(text)}\n`, { flush: true });
}

/**
 * What the backup in `folder` says of itself.
 *
 * @throws Error that says why it is none: no manifest, a changed one, or one of another format
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const [text, sum] = await Promise.all([readText(folder, FILE), readText(folder, SUM)]);
  if (text === undefined) throw new Error(`There is no backup in ${folder}: it has no ${FILE}.`);
  if (sum?.trim() !== sumOf(text)) throw new Error(`${join(folder, FILE)} is not as it was written.`);
  const parsed = manifest.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue ? `${issue.path.join('.')}: ${issue.message}` : '';
  throw new Error(`${join(folder, FILE)} is not one that this version of Institor reads (${where}).`);
}

async function readText(folder: string, name: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
