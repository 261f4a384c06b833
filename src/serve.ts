import { once } from 'node:events';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openAnalyticsOwner } from './analytics.ts';
import { keepLog } from './keeping.ts';
import { openMailing } from './mailing.ts';
import { analyticsClient, keepOwner } from './modules/analytics/index.ts';
import { isHeldAfterRestore, openBackups } from './modules/backups/index.ts';
import { openGiftCardKey } from './modules/credits/index.ts';
import { openOrders } from './modules/orders/index.ts';
import { answersOf } from './modules/reporting/index.ts';
import { firstOwnerLink } from './modules/staff/index.ts';
import { settleRestored } from './platform/backup/index.ts';
import { type Config, describeConfig } from './platform/config/index.ts';
import { type Metrics, makeMetrics, markReady } from './platform/http/index.ts';
import { enqueue, runDueJobs, startWorker } from './platform/jobs/index.ts';
import { type Log, makeLog } from './platform/log/index.ts';
import { type Backstage, openBackstage } from './platform/open.ts';
import { providersOf } from './providers.ts';
import { writeApart } from './simulator/trade/write/write-apart.ts';
import { openWeb } from './web.ts';
import { STARTS, WORKLOAD, workloadOf } from './workload.ts';

type Part = { readonly close: () => Promise<void> };
type Open = {
  readonly config: Config;
  readonly environment: NodeJS.ProcessEnv;
  readonly backstage: Backstage;
  readonly log: Log;
  readonly metrics: Metrics;
};

/** Opens the shop and keeps it open until a signal. Resolves to the exit code when everything is closed in order. */
export async function serve(config: Config, environment: NodeJS.ProcessEnv): Promise<number> {
  const began = performance.now();
  const log = makeLog(config.LOG_LEVEL);
  log.debug({ settings: describeConfig(config, environment) }, 'settings');
  const isChild = isKeptChild(config);
  const signal = waitForSignal(isChild);
  const { buildApart } = await import('../scripts/build-apart.ts');
  const isOwner = config.ROLE === 'analytics';
  const [backstage] = await Promise.all([openBackstage(config), isOwner ? undefined : buildApart()]);
  // Closed in the opposite order of opening, also when a later part does not open.
  const parts: Part[] = [backstage];
  try {
    const open: Open = {
      config,
      environment,
      backstage,
      log,
      metrics: makeMetrics({ pool: backstage.connection.pool }),
    };
    if (config.ROLE === 'all' || config.ROLE === 'web') parts.push(await openShop(open, began));
    if (config.ROLE === 'all' || config.ROLE === 'worker') parts.push(await openWorker(open));
    if (config.ROLE === 'all') parts.push(keepAnalytics(environment, log));
    if (isOwner) parts.push(await openAnalyticsOwner(backstage, open));
    if (!isChild) say(backstage.about);
    await signal;
    if (!isChild) say('Closing: requests and jobs under way may end …');
  } finally {
    for (const part of parts.toReversed()) await part.close();
  }
  if (!isChild) say('Closed. Everything is kept.');
  return 0;
}

