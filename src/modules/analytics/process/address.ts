import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const ADDRESS_FILE = 'address';

/** Where the process that has the warehouse of this folder answers, or answered last; `undefined`: never. */
export async function readAddress(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, ADDRESS_FILE), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
