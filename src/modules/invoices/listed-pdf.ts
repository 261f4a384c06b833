import type { ListedDocument } from './listed-document.ts';

/** The document as a PDF; the same content gives the same bytes. Loaded with the first, as in document-pdf.ts. */
export async function listedPdf(content: ListedDocument): Promise<Buffer> {
  const { drawListed } = await import('./pdf/draw-listed.ts');
  return drawListed(content);
}
