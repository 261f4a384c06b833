import { z } from 'zod';
import { documentedAs, endpoint, instant, pageOf, pageQuery, text } from '../../../../platform/api/index.ts';

const shared = {
  group: 'System',
  audience: 'system:read',
  rate: 'read',
  method: 'GET',
  refusals: {},
} as const;
const state = z.enum(['good', 'warning', 'bad', 'off']);

const health = z
  .object({
    overall: z.enum(['good', 'warning', 'bad']),
    database: z.object({
      ...{ state, tookMs: z.int(), sizeBytes: z.int() },
      ...{ connections: z.int(), mostConnections: z.int() },
    }),
    worker: z.object({
      state,
      workers: z.int().describe('Processes that do jobs now.'),
      waiting: z.int().describe('Jobs that are due and not begun; counted up to 100,000.'),
      lagSeconds: z.int().describe('How long the oldest of them is due.'),
    }),
    events: z.object({
      state,
      waiting: z.int().describe('Told and not yet given to those who react; counted up to 10,000.'),
      lagSeconds: z.int(),
    }),
    mail: z.object({ state, problem: z.string().describe('In the words of the mail server.') }),
    disk: z.object({ state, freeBytes: z.int(), totalBytes: z.int() }),
    deadLetters: z.object({ state, open: z.int() }),
    backups: z.object({
      ...{ state, lastAt: instant().optional(), logKeptUntil: instant().optional() },
      failure: z.string().describe('Why the log of the database was not kept the last time.'),
    }),
  })
  .meta({ id: 'SystemHealth' });

const jobKind = z
  .object({
    name: z.string(),
    isReaction: z.boolean(),
    ...{ waiting: z.int(), running: z.int(), scheduled: z.int(), failing: z.int() },
    oldestDueAt: instant().optional(),
    lastError: z.string().describe('Of the latest failure.'),
  })
  .meta({ id: 'JobKind' });

const deadLetter = z
  .object({
    id: z.string(),
    name: z.string().describe('Of the reaction, or else of the job.'),
    isReaction: z.boolean(),
    eventId: z.string().optional(),
    payload: z.string().describe('What it was about, as JSON.'),
    error: z.string(),
    attempts: z.int(),
    diedAt: instant(),
  })
  .meta({ id: 'DeadLetter' });

const cron = z.object({
  name: z.string(),
  job: z.string(),
  schedule: z.string().describe('As crontab(5) writes it, in UTC.'),
  lastRunAt: instant().optional(),
});

const letterId = documentedAs(
  z
    .string()
    .max(18)
    .regex(/^\d+$/, 'an id of a dead letter is a number')
    .transform((digits) => BigInt(digits)),
  { type: 'string', pattern: '^[0-9]{1,18}$' },
);
const write = { group: 'System', audience: 'system:write', rate: 'write', method: 'POST' } as const;
const one = {
  ...{ ...write, params: z.strictObject({ id: letterId }), output: z.object({ isDone: z.boolean() }) },
  ...({ idempotency: 'transaction', refusals: { not_found: 404 } } as const),
  changes: { kind: 'dead_letter', id: 'id' },
} as const;
const many = {
  ...{ ...write, body: z.strictObject({ name: text(200, 1).optional() }) },
  output: z.object({ count: z.int(), hasMore: z.boolean() }),
  ...({ idempotency: 'transaction', refusals: {}, changes: { kind: 'dead_letter' } } as const),
} as const;

export const systemEndpoints = {
  readSystemHealth: endpoint({
    ...{ ...shared, path: '/system/health', summary: 'Whether all parts of the shop do their work' },
    ...{ description: 'Asks the database, the mail server and the disk when it is called.', output: health },
  }),
  readSystemVersions: endpoint({
    ...{ ...shared, path: '/system/versions', summary: 'What the shop runs on' },
    output: z.object({
      ...{ institor: z.string(), node: z.string(), postgresql: z.string(), platform: z.string() },
      migrations: z.object({ count: z.int(), last: z.string(), ranAt: instant() }),
      startedAt: instant().describe('Of the process that answers.'),
    }),
  }),
  listJobKinds: endpoint({
    ...{ ...shared, path: '/system/jobs', summary: 'What is in line for the workers, by kind' },
    output: z.object({ items: z.array(jobKind) }),
  }),
  listCrons: endpoint({
    ...{ ...shared, path: '/system/crons', summary: 'What is done by the clock, and when it was done last' },
    output: z.object({ items: z.array(cron) }),
  }),
  countDeadLetters: endpoint({
    ...{ ...shared, path: '/system/dead-letter-counts', summary: 'How much was given up, by kind' },
    output: z.object({
      items: z.array(z.object({ name: z.string(), count: z.int(), lastDiedAt: instant() })),
    }),
  }),
  listDeadLetters: endpoint({
    ...{ ...shared, path: '/system/dead-letters', summary: 'What was given up after its last try' },
    query: z.strictObject({ ...pageQuery, name: text(200, 1).optional() }),
    ...{ output: pageOf(deadLetter), refusals: { invalid_cursor: 422 } },
  }),
  retryDeadLetter: endpoint({
    ...{ ...one, path: '/system/dead-letters/{id}/retry', summary: 'Try again what was given up' },
  }),
  dismissDeadLetter: endpoint({
    ...{ ...one, path: '/system/dead-letters/{id}/dismissal', summary: 'Let go of what was given up' },
    description: 'What it was to do is never done.',
  }),
  retryDeadLetters: endpoint({
    ...{ ...many, path: '/system/dead-letter-retries', summary: 'Try again all that was given up' },
    description: 'Or all of one kind; 1,000 in one call.',
  }),
  dismissDeadLetters: endpoint({
    ...{ ...many, path: '/system/dead-letter-dismissals', summary: 'Let go of all that was given up' },
    description: 'Or all of one kind; 1,000 in one call.',
  }),
};
