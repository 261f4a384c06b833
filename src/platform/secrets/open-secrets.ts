import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseKeys } from './parse-keys.ts';
import { KEY_BYTES, type Secrets, withKeys } from './seal.ts';

/**
 * The shop's secrets under the keys of SECRET_KEY, or of the file `secret.key` in the data folder, which is made when
 * neither is there. To change the key, write the new one in front of the old one (a comma or a new line between) and
 * remove the old one when everything was sealed anew.
 *
 * Processes on several machines need SECRET_KEY: each would make a file of its own.
 */
export async function openSecrets(options: {
  readonly keys: string | undefined;
  readonly folder: string;
}): Promise<Secrets> {
  const text = options.keys ?? (await readOrMake(options.folder));
  const keys = parseKeys(text);
  if (!keys)
    throw new Error(`${join(options.folder, 'secret.key')} holds no keys of ${KEY_BYTES} bytes in base64`);
  return withKeys(keys);
}

/** The text of the keys as they are kept: of SECRET_KEY, or of `secret.key`; `undefined` when neither is there. */
export async function readKeyText(options: {
  readonly keys: string | undefined;
  readonly folder: string;
}): Promise<string | undefined> {
  return options.keys ?? (await readIfThere(join(options.folder, 'secret.key')));
}

async function readOrMake(folder: string): Promise<string> {
  const file = join(folder, 'secret.key');
  const known = await readIfThere(file);
  if (known !== undefined) return known;
  await mkdir(folder, { recursive: true });
  // Complete before it has its name, and never over another process's that was quicker.
  const draft = join(folder, `.secret.key.${randomUUID()}`);
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
  return readFile(file, 'utf8');
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
