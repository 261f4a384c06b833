// A reporter beside the usual one: says at the end which files took longest, to see where the suite's minutes go, and
// writes which failed, for whoever runs them again.
import { writeFileSync } from 'node:fs';

const SHOWN = 12;

/** @param {AsyncIterable<{ type: string, data: any }>} events */
// biome-ignore lint/style/noDefaultExport: node --test takes a reporter by its default export
export default async function* slowestTests(events) {
  const files = new Map();
  const whole = new Set();
  const failed = new Set();
  for await (const { type, data } of events) {
    if (type === 'test:fail' && data.file) failed.add(data.file);
    if (type !== 'test:complete' || data.nesting !== 0 || !data.file) continue;
    // A file with a process of its own is said as a test too, and that counts the start of the process.
    const isWhole = data.file.endsWith(data.name);
    if (isWhole) whole.add(data.file);
    else if (whole.has(data.file)) continue;
    files.set(data.file, (isWhole ? 0 : (files.get(data.file) ?? 0)) + data.details.duration_ms);
  }
  const to = process.env['INSTITOR_FAILED_TESTS'];
  if (to) writeFileSync(to, [...failed].join('\n'));
  if (files.size <= SHOWN) return;
  const slowest = [...files].toSorted(([, one], [, other]) => other - one).slice(0, SHOWN);
  const lines = slowest.map(
    ([file, ms]) => `  ${(ms / 1000).toFixed(1).padStart(6)} s  ${file.replace(`${process.cwd()}/`, '')}`,
  );
  yield `\nThe slowest files:\n${lines.join('\n')}\n`;
}
