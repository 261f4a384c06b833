import { PassThrough, type Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/**
 * The content, decompressed, of at most `maxBytes`: reading stops at the first byte more, so that a small
 * body that swells when it is unpacked costs no more memory than an honest one.
 */
export async function readBody(
  body: Readable,
  encoding: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Buffer | 'too_large' | 'unknown_encoding'> {
  const unpack = unpacker(encoding.trim().toLowerCase());
  if (!unpack) return 'unknown_encoding';
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    await pipeline(
      body,
      unpack,
      async (source: AsyncIterable<Buffer>) => {
        for await (const chunk of source) {
          bytes += chunk.length;
          if (bytes > maxBytes) throw new TooLarge();
          chunks.push(chunk);
        }
      },
      { signal },
    );
  } catch (error) {
    if (error instanceof TooLarge) return 'too_large';
    throw error;
  }
  return Buffer.concat(chunks);
}

class TooLarge extends Error {}

function unpacker(encoding: string): Transform | undefined {
  if (encoding === '' || encoding === 'identity') return new PassThrough();
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding === 'deflate') return createInflate();
  return undefined;
}
