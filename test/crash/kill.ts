import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const ROOT = join(import.meta.dirname, '../..');

export type Deed =
  | 'checkout'
  | 'capture'
  | 'settle'
  | 'cancel'
  | 'refund'
  /** Another address that costs more is paid. */
  | 'supplement'
  /** It is paid when the proposal has ended. */
  | 'late_supplement'
  | 'recover';

export type Victim = {
  readonly database: string;
  readonly deed: Deed;
  /** The cart's token, or the id of the order or payment. */
  readonly subject: string;
  readonly methodId: string;
};

export type Point = { readonly at: number; readonly when: 'before' | 'after' };

export type Killer = {
  /**
   * Lets a process do the deed, and kills it at a point of it.
   *
   * @returns how many points the deed has, when it was let live; `undefined` when it was killed
   */
  readonly run: (victim: Victim, point?: Point) => Promise<number | undefined>;
  readonly close: () => Promise<void>;
};

/** The victim's program in one file, without what it never calls: it starts in a third of the time, a hundred times. */
export async function openKiller(): Promise<Killer> {
  // Where packages are found from it.
  const file = join(ROOT, 'node_modules', `.crash-victim-${process.pid}.mjs`);
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'victim.ts'),
    platform: 'node',
    external: [/^[^./]/],
    treeshake: { moduleSideEffects: (id) => id.includes('/test/crash/') },
  });
  // What is loaded with its first use is in the same file.
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
  return { run: (victim, point) => run(file, victim, point), close: () => rm(file, { force: true }) };
}

async function run(file: string, victim: Victim, point: Point | undefined): Promise<number | undefined> {
  const { database, deed, subject, methodId } = victim;
  const socketFolder = process.env['INSTITOR_TEST_SOCKET'] ?? '';
  const crash = point === undefined ? {} : { CRASH_AT: String(point.at), CRASH_WHEN: point.when };
  const child = spawn(process.execPath, [file, socketFolder, database, deed, subject, methodId], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/crash'),
      ...crash,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (bytes: Buffer) => {
    printed += bytes.toString();
  });
  const [code, signal]: unknown[] = await once(child, 'close');
  if (signal === 'SIGKILL') return undefined;
  if (code !== 0) throw new Error(`the process ended by itself with ${String(code)}`);
  return Number(printed);
}
