// `npm run bench`: runs the scenarios of this folder, each in its own process, and prints and keeps what they measured.
import { glob, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BenchArguments, readArguments, USAGE } from './harness/arguments.ts';
import { runInChild } from './harness/in-child.ts';
import { circumstances } from './harness/machine.ts';
import type { Figures } from './harness/scenario.ts';
import { type Summary, summarise } from './harness/summary.ts';
import { tableOf } from './harness/table.ts';

const FOLDER = import.meta.dirname;
// A scenario that took this long is not repeated: three runs of a minute are better than one lunch break.
const ENOUGH_MS = 90_000;

try {
  await bench(readArguments(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof RangeError ? `${error.message}\n${USAGE}` : error);
  process.exitCode = 1;
}

async function bench(asked: BenchArguments): Promise<void> {
  const files = await scenarioFiles();
  const unknown = asked.names.filter((name) => !files.has(name));
  if (unknown.length > 0) {
    throw new RangeError(`no scenario ${unknown.join(', ')}; there are ${[...files.keys()].join(', ')}`);
  }
  const about = circumstances();
  const { cpu, cores, memoryGb, node, commit, loadBefore } = about;
  console.log(`${cpu}, ${cores} cores, ${memoryGb} GB, Node ${node}, commit ${commit}, load ${loadBefore}`);
  if (loadBefore > cores / 2) console.log('The machine is busy: these figures will be worse than its own.');
  const results: Record<string, Record<string, Summary>> = {};
  for (const [name, file] of files) {
    if (asked.names.length > 0 && !asked.names.includes(name)) continue;
    const figures = summarise(await repeat(file, asked));
    console.log(`\n${tableOf(name, figures)}`);
    results[name] = figures;
  }
  if (asked.json === undefined) return;
  await writeFile(asked.json, `${JSON.stringify({ ...about, options: asked.options, results }, null, 2)}\n`);
}

async function repeat(file: string, asked: BenchArguments): Promise<Figures[]> {
  const runs: Figures[] = [];
  const began = performance.now();
  while (runs.length < asked.runs && (runs.length === 0 || performance.now() - began < ENOUGH_MS)) {
    runs.push(await runInChild(file, asked.options));
  }
  return runs;
}

/** Files of this folder that export a scenario, by their name without ending. */
async function scenarioFiles(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const names = await Array.fromAsync(glob('*.ts', { cwd: FOLDER }));
  for (const name of names.toSorted()) {
    const file = join(FOLDER, name);
    const isScenario = (await readFile(file, 'utf8')).includes('export const scenario');
    if (isScenario && name !== 'main.ts') found.set(basename(name, '.ts'), file);
  }
  return found;
}
