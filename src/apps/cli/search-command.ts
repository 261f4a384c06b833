import { rebuildDocuments, zeroResults } from '../../modules/search/index.ts';
import type { CommandContext } from './command.ts';

/** Makes every search document anew; running shops follow as it goes. */
export async function rebuildCommand({ open, out, isTerminal }: CommandContext): Promise<number> {
  const { connection } = await open();
  const started = performance.now();
  let count = 0;
  await rebuildDocuments(connection, {
    progress: (done) => {
      count = done;
      if (isTerminal) out.write(`\r${done} documents`);
    },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  out.write(`${isTerminal ? '\r' : ''}${count} documents in ${seconds} s\n`);
  return 0;
}

/** Prints what was searched for without a hit, most often first. */
export async function missesCommand(context: CommandContext, args: readonly string[]): Promise<number> {
  const days = args[0] === '--days' ? Number(args[1]) : 30;
  if (!Number.isInteger(days) || days < 1 || days > 3_650) {
    context.out.write('usage: institor search misses [--days N]   (1 to 3650)\n');
    return 2;
  }
  const { connection } = await context.open();
  const since = Temporal.Now.instant().subtract({ hours: days * 24 });
  const misses = await zeroResults(connection.db, { since, limit: 50 });
  if (misses.length === 0) context.out.write(`Nothing was searched for in vain in ${days} days.\n`);
  for (const { query, locale, count } of misses)
    context.out.write(`${String(count).padStart(6)}  ${locale}  ${query}\n`);
  return 0;
}
