import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const PACKAGE = join(import.meta.dirname, '../../../package.json');
const own = z.object({ version: z.string() });

/** Of this program. */
export async function readVersion(): Promise<string> {
  return own.parse(JSON.parse(await readFile(PACKAGE, 'utf8'))).version;
}
