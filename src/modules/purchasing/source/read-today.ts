import type { Db } from '../../../platform/database/index.ts';
import { readShop } from '../../markets/index.ts';

/** Which day it is where the shop is: prices hold and orders are given by it. */
export async function readToday(db: Db, now: Temporal.Instant): Promise<Temporal.PlainDate> {
  const { timeZone } = await readShop(db);
  return now.toZonedDateTimeISO(timeZone).toPlainDate();
}
