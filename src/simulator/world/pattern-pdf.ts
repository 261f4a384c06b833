/** Lines of a page; the first is its heading. */
export type PdfPage = readonly string[];

/**
 * A PDF of plain pages on A4 (ISO 32000-1:2008, sections 7.5 and 9.4.3): the same lines give the same bytes.
 * Letters are those of Windows-1252, others become question marks.
 */
export function pdfOf(title: string, pages: readonly PdfPage[]): Buffer {
  const firstPage = 5;
  const numbers = pages.map((_, index) => firstPage + index * 2);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title ${literal(title)} /Producer (Institor) >>`,
    ...pages.flatMap((lines, index) => pageObjects(lines, (numbers[index] ?? 0) + 1)),
  ];
  return assemble(objects);
}

function pageObjects(lines: PdfPage, contentNumber: number): [string, string] {
  const shown = lines.map((line, place) => `/F1 ${place === 0 ? 20 : 11} Tf ${literal(line)} Tj T*`);
  const stream = `BT 18 TL 56 770 Td ${shown.join('\n')} ET`;
  return [
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ' +
      `/Resources << /Font << /F1 3 0 R >> >> /Contents ${contentNumber} 0 R >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
}

// One byte a character, so that lengths and offsets are those of the text.
function assemble(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

function literal(text: string): string {
  const plain = text.replaceAll('–', '-').replace(/[^\x20-\x7e\xa0-\xff]/g, '?');
  return `(${plain.replace(/[\\()]/g, '\\$&')})`;
}
