import { crc32 } from 'node:zlib';

/** Days since the last of 1899 in a cell that shows a day; `rich`: a text that is in pieces. */
export type SheetValue = string | number | { readonly day: number } | { readonly rich: readonly string[] };

/** A workbook (ECMA-376) with these rows on its first sheet, which is not the first of its files. */
export function aWorkbook(rows: readonly (readonly SheetValue[])[]): Buffer {
  const shared: string[] = [];
  const cell = (value: SheetValue, at: string) => {
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    if (typeof value === 'object' && 'day' in value) return `<c r="${at}" s="1"><v>${value.day}</v></c>`;
    const pieces = typeof value === 'object' ? value.rich.map((piece) => `<r><t>${piece}</t></r>`) : [];
    shared.push(typeof value === 'string' ? `<t>${value}</t>` : pieces.join(''));
    return `<c r="${at}" t="s"><v>${shared.length - 1}</v></c>`;
  };
  const lines = rows.map((values, line) => {
    const cells = values.map((value, place) => cell(value, `${String.fromCharCode(65 + place)}${line + 1}`));
    return `<row r="${line + 1}">${cells.join('')}</row>`;
  });
  const relationship = '<Relationship Id="rId7" Type="worksheet" Target="worksheets/sheet2.xml"/>';
  return zipOf({
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Orders" sheetId="2" r:id="rId7"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relationship}</Relationships>`,
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${shared.map((text) => `<si>${text}</si>`).join('')}</sst>`,
  });
}

/** Stored, not packed (PKWARE, APPNOTE 4.3). */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, data] = [Buffer.from(path), Buffer.from(text)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(data), 10);
    about.writeUInt32LE(data.length, 14);
    about.writeUInt32LE(data.length, 18);
    about.writeUInt16LE(name.length, 22);
    const entry = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, name, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), about, tail, name]));
    bodies.push(entry);
    offset += entry.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(bodies.length, 4);
  end.writeUInt16LE(bodies.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, list, Buffer.from('PK\u0005\u0006'), end]);
}
