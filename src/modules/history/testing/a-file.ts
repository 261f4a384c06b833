import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { currencyOf } from '../../../kernel/index.ts';
import type { ImportInput } from '../index.ts';
import { PLAIN } from './plain.ts';

const NOW = Temporal.Instant.from('2026-11-27T12:00:00Z');

/** Files in a folder of the test's own, each ready to be imported. */
export async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'institor-history-'));
  after(() => rm(folder, { recursive: true, force: true }));
  let count = 0;
  const fileOf = async (text: string, change: Partial<ImportInput> = {}): Promise<ImportInput> => {
    count += 1;
    const fileName = `orders-${count}.csv`;
    const path = join(folder, fileName);
    await writeFile(path, text);
    return {
      ...{ path, fileName, currency: currencyOf('GBP'), zone: 'Europe/London', isDryRun: false, now: NOW },
      ...change,
    };
  };
  /** A plain table; a row is its cells, joined by commas. */
  const plain = (rows: readonly string[], change: Partial<ImportInput> = {}) =>
    fileOf(
      `Date,Order,Customer,SKU,Title,Quantity,Price,Country\n${rows.map((row) => `${row}\n`).join('')}`,
      {
        mapping: PLAIN,
        ...change,
      },
    );
  return { folder, fileOf, plain };
}
