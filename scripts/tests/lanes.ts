import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Order, Report } from './lane.ts';
import type { Outcome } from './outcome.ts';

// A file that hangs fails by itself instead of taking the whole run with it; the longest takes two minutes.
const LONGEST_MS = 600_000;
// Then another process takes the next file: a shop's process plans its first few hundred statements once, and what is
// tested should mostly run as it does there.
const MOST_FILES = 25;
const FULL_BYTES = 1.5e9;
/** Tests of what a process has once: room for the names of its statements. */
const IN_THEIR_OWN = new Set([
  'src/modules/merchandising/refresh-many-collections.test.ts',
  'src/platform/database/planned-client.test.ts',
]);

type Options = {
  readonly lanes: number;
  readonly root: string;
  readonly ended: (outcome: Outcome) => void;
  /** Ends what runs, and takes no other file. */
  readonly signal: AbortSignal;
};

/** Runs test files in as many processes; whoever is done takes the next. */
export async function runInLanes(files: readonly string[], options: Options): Promise<Outcome[]> {
  const waiting = [...files];
  const outcomes: Outcome[] = [];
  const lane = async () => {
    let child: ChildProcess | undefined;
    let taken = 0;
    for (;;) {
      const file = waiting.shift();
      if (file === undefined || options.signal.aborted) break;
      if (child && (IN_THEIR_OWN.has(file) || taken >= MOST_FILES)) child = await end(child);
      if (!child) [child, taken] = [start(), 0];
      const { outcome, isSpent } = await runIn(child, { root: options.root, file }, options.signal);
      taken += 1;
      if (isSpent || IN_THEIR_OWN.has(file)) child = await end(child);
      outcomes.push(outcome);
      options.ended(outcome);
    }
    if (child) await end(child);
  };
  await Promise.all(Array.from({ length: options.lanes }, lane));
  return outcomes;
}

// What a file made is garbage when the next one runs: a larger young generation is cleared less often.
const MEMORY_FLAGS = ['--min-semi-space-size=32', '--max-semi-space-size=64'];

function start(): ChildProcess {
  return fork(join(import.meta.dirname, 'lane.ts'), {
    execArgv: [
      ...MEMORY_FLAGS,
      '--disable-warning=ExperimentalWarning',
      '--import',
      join(import.meta.dirname, '../tsx-hook.mjs'),
    ],
  });
}

type Run = {
  readonly outcome: Outcome;
  /** Its process takes no other file. */
  readonly isSpent: boolean;
};

/** What a process that failed leaves behind may fail the next file: it takes none. */
async function runIn(child: ChildProcess, order: Order, signal: AbortSignal): Promise<Run> {
  const began = performance.now();
  let last = 'its imports';
  const { promise, resolve } = Promise.withResolvers<Run>();
  const broken = (why: string) => {
    const failures = [{ name: order.file, error: `${why} (last begun: ${last})` }];
    const nothing = { passed: [], skipped: [], notes: [], processorMs: 0 };
    resolve({
      outcome: { ...nothing, file: order.file, failures, ms: performance.now() - began },
      isSpent: true,
    });
  };
  const hear = (report: Report) => {
    if ('began' in report) {
      last = report.began;
      return;
    }
    const { outcome, memoryBytes } = report;
    resolve({ outcome, isSpent: outcome.failures.length > 0 || memoryBytes > FULL_BYTES });
  };
  const exited = (code: number | null, by: string | null) =>
    broken(`The process of the tests ended with ${by ?? code}`);
  const stopped = () => broken('It was stopped');
  const timer = setTimeout(() => broken(`It did not end within ${LONGEST_MS / 60_000} minutes`), LONGEST_MS);
  child.on('message', hear).on('exit', exited);
  signal.addEventListener('abort', stopped);
  if (child.connected) child.send(order);
  else broken('The process of the tests was gone: the file before it left something behind that failed');
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    child.off('message', hear).off('exit', exited);
    signal.removeEventListener('abort', stopped);
  }
}

async function end(child: ChildProcess): Promise<undefined> {
  if (child.exitCode !== null || child.signalCode !== null) return undefined;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
