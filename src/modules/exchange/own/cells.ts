import { z } from 'zod';
import type { AttributeValue } from '../../catalog/index.ts';
import type { ComponentRecord } from '../record.ts';
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

export function writeComponents(parts: readonly ComponentRecord[]): string {
  return writeList(
    parts.map((part) => `${part.quantity} × ${nameOfPart(part)}`),
    ';',
  );
}

/** `CUP`, or `product:cup|Red` for the variant Red of the product at /products/cup. */
export function nameOfPart(part: ComponentRecord): string {
  if (!('sku' in part)) return `product:${writeList([part.handle, ...part.optionValues], '|')}`;
  return /^(product|sku):/.test(part.sku) ? `sku:${part.sku}` : part.sku;
}

/** `2 × CUP; 1 × product:pot | Red`, also with an x. */
export function readComponents(cell: string): ComponentRecord[] | undefined {
  const parts: ComponentRecord[] = [];
  for (const text of readList(cell, ';')) {
    const [, number, name = ''] = /^(\d{1,6})\s*[×x]\s*(.+)$/s.exec(text) ?? [];
    if (number === undefined) return undefined;
    const quantity = Number(number);
    const [handle = '', ...optionValues] = name.startsWith('product:')
      ? readList(name.slice('product:'.length), '|')
      : [];
    parts.push(
      handle === '' ? { quantity, sku: name.replace(/^sku:/, '') } : { quantity, handle, optionValues },
    );
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
