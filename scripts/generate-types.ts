// Writes src/platform/database/schema.ts from a freshly migrated database. `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeSchema } from '../src/platform/database/describe-schema.ts';
import { withScratchDatabase } from '../test/scratch-database.ts';

const FILE = join(import.meta.dirname, '../src/platform/database/schema.ts');

const text = await withScratchDatabase((client) => describeSchema(client));
const isCheck = process.argv.includes('--check');
if (!isCheck) await writeFile(FILE, text);
if (isCheck && (await readFile(FILE, 'utf8')) !== text) {
  console.error('src/platform/database/schema.ts does not match the migrations: run npm run types');
  process.exitCode = 1;
}
