// What the shop and its cockpit load in browsers, built in a process that ends with it: building takes a gigabyte, which the
// shop's process would keep for as long as it runs.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { buildIfNeeded, isBuilt } from './build.ts';
import { buildCockpitIfNeeded, isCockpitBuilt } from './build-cockpit.ts';

/**
 * Builds what is not built of exactly these inputs.
 *
 * @throws Error when it cannot be built; why, the build has said
 */
export async function buildApart(): Promise<void> {
  const isDone = await Promise.all([isBuilt(), isCockpitBuilt()]);
  if (isDone.every(Boolean)) return;
  const child = fork(import.meta.filename, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [code, signal] = await once(child, 'exit');
  if (code !== 0) throw new Error(`what browsers load could not be built (${signal ?? code})`);
}

if (import.meta.main) {
  await buildIfNeeded();
  await buildCockpitIfNeeded();
  process.disconnect?.();
}
