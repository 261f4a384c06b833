import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after } from 'node:test';
import { currencyOf, localeOf } from '../../kernel/index.ts';
import type { Connection } from '../../platform/database/index.ts';
import { folderStore } from '../../platform/files/index.ts';
import { saveMarket, saveShop, saveStorefront } from '../markets/index.ts';
import {
  exportProducts,
  type ImportOptions,
  type ImportRun,
  type Issue,
  openPictures,
  readIssues,
  runImport,
  startImport,
} from './index.ts';

export const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');

/**
 * A shop in a test's own database: an English one in euros, also shown in German, and with a market in
 * dollars.
 */
export async function openTestShop({ db }: Connection) {
  const folder = await mkdtemp(join(tmpdir(), 'institor-exchange-'));
  after(() => rm(folder, { recursive: true, force: true }));
  const files = folderStore(folder);
  await saveTestShop(db);
  const deps = { db, files, pictures: await openPictures({ db, files }, undefined) };
  const bring = async (
    text: string | Buffer,
    options: ImportOptions & { readonly isDryRun?: boolean } = {},
  ): Promise<{ readonly run: ImportRun; readonly issues: readonly Issue[] }> => {
    const { isDryRun = false, ...rest } = options;
    const stream = Readable.from([Buffer.from(text)]);
    const runId = await startImport(deps, {
      fileName: 'test.csv',
      stream,
      options: rest,
      isDryRun,
      now: NOW,
    });
    const run = await runImport(deps, { runId, now: NOW });
    const issues = await readIssues(db, runId, { limit: 1_000 });
    return { run, issues: issues.map(({ issue }) => issue) };
  };
  const exportText = async (): Promise<string> => {
    let text = '';
    await exportProducts(db, async (part) => {
      text += part;
    });
    return text;
  };
  return { db, deps, folder, bring, exportText };
}

async function saveTestShop(db: Connection['db']): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await saveShop(tx, {
      name: 'Test',
      tagline: '',
      legalName: 'Test Ltd',
      email: 'shop@example.com',
      phone: '',
      postalAddress: '1 Test St',
      country: '',
      vatId: '',
      baseUrl: '',
      timeZone: 'UTC',
      defaultCurrency: currencyOf('EUR'),
      defaultLocale: localeOf('en'),
      template: 'atelier',
    });
    const eu = {
      code: 'eu',
      name: 'Europe',
      countries: ['DE', 'FR'],
      currency: currencyOf('EUR'),
      pricesIncludeTax: true,
      position: 0,
    };
    await saveMarket(tx, eu);
    await saveMarket(tx, {
      ...eu,
      code: 'us',
      name: 'International',
      countries: ['US'],
      currency: currencyOf('USD'),
      position: 1,
    });
    await saveStorefront(tx, { prefix: '', market: 'eu', locale: localeOf('en'), position: 0 });
    await saveStorefront(tx, { prefix: 'de', market: 'eu', locale: localeOf('de'), position: 1 });
  });
}
