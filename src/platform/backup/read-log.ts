import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type LogShape, logFolder, segmentAt, segmentName } from './log-position.ts';

/** A segment of the log, or the beginning of the one that is being written. */
export type LogPart = { readonly name: string; readonly isWhole: boolean; readonly data: Buffer };

/**
 * The log from the segment of `from` until `until`, a segment at a time. The server must be kept from removing them (a
 * replication slot), and have flushed until there.
 */
export async function* readLog(
  cluster: string,
  span: { readonly from: bigint; readonly until: bigint },
  shape: LogShape,
): AsyncIterable<LogPart> {
  const last = segmentAt(span.until, shape);
  for (let number = segmentAt(span.from, shape); number <= last; number++) {
    const name = segmentName(number, shape);
    const length = number < last ? shape.segmentBytes : span.until % shape.segmentBytes;
    // Nothing was written to it yet, and perhaps it is not there.
    if (length === 0n) return;
    const data = await readBeginning(join(logFolder(cluster), name), Number(length));
    yield { name, isWhole: number < last, data };
  }
}

async function readBeginning(place: string, length: number): Promise<Buffer> {
  const file = await open(place, 'r');
  try {
    const data = Buffer.alloc(length);
    for (let read = 0; read < length; ) {
      const { bytesRead } = await file.read(data, read, length - read, read);
      if (bytesRead === 0) throw new Error(`${place} ends before ${length} bytes`);
      read += bytesRead;
    }
    return data;
  } finally {
    await file.close();
  }
}
