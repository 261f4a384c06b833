// The process that has the warehouse, as far as forecasts ask it: so that its memory is not theirs, as in a shop.
import { readDemand, readDemandMarks } from '../../../src/modules/analytics/demand/read-demand.ts';
import type { Warehouse } from '../../../src/platform/warehouse/index.ts';
import { peakMb } from '../harness/peak-memory.ts';
import { makeDemandWarehouse, openDemandWarehouse, sellMore } from './demand-warehouse.ts';

const [folder = '', from = '', days = ''] = process.argv.slice(2);
let warehouse: Warehouse | undefined;

process.on('message', (text: string) => {
  const { id, ask, asked } = JSON.parse(text);
  answer(ask, asked).then(
    (value) => process.send?.(`${id} ${JSON.stringify(value ?? null)}`),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.once('disconnect', () => warehouse?.close().then(() => process.exit(0)));

type Asked = Parameters<typeof readDemand>[1];

async function answer(ask: string, asked: unknown): Promise<unknown> {
  const about = { folder, from, days: Number(days) };
  if (ask === 'make') await makeDemandWarehouse({ ...about, variantIds: asked as string[] });
  warehouse ??= await openDemandWarehouse(folder);
  if (ask === 'make') return undefined;
  if (ask === 'more') return sellMore(warehouse, about);
  if (ask === 'peak') return peakMb(process.pid);
  const given = asked as Asked;
  const span = { from: Temporal.PlainDate.from(given.from), to: Temporal.PlainDate.from(given.to) };
  return ask === 'demand_marks'
    ? readDemandMarks(warehouse, span)
    : readDemand(warehouse, { ...given, ...span });
}
