import { ok, parseId } from '../../../../kernel/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import type { Caller, Handlers } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { todayEndpoints } from '../contract/today.ts';
import type { AdminDeps } from '../deps.ts';
import { may } from '../may.ts';
import { mentionsPart, PARTS, type Part } from './today-parts.ts';
import { readSalesToday } from './today-sales.ts';

export function todayHandlers({ reads }: AdminDeps): Handlers<typeof todayEndpoints> {
  return {
    readToday: async ({ caller, now }) => {
      const allowed = PARTS.filter(({ permission }) => may(caller, permission));
      const [sales, ...parts] = await Promise.all([
        may(caller, 'orders:read') ? salesOf(reads, now) : undefined,
        ownMentions(reads, caller),
        ...allowed.map(({ read }) => read(reads, now)),
      ]);
      return ok({ parts: parts.flat().filter(({ count }) => count > 0), sales });
    },
  };
}

async function salesOf(db: Db, now: Temporal.Instant) {
  const { timeZone } = await readShop(db);
  return readSalesToday(db, { now, timeZone });
}

/** Notes that name whoever asks, of orders that they may read. */
async function ownMentions(db: Db, caller: Caller): Promise<Part[]> {
  const memberId = caller.kind === 'staff' && may(caller, 'orders:read') ? parseId(caller.id) : undefined;
  return memberId === undefined ? [] : [await mentionsPart(db, memberId)];
}
