import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { BrokenFile } from '../issue.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How many bytes at the start of a file decide its encoding and delimiter. */
export const SAMPLE_BYTES = 65_536;

/**
 * The encoding of a file that begins with `sample`: by its byte order mark, else by where its zero bytes are,
 * else UTF-8 when it is valid, else Windows-1252, in which Excel saves "CSV" on a western desktop.
 */
export function detectEncoding(sample: Uint8Array): Encoding {
  const [first, second, third] = sample;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = zeroShares(sample);
  if (zeros.odd > 0.3 && zeros.even < 0.05) return 'utf-16le';
  if (zeros.even > 0.3 && zeros.odd < 0.05) return 'utf-16be';
  return isUtf8(withoutCutCharacter(sample)) ? 'utf-8' : 'windows-1252';
}

/** Throws when the bytes are of a kind that people mistake for CSV: a workbook, an archive, a picture. */
export function refuseBinary(sample: Uint8Array): void {
  const magic = Buffer.from(sample.subarray(0, 4)).toString('latin1');
  if (magic === 'PK\x03\x04') {
    throw new BrokenFile('not_text', 'This is a zip archive or an Excel workbook. Save it as CSV first.');
  }
  if (magic.startsWith('\xd0\xcf\x11\xe0')) {
    throw new BrokenFile('not_text', 'This is an old Excel workbook (.xls). Save it as CSV first.');
  }
  if (magic.startsWith('\x1f\x8b')) {
    throw new BrokenFile('not_text', 'This file is compressed with gzip. Unpack it first.');
  }
}

/**
 * The text of `bytes`, without a byte order mark. A file that began as UTF-8 but is not, later on, throws:
 * its letters would be damaged for good if it went on.
 */
export async function* decode(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncIterable<string> {
  const decoder = encoding === 'utf-8' ? strictUtf8() : iconvDecoder(encoding);
  for await (const chunk of bytes) {
    const text = checked(decoder.write(chunk));
    if (text !== '') yield text;
  }
  const rest = checked(decoder.end());
  if (rest !== '') yield rest;
}

type Decoder = { write(chunk: Uint8Array): string; end(): string };

function strictUtf8(): Decoder {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const guarded = (decodeNext: () => string): string => {
    try {
      return decodeNext();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new BrokenFile(
        'not_utf8',
        'The file begins as UTF-8, but a later part of it is not valid UTF-8.',
      );
    }
  };
  return {
    write: (chunk) => guarded(() => decoder.decode(chunk, { stream: true })),
    end: () => guarded(() => decoder.decode()),
  };
}

function iconvDecoder(encoding: Encoding): Decoder {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  return { write: (chunk) => decoder.write(Buffer.from(chunk)), end: () => decoder.end() ?? '' };
}

function checked(text: string): string {
  if (!text.includes('\0')) return text;
  throw new BrokenFile('not_text', 'The file contains zero bytes: it is not a text file.');
}

function zeroShares(sample: Uint8Array): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = Math.max(1, sample.length / 2);
  return { even: even / half, odd: odd / half };
}

// A sample that ends inside a character of up to four bytes is still UTF-8: the cut character is left out.
function withoutCutCharacter(sample: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, sample.length); back += 1) {
    const byte = sample[sample.length - back] ?? 0;
    if (byte < 0x80) return sample;
    if (byte >= 0xc0) {
      const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return wanted > back ? sample.subarray(0, sample.length - back) : sample;
    }
  }
  return sample;
}
