import { ok, refuse } from '../../../../kernel/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { readDemoData } from '../../../../simulator/removal/demo-data.ts';
import { beginRemoval } from '../../../../simulator/removal/remove-demo.ts';
import { actorOf } from '../actor.ts';
import type { demoDataEndpoints } from '../contract/demo-data.ts';
import type { AdminDeps } from '../deps.ts';
import { begunWork } from './work.ts';

const EXAMPLES = 10;

export function demoDataHandlers({ reads }: Pick<AdminDeps, 'reads'>): Handlers<typeof demoDataEndpoints> {
  return {
    readDemoData: async () => {
      const [{ name: shopName }, parts] = [await readShop(reads), await readDemoData(reads)];
      return ok({
        shopName,
        parts: parts.map(({ kind, goes, stays }) => ({
          ...{ kind, goes: goes.length, stays: stays.length },
          examples: stays.slice(0, EXAMPLES).map(({ label, why }) => ({ label, why })),
        })),
      });
    },
    removeDemoData: async ({ tx, body: { shopName, title = 'Take the demo out' }, caller, now }) => {
      const { name } = await readShop(tx);
      if (shopName.trim() !== name) return refuse('other_name', `the shop is called "${name}"`, 'shopName');
      if ((await readDemoData(tx)).length === 0) return refuse('no_demo', 'nothing of the demo is left');
      return begunWork(tx, await beginRemoval(tx, { title, startedBy: actorOf(caller), now }));
    },
  };
}
