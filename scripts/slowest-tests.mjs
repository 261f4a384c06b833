// A reporter beside the usual one: says at the end which files took longest, to see where the suite's minutes go.
const SHOWN = 12;

/** @param {AsyncIterable<{ type: string, data: any }>} events */
// biome-ignore lint/style/noDefaultExport: node --test takes a reporter by its default export
export default async function* slowestTests(events) {
  const files = new Map();
  for await (const { type, data } of events) {
    if (type !== 'test:complete' || data.nesting !== 0 || !data.file) continue;
    files.set(data.file, (files.get(data.file) ?? 0) + data.details.duration_ms);
  }
  if (files.size <= SHOWN) return;
  const slowest = [...files].toSorted(([, one], [, other]) => other - one).slice(0, SHOWN);
  const lines = slowest.map(
    ([file, ms]) => `  ${(ms / 1000).toFixed(1).padStart(6)} s  ${file.replace(`${process.cwd()}/`, '')}`,
  );
  yield `\nThe slowest files:\n${lines.join('\n')}\n`;
}
