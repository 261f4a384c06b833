// A process that runs test files one after the other, as its parent names them. What they import is read once and stays
// warm; each has hooks of its own. A file ends when nothing of it is left to wait for.
import { resolve } from 'node:path';
import { run } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import type { Failure, Outcome, Told } from './outcome.ts';

/** From the parent. */
export type Order = { readonly root: string; readonly file: string };
/** To the parent: which test has begun, and in the end what became of all. */
export type Report = { readonly began: string } | { readonly outcome: Outcome; readonly memoryBytes: number };

const report = (what: Report) => process.send?.(what);

process.on('message', async ({ root, file }: Order) => {
  // The parent's next word must not keep this file from ending.
  process.channel?.unref();
  const outcome = await runFile(root, file);
  process.channel?.ref();
  report({ outcome, memoryBytes: process.memoryUsage.rss() });
});

async function runFile(root: string, file: string): Promise<Outcome> {
  const [passed, failures]: [Told[], Failure[]] = [[], []];
  const [skipped, notes, stray]: [string[], string[], string[]] = [[], [], []];
  const [began, processor] = [performance.now(), process.cpuUsage()];
  const path: string[] = [];
  const full = resolve(root, file);
  process.exitCode = undefined;
  for await (const { type, data } of run({ files: [full], isolation: 'none' })) {
    if (type === 'test:dequeue') report({ began: data.name });
    if (type === 'test:diagnostic') (data.file ? notes : stray).push(data.message);
    if (type === 'test:start') path.splice(data.nesting, path.length, data.name);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const name = [...path.slice(0, data.nesting), data.name].join(' › ');
    if (data.skip !== undefined || data.todo !== undefined) skipped.push(name);
    else if (type === 'test:fail') failures.push(...failureOf(name, data.details.error));
    else if (data.details.type !== 'suite') passed.push({ name, ms: data.details.duration_ms });
  }
  if (failures.length === 0) failures.push(...(await failureOutside(full, passed, stray)));
  const { user, system } = process.cpuUsage(processor);
  const ms = performance.now() - began;
  return { file, passed, failures, skipped, notes, ms, processorMs: (user + system) / 1000 };
}

/** A group fails with what is in it, which is said by itself. */
function failureOf(name: string, error: Error & { failureType?: string }): Failure[] {
  if (error.failureType === 'subtestsFailed') return [];
  return [{ name, error: inspect(error.cause ?? error, { depth: 8 }) }];
}

/** What went wrong and is no test's: Node's runner says it beside the tests, or not at all. */
async function failureOutside(
  full: string,
  passed: readonly Told[],
  stray: readonly string[],
): Promise<Failure[]> {
  const name = 'outside of its tests';
  // A file without tests is given one of its own name.
  if (passed.some((test) => test.name === full)) return [{ name, error: 'It has no tests' }];
  if (process.exitCode !== undefined) return [{ name, error: stray.join('\n') }];
  try {
    // It was evaluated already: this only asks what came of it.
    await import(pathToFileURL(full).href);
    return [];
  } catch (error) {
    return [{ name, error: inspect(error) }];
  }
}
