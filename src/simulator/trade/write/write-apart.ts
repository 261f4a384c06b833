import { fork } from 'node:child_process';
import type { Connection } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import type { Truths } from '../truths.ts';
import type { WriteInput, Written } from './write-past.ts';

/** Writes a past, as `writePast` does. */
export type WritePast = (
  deps: { readonly connection: Connection; readonly files: FileStore },
  input: WriteInput,
) => Promise<Written | undefined>;

type Asked = {
  readonly seed: number;
  readonly lastDay: string;
  readonly now: string;
  readonly truths: Truths | undefined;
  readonly eventsAtOnce: number | undefined;
};
type Progress = { readonly done: number; readonly total: number };
type Said =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'written'; readonly written: Written | undefined }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Writes a past in a process that ends with it: what drawing eighteen months takes of memory would otherwise stay the shop's.
 * Progress is told here, and what is stopped here ends there; a process that breaks off fails the work, which is tried again.
 *
 * @param program what runs `writeForShop`, with its words
 */
export function writeApart({
  program: [file, ...words],
  environment,
}: {
  readonly program: readonly [file: string, ...words: string[]];
  readonly environment: NodeJS.ProcessEnv;
}): WritePast {
  return (_, { past, truths, eventsAtOnce, now, report }) =>
    new Promise((resolve, reject) => {
      const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const;
      const child = fork(file, words, { env: environment, stdio: [...stdio], serialization: 'advanced' });
      const fail = (error: unknown) => {
        child.kill('SIGKILL');
        reject(error);
      };
      child.on('message', (said: Said) => {
        if (said.kind === 'written') resolve(said.written);
        else if (said.kind === 'failed') fail(new Error(said.message));
        else report(said.progress).then((goesOn) => child.send({ goesOn }), fail);
      });
      child.once('error', reject);
      // After an answer this changes nothing.
      child.once('exit', (code, signal) =>
        reject(new Error(`the process that writes the past ended with ${signal ?? code}`)),
      );
      const [lastDay, moment] = [past.lastDay.toString(), now.toString()];
      child.send({ seed: past.seed, lastDay, now: moment, truths, eventsAtOnce } satisfies Asked);
    });
}

/** What the program of `writeApart` does: writes the past that it is asked for, and says so. */
export async function writeForShop(deps: Parameters<WritePast>[0]): Promise<void> {
  // Whose shop is gone leaves everything as it is; the shop decides what an interrupt ends.
  const leave = () => process.exit(1);
  process.once('disconnect', leave);
  process.on('SIGINT', () => undefined);
  const said = await heard<Asked>();
  const { writePast } = await import('./write-past.ts');
  const { truths, eventsAtOnce } = said;
  try {
    const written = await writePast(deps, {
      past: { seed: said.seed, lastDay: Temporal.PlainDate.from(said.lastDay) },
      now: Temporal.Instant.from(said.now),
      ...(truths === undefined ? {} : { truths }),
      ...(eventsAtOnce === undefined ? {} : { eventsAtOnce }),
      report: async (progress) => {
        const answer = heard<{ readonly goesOn: boolean }>();
        say({ kind: 'progress', progress });
        return (await answer).goesOn;
      },
    });
    say({ kind: 'written', written });
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
  process.off('disconnect', leave);
  process.disconnect?.();
}

function heard<Message>(): Promise<Message> {
  return new Promise((resolve) => process.once('message', (message: Message) => resolve(message)));
}

function say(said: Said): void {
  process.send?.(said);
}
