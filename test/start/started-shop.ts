import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const FLAGS = ['--disable-warning=ExperimentalWarning', '--import', './scripts/tsx-hook.mjs', 'src/main.ts'];
const START_LIMIT_MS = 120_000;

export type StartedShop = {
  readonly child: ChildProcess;
  readonly address: string;
  /** All that it has said so far. */
  readonly printed: () => string;
};

const running = new Set<ChildProcess>();

/** `npm start` without npm, on a data folder and port of its own; resolves when it says where it is open. */
export async function startShop(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<StartedShop> {
  const { child, printed } = runShop(folder, { PORT: '0', ...settings });
  const deadline = performance.now() + START_LIMIT_MS;
  for (;;) {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed())?.[0];
    if (address) return { child, address, printed };
    assert.ok(child.exitCode === null && performance.now() < deadline, `did not start:\n${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function runShop(folder: string, settings: Readonly<Record<string, string>>) {
  const env = { ...process.env, INSTITOR_DATA: join(folder, 'data'), LOG_LEVEL: 'warn', ...settings };
  const stdio = ['ignore', 'pipe', 'pipe'] satisfies ('ignore' | 'pipe')[];
  const child = spawn(process.execPath, [...FLAGS, 'serve'], { cwd: ROOT, env, stdio });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => {
      text += data.toString();
    });
  }
  return { child, printed: () => text };
}

export async function endShop({ child }: StartedShop, signal: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, 'exit');
  child.kill(signal);
  const [code] = await exit;
  return code;
}

/** What a failed test left open would keep its file, and its folder, alive. */
export async function endAll(): Promise<void> {
  for (const child of running) {
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }
}
