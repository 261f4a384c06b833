// A reporter beside the usual one: writes the files of tests that failed, one a line, for whoever runs them again.

/** @param {AsyncIterable<{ type: string, data: any }>} events */
// biome-ignore lint/style/noDefaultExport: node --test takes a reporter by its default export
export default async function* failedTests(events) {
  const failed = new Set();
  for await (const { type, data } of events) {
    if (type === 'test:fail' && data.file) failed.add(data.file);
  }
  for (const file of failed) yield `${file}\n`;
}
