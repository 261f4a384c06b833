import { SaxesParser } from 'saxes';
import { BrokenFile } from '../issue.ts';
import { MAX_COLUMNS, MAX_RECORD_CHARACTERS, type Row } from './csv.ts';

/**
 * The entries of a Google Merchant feed (RSS 2.0 `item` or Atom `entry`, names with or without the `g:`
 * prefix) as rows. Columns are found as they come, so `names` is complete only at the end. A repeated element
 * is joined with commas and a nested one with colons, as in the tab-separated form of the feed. A document
 * type is refused, so there are no entities to expand (CWE-611, CWE-776).
 */
export async function* readFeed(text: AsyncIterable<string>, names: string[]): AsyncIterable<readonly Row[]> {
  const places = new Map<string, number>();
  let rows: Row[] = [];
  const reader = entryReader((entry, line) => rows.push({ line, cells: cellsOf(entry, names, places) }));
  for await (const chunk of text) {
    reader.write(chunk);
    if (rows.length > 0) yield rows;
    rows = [];
  }
  reader.close();
  if (rows.length > 0) yield rows;
}

type Entry = Map<string, string[]>;

function cellsOf(entry: Entry, names: string[], places: Map<string, number>): string[] {
  for (const name of entry.keys()) {
    if (places.has(name)) continue;
    if (names.length >= MAX_COLUMNS) {
      throw new BrokenFile('too_many_columns', `The feed has more than ${MAX_COLUMNS} kinds of elements.`);
    }
    places.set(name, names.length);
    names.push(name);
  }
  const cells = names.map(() => '');
  for (const [name, values] of entry) cells[places.get(name) ?? 0] = values.join(',');
  return cells;
}

type Parser = { write(chunk: string): void; close(): void };

function entryReader(found: (entry: Entry, line: number) => void): Parser {
  const parser = new SaxesParser({ xmlns: false });
  const open: { name: string; parts: string[] }[] = [];
  let entry: Entry | undefined;
  let entryLine = 0;
  let entryDepth = 0;
  let size = 0;
  let entries = 0;
  const broken = (code: string, message: string): BrokenFile => new BrokenFile(code, message, parser.line);
  parser.on('error', (error) => {
    throw broken('bad_xml', `The feed is not well-formed XML: ${error.message}`);
  });
  parser.on('doctype', () => {
    throw broken('doctype_refused', 'The feed declares a document type, which could hide entities.');
  });
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    open.push({ name, parts: [] });
    if (open.length > 32) throw broken('bad_xml', 'The feed nests elements more than 32 deep.');
    if (entry !== undefined || (name !== 'item' && name !== 'entry')) return;
    entry = new Map();
    entryLine = parser.line;
    entryDepth = open.length;
    size = 0;
    entries += 1;
    const link = tag.attributes['href'];
    if (typeof link === 'string') entry.set('link', [link]);
  });
  const addText = (text: string): void => {
    if (entry === undefined) return;
    size += text.length;
    if (size > MAX_RECORD_CHARACTERS)
      throw broken('row_too_long', 'An entry of the feed is longer than 1 MB.');
    open.at(-1)?.parts.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', (tag) => {
    const closed = open.pop();
    if (entry === undefined || closed === undefined) return;
    if (open.length < entryDepth) {
      found(entry, entryLine);
      entry = undefined;
      return;
    }
    const value = closed.parts.join('').trim();
    const href = tag.attributes['href'];
    if (open.length > entryDepth)
      open.at(-1)?.parts.push(open.at(-1)?.parts.some(notBlank) ? `:${value}` : value);
    else put(entry, closed.name, value === '' && typeof href === 'string' ? href : value);
  });
  return {
    write: (chunk) => void parser.write(chunk),
    close: () => {
      parser.close();
      if (entries === 0) throw broken('no_rows', 'The XML file has no item and no entry elements.');
    },
  };
}

function put(entry: Entry, name: string, value: string): void {
  const values = entry.get(name);
  if (values === undefined) entry.set(name, [value]);
  else values.push(value);
}

function notBlank(text: string): boolean {
  return text.trim() !== '';
}

// The prefix is whatever the file bound to the Google namespace, nearly always `g`.
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
