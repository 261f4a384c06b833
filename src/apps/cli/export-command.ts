import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { exportProducts } from '../../modules/exchange/index.ts';
import type { TransferDeps } from './import-command.ts';

const USAGE = 'institor export products [FILE]   without FILE the products are written to the output';

/**
 * `institor export products [FILE]`: the file is there whole or not at all. Returns 0, or 2 for wrong
 * arguments.
 */
export async function exportProductsCommand(deps: TransferDeps, args: string[]): Promise<number> {
  const file = fileOf(args);
  if (file === undefined) {
    deps.out.write(`${USAGE}\n`);
    return 2;
  }
  const { db } = deps.connection;
  if (file === '') {
    await exportProducts(db, (text) => writeTo(deps.out, text), { signal: deps.signal });
    return 0;
  }
  const partial = `${file}.part`;
  const stream = createWriteStream(partial);
  try {
    const count = await exportProducts(db, (text) => writeTo(stream, text), { signal: deps.signal });
    stream.end();
    await finished(stream);
    await rename(partial, file);
    deps.out.write(`${count} products written to ${file}\n`);
    return 0;
  } catch (error) {
    stream.destroy();
    await rm(partial, { force: true });
    if (!deps.signal.aborted) throw error;
    deps.out.write('Stopped; nothing was written.\n');
    return 1;
  }
}

// '' is the output, undefined a mistake.
function fileOf(args: string[]): string | undefined {
  try {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    return positionals.length > 1 ? undefined : (positionals[0] ?? '');
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function writeTo(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
