import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

export type OwnerProcess = {
  /** Of the process that has the warehouse now; `undefined` between two. */
  readonly pid: () => number | undefined;
  readonly close: () => Promise<void>;
};

type KeepOptions = {
  /** What runs it, with its words: `src/main.ts serve`. */
  readonly program: readonly [file: string, ...words: string[]];
  readonly environment: NodeJS.ProcessEnv;
  readonly log: { readonly warn: (about: object, message: string) => void };
  readonly firstPauseMs?: number;
};

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;
// Who ran so long had a good start: what ended it is no reason to wait.
const GOOD_RUN_MS = 60_000;
const PATIENCE_MS = 10_000;

/**
 * Keeps a process running that has the warehouse: its memory and its crashes are not the shop's. When it ends it is started
 * again, after a pause that doubles up to a minute while it does not get far.
 */
export function keepOwner({
  program,
  environment,
  log,
  firstPauseMs = FIRST_PAUSE_MS,
}: KeepOptions): OwnerProcess {
  const [file, ...words] = program;
  let child: ChildProcess | undefined;
  let next: NodeJS.Timeout | undefined;
  let isClosing = false;
  let pauseMs = firstPauseMs;
  const start = () => {
    const began = performance.now();
    // Its own end is heard of by the channel: it goes with this process, however that ends.
    child = fork(file, words, { env: environment, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.once('exit', (code, signal) => {
      child = undefined;
      if (isClosing) return;
      pauseMs =
        performance.now() - began > GOOD_RUN_MS ? firstPauseMs : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      log.warn({ code, signal, pauseMs }, 'the process of the warehouse ended; it is started again');
      next = setTimeout(start, pauseMs);
    });
  };
  start();
  return {
    pid: () => child?.pid,
    close: async () => {
      isClosing = true;
      clearTimeout(next);
      if (child === undefined) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const impatient = setTimeout(() => child?.kill('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(impatient);
    },
  };
}
