import PDFDocument from 'pdfkit';
import type { Locale } from '../../../kernel/index.ts';

export type AboutPdf = {
  readonly title: string;
  readonly author: string;
  readonly locale: Locale;
  /** `2026-11-26`: the only date in the file. */
  readonly day: string;
};

/** A tagged PDF with its first page. The same content gives the same bytes: nothing in it is of the moment. */
export function beginPdf(
  { title, author, locale, day }: AboutPdf,
  size: 'A4' | [width: number, height: number] = 'A4',
): PDFKit.PDFDocument {
  const created = new Date(`${day}T00:00:00Z`);
  return new PDFDocument({
    ...{ size, margin: 0, lang: locale, tagged: true, displayTitle: true, pdfVersion: '1.7' },
    ...{ bufferPages: true, font: '' },
    info: { Title: title, Author: author, Creator: 'Institor', CreationDate: created, ModDate: created },
  });
}

export async function endPdf(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  doc.end();
  return done;
}
