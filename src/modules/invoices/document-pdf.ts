import type { DocumentContent } from './document.ts';

/**
 * The invoice or credit note as a PDF. The same content gives the same bytes. What draws it is loaded with the first: it
 * takes 35 MB, and most processes draw none.
 */
export async function documentPdf(content: DocumentContent): Promise<Buffer> {
  const { drawDocument } = await import('./pdf/draw-document.ts');
  return drawDocument(content);
}
