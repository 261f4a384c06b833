import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Figures, ScenarioOptions } from './scenario.ts';

const CHILD = join(import.meta.dirname, 'child.ts');
const HOOK = new URL('../../../scripts/tsx-hook.mjs', import.meta.url).href;
const LIMIT_MS = 15 * 60_000;

/**
 * Runs a scenario once in a process of its own, so that one's memory and compiled code are not another's, and adds its
 * peak memory as `peakRssMb`. After 15 minutes the process is ended and the run counts as failed.
 */
export async function runInChild(file: string, options: ScenarioOptions): Promise<Figures> {
  const child = fork(CHILD, [file, JSON.stringify(options)], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', HOOK],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    timeout: LIMIT_MS,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let figures: Figures | undefined;
  child.on('message', (message) => {
    if (isFigures(message)) figures = message;
  });
  const [code, signal] = await once(child, 'exit');
  if (figures === undefined) throw new Error(`${file} ended without figures (${code ?? signal})`);
  return figures;
}

function isFigures(message: unknown): message is Figures {
  if (typeof message !== 'object' || message === null) return false;
  return Object.values(message).every((value) => typeof value === 'number');
}
