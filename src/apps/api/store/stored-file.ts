import type { AssetId } from '../../../modules/media/index.ts';
import type { FileAnswer } from '../../../platform/api/index.ts';
import type { OpenFile } from '../deps.ts';

/** A stored file as it is sent: under its own name, or the one that it was sold by. */
export async function storedFile(openFile: OpenFile, id: AssetId, name?: string): Promise<FileAnswer> {
  const file = await openFile(id);
  if (file === undefined) throw new Error(`the file ${id} that an order names is not there`);
  return { ok: true, file: { name: name ?? file.fileName, content: file.stream } };
}
