import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { memoryFlags } from '../../../scripts/memory-flags.mjs';

const ROOT = join(import.meta.dirname, '../../..');
const OPEN_WITHIN_MS = 120_000;

export type ShopProcess = {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

/**
 * The shop as `npm start` opens it, in a process of its own, on the database that runs in `folder`. Its log is written
 * as in production and read by nobody: the disk is not what is measured.
 *
 * @param options.profileTo folder for a profile of the processor's time, for `chrome://inspect` or speedscope
 */
export async function startShop(
  folder: string,
  options: { readonly pageCacheMb: number; readonly profileTo?: string | undefined },
): Promise<ShopProcess> {
  const port = await freePort();
  const profiling = options.profileTo ? ['--cpu-prof', `--cpu-prof-dir=${options.profileTo}`] : [];
  const hook = new URL('../../../scripts/tsx-hook.mjs', import.meta.url).href;
  const shown = ['--disable-warning=ExperimentalWarning', '--import', hook];
  const flags = [...memoryFlags('start', []), ...shown, ...profiling];
  const child = spawn(process.execPath, [...flags, join(ROOT, 'src/main.ts'), 'serve'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ROLE: 'web',
      DEMO: 'false',
      PORT: String(port),
      INSTITOR_DATA: folder,
      PAGE_CACHE_MB: String(options.pageCacheMb),
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child);
  const stop = async () => {
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
  };
  return { url, pid: child.pid ?? 0, stop };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + OPEN_WITHIN_MS;
  while (child.exitCode === null && performance.now() < deadline) {
    // Refused until it listens.
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(50);
  }
  child.kill('SIGKILL');
  throw new Error(`the shop did not open at ${url} (exit code ${child.exitCode})`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
