import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** A folder of this test file's own, removed when the file ends. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'institor-storefront-'));
  after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
