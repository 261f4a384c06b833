// A process that has a warehouse of one order: what `keepOwner` keeps running in tests. Its words: the folder.
import { withKeys } from '../../../platform/secrets/index.ts';
import { openOwner } from '../process/owner.ts';
import { anEntry, anOrder, plantedSources } from './planted.ts';

const [folder = ''] = process.argv.slice(2);
const planted = plantedSources(folder);
planted.orders.set('a', anOrder({ orderId: 'a' }));
planted.entries.push(
  anEntry({ orderId: 'a', at: '2026-11-20T12:00:00Z', grossMinor: 9_007_199_254_740_993n }),
);
process.once('disconnect', () => process.exit(1));
const owner = await openOwner({
  ...{ folder, sources: planted.sources, readLedger: async function* () {}, readZone: async () => 'UTC' },
  ...{ secrets: withKeys([Buffer.alloc(32, 7)]), memoryMb: 128, host: '127.0.0.1', port: 0, feedEveryMs: 20 },
  log: { error: (about, message) => console.error(message, about) },
});
process.once('SIGTERM', () => owner.close());
