import { FONTS } from './fonts.ts';
import { type AboutPdf, beginPdf, endPdf } from './pdf-file.ts';

const INK = '#1a1a1a';
const QUIET = '#5c5c5c';
const RULE = '#d0d0d0';
const MARGIN = 56;
const FOOT = 64;

export type TextStyle = {
  readonly size?: number;
  readonly isStrong?: boolean;
  readonly isQuiet?: boolean;
  readonly align?: 'left' | 'right';
};

export type Box = { readonly x: number; readonly width: number };

/**
 * An A4 page after page, written from top to bottom, with tags that readers aloud follow (ISO 32000-1, 14.8): each text
 * says whether it is a heading, a paragraph or a cell. The same content gives the same bytes: nothing in it is of the
 * moment it was drawn.
 */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  /** Where the next thing goes, in points from the top. */
  y = MARGIN;

  constructor(about: AboutPdf) {
    this.#doc = beginPdf(about);
    this.#root = this.#doc.struct('Document');
    this.#doc.addStructure(this.#root);
  }

  /** The whole width between the margins. */
  get box(): Box {
    return { x: MARGIN, width: this.#doc.page.width - 2 * MARGIN };
  }

  /** Starts a new page unless `height` still fits; says whether it did. */
  makeRoom(height: number): boolean {
    if (this.y + height <= this.#doc.page.height - FOOT) return false;
    this.beginPage();
    return true;
  }

  beginPage(): void {
    this.#doc.addPage();
    this.y = MARGIN;
  }

  heightOf(text: string, width: number, style: TextStyle = {}): number {
    return this.#styled(style).heightOfString(text, { width });
  }

  /** Writes `text` at the cursor as an element `tag` of `parent`, and moves the cursor below it. */
  write(tag: string, text: string, box: Box = this.box, style: TextStyle = {}): void {
    const height = this.heightOf(text, box.width, style);
    this.makeRoom(height);
    this.writeAt(tag, text, { ...box, y: this.y }, style);
    this.y += height;
  }

  /** Writes at a place and leaves the cursor where it is. */
  writeAt(
    tag: string,
    text: string,
    at: Box & { readonly y: number },
    style: TextStyle = {},
    parent: PDFKit.PDFStructureElement = this.#root,
  ): void {
    const element = this.#doc.struct(tag, {}, () => {
      this.#styled(style).text(text, at.x, at.y, { width: at.width, align: style.align ?? 'left' });
    });
    parent.add(element);
    element.end();
  }

  /** An element that holds others; end it with `end()`. */
  group(tag: string, parent: PDFKit.PDFStructureElement = this.#root): PDFKit.PDFStructureElement {
    const element = this.#doc.struct(tag);
    parent.add(element);
    return element;
  }

  /** A line across, which readers aloud pass over. */
  rule(box: Box = this.box): void {
    this.#artifact(() => {
      this.#doc
        .moveTo(box.x, this.y)
        .lineTo(box.x + box.width, this.y)
        .lineWidth(0.5)
        .stroke(RULE);
    });
  }

  /** Text that readers aloud pass over, such as a table's head repeated on its next page. */
  writeAside(text: string, at: Box & { readonly y: number }, style: TextStyle = {}): void {
    this.#artifact(() => {
      this.#styled(style).text(text, at.x, at.y, { width: at.width, align: style.align ?? 'left' });
    });
  }

  /** Puts a foot on every page and returns the file. */
  async finish(foot: (page: number, pages: number) => string): Promise<Buffer> {
    const { count } = this.#doc.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.#doc.switchToPage(page);
      const at = { ...this.box, y: this.#doc.page.height - FOOT + 16 };
      this.writeAside(foot(page + 1, count), at, { size: 7.5, isQuiet: true });
    }
    this.#root.end();
    return endPdf(this.#doc);
  }

  #styled({ size = 9, isStrong = false, isQuiet = false }: TextStyle): PDFKit.PDFDocument {
    return this.#doc
      .font(isStrong ? FONTS.strong : FONTS.regular)
      .fontSize(size)
      .fillColor(isQuiet ? QUIET : INK);
  }

  #artifact(draw: () => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#doc.endMarkedContent();
  }
}
