import type { Column } from './export-sheet.ts';

/** How cells look, by their place in the file's list of formats; bold ones are those of totals. */
export const STYLES = [
  ...(['text', 'head', 'day', 'hour', 'count', 'share', 'number'] as const),
  ...(['money0', 'money2', 'money3', 'money4'] as const),
  ...(['count bold', 'share bold', 'number bold'] as const),
  ...(['money0 bold', 'money2 bold', 'money3 bold', 'money4 bold'] as const),
] as const;
export type StyleName = (typeof STYLES)[number];

const CODES: Readonly<Record<string, string>> = {
  ...{ day: 'yyyy\\-mm\\-dd', hour: 'yyyy\\-mm\\-dd hh:mm', count: '#,##0', share: '0.0%', number: '0.00' },
  ...{ money0: '#,##0', money2: '#,##0.00', money3: '#,##0.000', money4: '#,##0.0000' },
};
// Below it are formats that every program has by itself.
const FIRST_OWN = 164;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The place of a format. */
export function styleOf(kind: Column['kind'], digits: number, isBold: boolean): number {
  const name = kind === 'money' ? `money${digits}` : kind;
  const wanted = isBold ? `${name} bold` : name;
  const names: readonly string[] = STYLES;
  const found = names.indexOf(wanted);
  return found < 0 ? 0 : found;
}

export function stylesXml(): string {
  const codes = Object.entries(CODES);
  const formats = codes.map(([, code], at) => `<numFmt numFmtId="${FIRST_OWN + at}" formatCode="${code}"/>`);
  const cells = STYLES.map((style) => {
    const [name, bold] = style.split(' ');
    const at = codes.findIndex(([one]) => one === name);
    const isBold = bold !== undefined || name === 'head';
    const wrap = name === 'text' ? '<alignment vertical="top" wrapText="1"/>' : '';
    return `<xf numFmtId="${at < 0 ? 0 : FIRST_OWN + at}" fontId="${isBold ? 1 : 0}" fillId="0" borderId="0" xfId="0"
      applyNumberFormat="1" applyFont="1"${wrap === '' ? '/>' : ` applyAlignment="1">${wrap}</xf>`}`;
  });
  const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="Calibri"/></font>`;
  return `<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join('')}</numFmts>
<fonts count="2">${font('')}${font('<b/>')}</fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${cells.length}">${cells.join('')}</cellXfs></styleSheet>`;
}
