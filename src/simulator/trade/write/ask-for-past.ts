import { readShop } from '../../../modules/markets/index.ts';
import type { Connection, Db } from '../../../platform/database/index.ts';
import { BY_THE_SHOP, beginWork, type WorkId } from '../../../platform/work/index.ts';
import { noteMade } from '../../removal/store.ts';
import { SHOP } from '../../world/shop.ts';
import { pastWork } from './past-kind.ts';
import { demoBegan, insertPast, readPast } from './past-store.ts';

/** Whether this is the demo shop, with nothing before its first day yet. */
export async function isPastWanted(db: Db): Promise<boolean> {
  if ((await demoBegan(db)) === undefined || (await readPast(db)) !== undefined) return false;
  return (await readShop(db)).name === SHOP.name;
}

/** Puts the past of the demo shop in line, once; it ends on the day before the shop was opened, in the shop's zone. */
export async function askForPast(
  { db }: Connection,
  { seed, now }: { readonly seed: number; readonly now: Temporal.Instant },
): Promise<WorkId | undefined> {
  if (!(await isPastWanted(db))) return undefined;
  return db.transaction().execute(async (tx) => {
    const began = (await demoBegan(tx)) ?? now;
    const { timeZone } = await readShop(tx);
    const lastDay = began.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 });
    if (!(await insertPast(tx, { seed, lastDay, now }))) return undefined;
    await noteMade(tx, [{ kind: 'past', key: 'past', print: 'past' }]);
    const about = { title: 'Eighteen months of the demo shop', startedBy: BY_THE_SHOP, payload: {}, now };
    return beginWork(tx, pastWork, about);
  });
}
