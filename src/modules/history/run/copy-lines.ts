import { Readable } from 'node:stream';
import type { Copy } from '../../../platform/database/index.ts';
import type { LineDraft } from '../history-line.ts';

const STATEMENT = `copy history.line (import_id, line, document, kind, class, happened_at, day, customer, sku, title,
  quantity, unit_price, amount, currency, country, cancels) from stdin`;
const CHUNK_CHARACTERS = 65_536;

/** Copies lines in; returns when PostgreSQL has them all. */
export async function copyLines(
  copy: Copy,
  importId: number,
  lines: AsyncIterable<readonly LineDraft[]>,
): Promise<void> {
  await copy(STATEMENT, Readable.from(chunks(importId, lines), { objectMode: true, highWaterMark: 2 }));
}

async function* chunks(
  importId: number,
  batches: AsyncIterable<readonly LineDraft[]>,
): AsyncIterable<Buffer> {
  let text = '';
  for await (const lines of batches) {
    for (const line of lines) {
      text += copyRow(importId, line);
      if (text.length < CHUNK_CHARACTERS) continue;
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text);
}

/** A row in COPY's text format (PostgreSQL, COPY, file formats). */
export function copyRow(importId: number, line: LineDraft): string {
  const cells = [
    ...[importId, line.line, escaped(line.document), line.kind, line.class, line.happenedAt, line.day],
    ...[escaped(line.customer), escaped(line.sku), escaped(line.title), line.quantity],
    ...[line.unitPriceMillionths, line.amountMillionths, line.currency, escaped(line.country)],
    escaped(line.cancels),
  ];
  return `${cells.join('\t')}\n`;
}

const SPECIAL = /[\\\t\n\r\0]/g;
const WRITTEN: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** PostgreSQL's text has no zero bytes, and nobody wrote any. */
function escaped(text: string | undefined): string {
  if (text === undefined) return '\\N';
  return text.replace(SPECIAL, (one) => WRITTEN[one] ?? '');
}
