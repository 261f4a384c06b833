import { readShop } from '../../modules/markets/index.ts';
import { runDueJobs } from '../../platform/jobs/index.ts';
import { pieceworkJobs, readWork } from '../../platform/work/index.ts';
import type { CommandContext } from './command.ts';

/** Says what of the demo would go and what would stay; with the shop's name it goes. */
export async function removeDemoCommand(
  context: CommandContext,
  confirmed: string | undefined,
): Promise<number> {
  const { connection, files } = await context.open();
  const { db } = connection;
  const { readDemoData, beginRemoval, removeDemo } = await import('../../simulator/index.ts');
  const say = (line: string) => context.out.write(`${line}\n`);
  const parts = await readDemoData(db);
  if (parts.length === 0) {
    say('Nothing of the demo is in this shop, as far as it was noted when it was put in.');
    return 0;
  }
  for (const { kind, goes, stays } of parts) {
    say(`${kind.padEnd(12)} ${String(goes.length).padStart(5)} go, ${stays.length} stay`);
    for (const { label, why } of stays.slice(0, 10)) say(`${' '.repeat(13)}stays: ${label} (${why})`);
  }
  say('Orders, what was posted for them, and the settings of the shop stay.');
  const { name } = await readShop(db);
  if (confirmed !== name) {
    say(`To take it out: institor seed --remove --confirm ${JSON.stringify(name)}`);
    return confirmed === undefined ? 0 : 1;
  }
  const now = Temporal.Now.instant();
  const about = { title: 'Take the demo out', startedBy: 'cli', now };
  const id = await db.transaction().execute((tx) => beginRemoval(tx, about));
  await runDueJobs({ connection, files, jobs: pieceworkJobs(removeDemo), mayFail: true });
  const work = await readWork(db, id);
  const { changed = 0, refused = 0 } = work?.result ?? {};
  say(`${changed} things went, ${refused} stayed.`);
  return work?.state === 'done' ? 0 : 1;
}
