import { Readable } from 'node:stream';
import type { Copy } from '../../../platform/database/index.ts';
import type { LineDraft } from '../history-line.ts';

const STATEMENT = `copy history.line (import_id, line, document, kind, class, happened_at, day, customer, sku, title,
  quantity, unit_price, amount, currency, country, cancels, unit_cost, reason) from stdin`;
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
  const textOf = momentText();
  let text = '';
  for await (const lines of batches) {
    for (const line of lines) {
      text += copyRow(importId, line, textOf);
      if (text.length < CHUNK_CHARACTERS) continue;
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text);
}

/** A row in COPY's text format (PostgreSQL, COPY, file formats). */
function copyRow(importId: number, line: LineDraft, textOf: MomentText): string {
  const cells = [
    ...[importId, line.line, escaped(line.document), line.kind, line.class],
    ...[textOf(line.happenedAt), textOf(line.day), escaped(line.customer), escaped(line.sku)],
    ...[escaped(line.title), line.quantity, line.unitPriceMillionths, line.amountMillionths],
    ...[line.currency, escaped(line.country), escaped(line.cancels), line.costMillionths ?? '\\N'],
    escaped(line.reason ?? ''),
  ];
  return `${cells.join('\t')}\n`;
}

type MomentText = (moment: Temporal.Instant | Temporal.PlainDate) => string;

/** Lines of one document have one moment: its text, which costs as much as the rest of the row, is kept for the next. */
function momentText(): MomentText {
  const last = new Map<string, { readonly moment: object; readonly text: string }>();
  return (moment) => {
    const kind = moment instanceof Temporal.Instant ? 'at' : 'day';
    const before = last.get(kind);
    if (before?.moment === moment) return before.text;
    const text = moment.toString();
    last.set(kind, { moment, text });
    return text;
  };
}

const SPECIAL = /[\\\t\n\r\0]/;
const EACH_SPECIAL = /[\\\t\n\r\0]/g;
const WRITTEN: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** PostgreSQL's text has no zero bytes, and nobody wrote any. */
function escaped(text: string | undefined): string {
  if (text === undefined) return '\\N';
  return SPECIAL.test(text) ? text.replace(EACH_SPECIAL, (one) => WRITTEN[one] ?? '') : text;
}
