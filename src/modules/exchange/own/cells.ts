import { z } from 'zod';
import type { AttributeValue } from '../../catalog/index.ts';
import { readList, writeList } from '../values/list.ts';

/** A record of texts as one JSON cell with its keys in order, '' when it is empty. */
export function writeFields(fields: Readonly<Record<string, string>>): string {
  const entries = Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? '' : JSON.stringify(Object.fromEntries(entries));
}

const FIELDS = z.record(z.string(), z.string());

/** What `writeFields` wrote, or undefined when the cell is no JSON object of texts. */
export function readFields(cell: string): Readonly<Record<string, string>> | undefined {
  if (cell.trim() === '') return {};
  try {
    const parsed = FIELDS.safeParse(JSON.parse(cell));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function writeAttribute(value: AttributeValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'object') return writeList(value, ',');
  return String(value);
}

export function writeComponents(
  parts: readonly { readonly sku: string; readonly quantity: number }[],
): string {
  return writeList(
    parts.map(({ sku, quantity }) => `${quantity} × ${sku}`),
    ';',
  );
}

/** `2 × CUP; 1 × POT`, also with an x. */
export function readComponents(cell: string): { sku: string; quantity: number }[] | undefined {
  const parts: { sku: string; quantity: number }[] = [];
  for (const part of readList(cell, ';')) {
    const match = /^(\d{1,6})\s*[×x]\s*(.+)$/s.exec(part);
    if (!match) return undefined;
    parts.push({ quantity: Number(match[1]), sku: match[2] ?? '' });
  }
  return parts;
}

type Download = {
  readonly source: string;
  readonly name: string;
  readonly downloadLimit: number | undefined;
  readonly expiryDays: number | undefined;
};

export function writeDownloads(files: readonly Download[]): string {
  return writeList(
    files.map(({ name, source, downloadLimit, expiryDays }) =>
      writeList([name, source, String(downloadLimit ?? '-'), String(expiryDays ?? '-')], '|'),
    ),
    ';',
  );
}

/** `Manual | https://… | 5 | 30; …`: name, source, downloads at most, days at most; `-` is no limit. */
export function readDownloads(cell: string): Download[] | undefined {
  const files: Download[] = [];
  for (const part of readList(cell, ';')) {
    const [name, source, limit = '-', days = '-'] = readList(part, '|');
    if (name === undefined || source === undefined || !/^(-|\d+)$/.test(limit) || !/^(-|\d+)$/.test(days))
      return undefined;
    const number = (text: string) => (text === '-' ? undefined : Number(text));
    files.push({ name, source, downloadLimit: number(limit), expiryDays: number(days) });
  }
  return files;
}
