import type { Db } from '../../../platform/database/index.ts';
import { readShop } from '../../markets/index.ts';
import { attentionOf } from '../attention.ts';
import type { Ground } from '../kind.ts';
import { readSetting, type Setting } from '../mandate/store.ts';

/** What holds for the shop as a whole at this moment. */
export async function readGround(db: Db, now: Temporal.Instant): Promise<Ground & Pick<Setting, 'stopped'>> {
  const [shop, { economics: said, stopped }] = await Promise.all([readShop(db), readSetting(db)]);
  const { timeZone: zone, defaultCurrency: currency } = shop;
  const economics = { ...said, attentionMinor: attentionOf(said, currency) };
  return { now, zone, today: now.toZonedDateTimeISO(zone).toPlainDate(), currency, economics, stopped };
}
