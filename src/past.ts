import type { Config } from './platform/config/index.ts';
import { openBackstage } from './platform/open.ts';
import { writeForShop } from './simulator/trade/write/write-apart.ts';

/** The process that writes the demo shop's past for the shop that started it: `write-past`, which is nobody's command. */
export async function writePastForShop(config: Config): Promise<number> {
  const backstage = await openBackstage(config);
  try {
    await writeForShop(backstage);
    return 0;
  } finally {
    await backstage.close();
  }
}