async function openShop({ config, backstage, log, metrics }: Open, began: number): Promise<Part> {
  if (config.DEMO) await openDemoShop(backstage);
  const { server, close } = await openWeb({ ...backstage, config, log, metrics });
  const address = await listenAt(server, config).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  markReady(server);
  say(`\nThe shop is open at ${address}   (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  await sayFirstOwnerLink(backstage, config.BASE_URL ?? address);
  return { close };
}

/** The warehouse of reports has a process of its own, which ends with this one. */
function keepAnalytics(environment: NodeJS.ProcessEnv, log: Log): Part {
  const [, program = ''] = process.argv;
  const own = { ROLE: 'analytics', HOST: '127.0.0.1', PORT: '0', DATABASE_POOL: '4' };
  return keepOwner({ program: [program, 'serve'], environment: { ...environment, ...own }, log });
}

/** Whether this process has the warehouse for the shop's own, which started it and speaks for both. */
function isKeptChild({ ROLE }: Config): boolean {
  return ROLE === 'analytics' && process.connected !== undefined;
}

/** Until the shop has an owner, each start has a link for becoming one; it goes to whoever sits at this machine. */
async function sayFirstOwnerLink({ connection }: Backstage, address: string): Promise<void> {
  const now = Temporal.Now.instant();
  const path = await connection.db.transaction().execute((tx) => firstOwnerLink(tx, { now }));
  if (path === undefined) return;
  say(`Become its owner, once, within a day: ${address}${path}`);
}

async function openWorker({ config, environment, backstage, log, metrics }: Open): Promise<Part> {
  const { connection, files, secrets } = backstage;
  const { onAttempt } = metrics;
  const concurrency = config.WORKER_CONCURRENCY;
  const orders = openOrders(connection, { providers: providersOf({ connection, secrets }) });
  const mailing = openMailing(config);
  const backups = await openBackups({ ...backstage, config });
  const analytics = analyticsClient({
    ...{ folder: join(config.INSTITOR_DATA, 'warehouse'), url: config.ANALYTICS_URL, secrets },
  });
  const workload = workloadOf({
    ...{ orders, mails: mailing.mails, pagewatch: mailing.mails, webhooks: { secrets } },
    staff: { ...mailing.mails, secrets },
    giftCardKey: await openGiftCardKey({ db: connection.db, secrets }),
    analytics,
    reporting: { answers: answersOf(analytics), secrets, reached: mailing.mails },
    connection,
    writePast: writeApart({
      ...{
        program: [process.argv[1] ?? '', 'write-past'],
        environment: { ...environment, DATABASE_POOL: '4' },
      },
    }),
    backups,
  });
  const { reactions } = workload;
  const held = await settleRestored(connection, { reactions, isHeld: isHeldAfterRestore });
  if (held !== undefined) say(`Restored from a backup: ${held} mails and calls that waited are put aside.`);
  await connection.db.transaction().execute(async (tx) => {
    // One at a time, however many workers start: the key is the job's.
    for (const { job, payload } of STARTS) await enqueue(tx, job, payload, { key: `start:${job}` });
  });
  const worker = await startWorker({ ...workload, connection, files, log, concurrency, onAttempt });
  const keeper = await keepLog({ config, connection, log, metrics });
  const close = async () => {
    await keeper?.stop();
    await worker.stop();
    mailing.close();
  };
  return { close };
}

const DEMO_SEED = 1;

/** An empty database gets the demo world, and then a past; a shop that somebody has named is left alone. */
async function openDemoShop(backstage: Backstage): Promise<void> {
  await fillDemoShop(backstage);
  const { askForPast } = await import('./simulator/trade/write/ask-for-past.ts');
  // Drawn in the background: the shop does not wait for it.
  await askForPast(backstage.connection, { seed: DEMO_SEED, now: Temporal.Now.instant() });
}

async function fillDemoShop({ connection, files }: Backstage): Promise<void> {
  // Asked at every start; the simulator itself, which draws the pictures, is loaded only when it has work.
  const { isDemoWanted } = await import('./simulator/seed/is-demo-wanted.ts');
  if (!(await isDemoWanted(connection.db))) return;
  say('An empty shop: opening the demo world (once; DEMO=false starts with nothing).');
  const { seedDemo } = await import('./simulator/index.ts');
  const progress = (line: string) => say(`  ${line}`);
  await seedDemo({ connection, files, now: Temporal.Now.instant(), seed: DEMO_SEED, progress });
  say('  Filling collections and search …');
  // Renditions of pictures are left to the worker: a page that comes first makes its own.
  await runDueJobs({ connection, files, reactions: WORKLOAD.reactions });
}

async function listenAt(server: FastifyInstance, { HOST: host, PORT: port }: Config): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new Error(`Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`);
    }
    if (code === 'EACCES')
      throw new Error(`Port ${port} needs more rights. Choose one from 1024: PORT=3000 npm start`);
    throw error;
  }
}

async function waitForSignal(isChild: boolean): Promise<void> {
  // A child whose shop is gone, however that ended, leaves everything as it is: it is made to be killed. The shop may have
  // gone while the child was still loading.
  if (isChild && !process.connected) process.exit(1);
  if (isChild) process.once('disconnect', () => process.exit(1));
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP')]);
  // A second Ctrl-C is an impatient person's: what is committed stays, the rest is done at the next start.
  process.on('SIGINT', () => process.exit(130));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
