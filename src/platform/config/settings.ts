import { z } from 'zod';
import { parseKeeping } from '../backup/keep.ts';
import { parseMailbox } from '../mail/index.ts';
import { parseKeys } from '../secrets/index.ts';

const flag = z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1');
const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/ });

export type Setting = {
  readonly about: string;
  readonly isSecret?: true;
  readonly schema: z.ZodType<unknown, string | undefined>;
};

function setting<Schema extends z.ZodType<unknown, string | undefined>>(schema: Schema, about: string) {
  return { schema, about };
}

function secret<Schema extends z.ZodType<unknown, string | undefined>>(schema: Schema, about: string) {
  return { schema, about, isSecret: true as const };
}

function text(fallback: string) {
  return z.string().max(2_000).default(fallback) as z.ZodType<string, string | undefined>;
}

function number(schema: z.ZodType<number, unknown>, fallback: number) {
  return schema.default(fallback) as z.ZodType<number, string | undefined>;
}

/** Every setting there is: name in the environment, what it does, and what it accepts. */
export const SETTINGS = {
  PORT: setting(number(port, 3000), 'Port of the shop.'),
  HOST: setting(text('127.0.0.1'), 'Address to listen on; 0.0.0.0 to be reached from other machines.'),
  BASE_URL: setting(
    url.optional() as z.ZodType<string | undefined, string | undefined>,
    'Public address of the shop, in links and feeds; default: as asked for.',
  ),
  INSTITOR_DATA: setting(text('data'), 'Folder of the embedded database and of uploaded files.'),
  DATABASE_URL: secret(
    z.string().max(2_000).optional(),
    'PostgreSQL 18 of your own; default: the embedded one.',
  ),
  DATABASE_POOL: setting(
    number(z.coerce.number().int().min(2).max(200), 10),
    'Most connections this process opens.',
  ),
  DEMO: setting(
    flag.default(true) as z.ZodType<boolean, string | undefined>,
    'Open the demo shop when the database is empty.',
  ),
  ROLE: setting(
    z.enum(['all', 'web', 'worker', 'analytics']).default('all') as z.ZodType<
      'all' | 'web' | 'worker' | 'analytics',
      string | undefined
    >,
    'What this process does: pages, jobs, the warehouse of reports, or all of them.',
  ),
  WORKER_CONCURRENCY: setting(
    number(z.coerce.number().int().min(1).max(64), 4),
    'Jobs that run at the same time.',
  ),
  ANALYTICS_URL: setting(
    url.optional() as z.ZodType<string | undefined, string | undefined>,
    'Where the process with ROLE=analytics answers, on another machine; default: on this one.',
  ),
  ANALYTICS_MEMORY_MB: setting(
    number(z.coerce.number().int().min(128).max(1_048_576), 1_024),
    'Memory for the warehouse of reports; what is more goes to the disk.',
  ),
  LOG_LEVEL: setting(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info') as z.ZodType<
      string,
      string | undefined
    >,
    'Least severe message that is logged.',
  ),
  METRICS_TOKEN: secret(
    z.string().min(16).max(200).optional(),
    'Bearer token that /metrics asks of other machines.',
  ),
  TRUST_PROXY: setting(
    flag.default(false) as z.ZodType<boolean, string | undefined>,
    'Believe X-Forwarded-* and X-Request-Id: only behind a proxy of yours.',
  ),
  PAGE_CACHE_MB: setting(
    number(z.coerce.number().int().min(0).max(65_536), 64),
    'Memory for rendered pages; 0 renders each time.',
  ),
  API_READS_PER_MINUTE: setting(
    number(z.coerce.number().int().min(0).max(10_000_000), 3_000),
    'Requests of one caller to the API; writes: a fifth. 0: no limit.',
  ),
  SHUTDOWN_SECONDS: setting(
    number(z.coerce.number().int().min(0).max(600), 10),
    'Time that requests in flight get at the end.',
  ),
  S3_ENDPOINT: setting(
    url.optional() as z.ZodType<string | undefined, string | undefined>,
    'S3-compatible service for files; default: INSTITOR_DATA/files.',
  ),
  S3_BUCKET: setting(z.string().max(200).optional(), 'Bucket for files.'),
  S3_REGION: setting(text('us-east-1'), 'Region of the bucket.'),
  S3_ACCESS_KEY_ID: setting(z.string().max(200).optional(), 'Key that may read and write the bucket.'),
  S3_SECRET_ACCESS_KEY: secret(z.string().max(200).optional(), 'Its secret.'),
  SECRET_KEY: secret(
    z
      .string()
      .max(2_000)
      .refine(
        (text) => parseKeys(text) !== undefined,
        'one or more keys of 32 bytes in base64, the newest first',
      )
      .optional(),
    'Key that seals credentials in the database; default: INSTITOR_DATA/secret.key.',
  ),
  BACKUP_FOLDER: setting(
    z.string().max(2_000).optional(),
    'Folder for nightly backups and the log of the database, on another disk; default: none.',
  ),
  BACKUP_KEEP: setting(
    z
      .string()
      .refine((text) => parseKeeping(text) !== undefined, 'daily/weekly/monthly, such as 7/4/12')
      .default('7/4/12') as z.ZodType<string, string | undefined>,
    'Backups that are kept: the last of so many days, weeks and months.',
  ),
  SMTP_URL: secret(
    z
      .url({ protocol: /^smtps?$/ })
      .max(2_000)
      .optional(),
    'Mail server, smtps://user:password@host:465; default: mails are only kept.',
  ),
  MAIL_FROM: setting(
    z
      .string()
      .max(320)
      .refine((text) => parseMailbox(text) !== undefined, 'an address, or `Name <address>`')
      .optional(),
    "Sender of the shop's mails, `Shop <orders@shop.example>`; default: the shop's address.",
  ),
} as const satisfies Readonly<Record<string, Setting>>;
