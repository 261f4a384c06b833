import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportProducts,
  type NamedAsset,
} from '../../modules/exchange/index.ts';
import { openOriginal } from '../../modules/media/index.ts';
import type { TransferDeps } from './import-command.ts';

const USAGE = `institor export products [FILE] [--format ${EXPORT_FORMATS.join('|')}] [--pictures FOLDER]
  Without FILE the products are written to the output.
  --pictures writes the pictures and downloads that have no address of their own into a folder, for
  \`institor import products FILE --images FOLDER\` in another shop.
`;

/**
 * `institor export products [FILE]`: the file is there whole or not at all. Returns 0, or 2 for wrong
 * arguments.
 */
export async function exportProductsCommand(deps: TransferDeps, args: string[]): Promise<number> {
  const wanted = wantedOf(args);
  if (wanted === undefined) {
    deps.out.write(USAGE);
    return 2;
  }
  const { file, format, pictures } = wanted;
  const { db } = deps.connection;
  const folder = pictures === undefined ? undefined : await pictureFolder(deps, pictures);
  const options = { format, signal: deps.signal, ...(folder === undefined ? {} : { onAssets: folder.add }) };
  if (file === '') {
    await exportProducts(db, (text) => writeTo(deps.out, text), options);
    return 0;
  }
  const partial = `${file}.part`;
  const stream = createWriteStream(partial);
  try {
    const count = await exportProducts(db, (text) => writeTo(stream, text), options);
    stream.end();
    await finished(stream);
    await rename(partial, file);
    deps.out.write(`${count} products written to ${file}\n`);
    if (folder !== undefined)
      deps.out.write(`${folder.count()} pictures and downloads written to ${pictures}\n`);
    return 0;
  } catch (error) {
    stream.destroy();
    await rm(partial, { force: true });
    if (!deps.signal.aborted) throw error;
    deps.out.write('Stopped; nothing was written.\n');
    return 1;
  }
}

type Wanted = {
  /** '' is the output. */
  readonly file: string;
  readonly format: ExportFormat;
  readonly pictures: string | undefined;
};

function wantedOf(args: string[]): Wanted | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { format: { type: 'string', default: 'institor' }, pictures: { type: 'string' } },
    });
    const format = EXPORT_FORMATS.find((name) => name === values.format);
    if (positionals.length > 1 || format === undefined) return undefined;
    return { file: positionals[0] ?? '', format, pictures: values.pictures };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function pictureFolder({ connection, files }: TransferDeps, folder: string) {
  await mkdir(folder, { recursive: true });
  const written = new Set<string>();
  const add = async (assets: readonly NamedAsset[]): Promise<void> => {
    for (const { assetId, fileName } of assets) {
      if (written.has(assetId)) continue;
      const original = await openOriginal({ db: connection.db, files }, assetId);
      if (original === undefined) continue;
      // Media keeps plain names only; were it ever otherwise, nothing is written outside the folder.
      await pipeline(original.stream, createWriteStream(join(folder, basename(fileName))));
      written.add(assetId);
    }
  };
  return { add, count: () => written.size };
}

async function writeTo(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
