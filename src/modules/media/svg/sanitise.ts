import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { ATTRIBUTES, ELEMENTS } from './allowed.ts';

export type SanitisedSvg = { readonly text: string; readonly width: number; readonly height: number };

const MAX_CHARACTERS = 5_000_000;
const MAX_ELEMENTS = 50_000;
const MAX_DEPTH = 200;
const LOCAL = /^#[\w.:-]+$/;
const EMBEDDED = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/;

/**
 * The drawing written anew from what is allowed in it (OWASP ASVS 1.3.4). What is not allowed is left out
 * with all that is inside; a document that declares entities, is too deep or too large, or is not
 * well-formed, is refused. `width` and `height` are those of its viewBox, or its own.
 */
export function sanitiseSvg(source: string): Result<SanitisedSvg, Refusal<'damaged' | 'unsafe'>> {
  if (source.length > MAX_CHARACTERS)
    return refuse('unsafe', 'the drawing has more than 5 million characters');
  const state: State = { out: [], depth: 0, skippedFrom: 0, elements: 0, size: undefined, style: undefined };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new NotTaken('damaged', `the drawing is not well-formed XML: ${error.message}`);
  });
  parser.on('doctype', (text) => {
    if (text.includes('[')) throw new NotTaken('unsafe', 'the drawing declares entities');
  });
  parser.on('opentag', (tag) => openElement(state, tag));
  parser.on('closetag', (tag) => closeElement(state, tag));
  parser.on('text', (text) => addText(state, text));
  parser.on('cdata', (text) => addText(state, text));
  try {
    parser.write(source).close();
  } catch (error) {
    if (error instanceof NotTaken) return refuse(error.code, error.message);
    throw error;
  }
  if (!state.size) return refuse('damaged', 'the drawing has neither a viewBox nor a width and height');
  return ok({ text: state.out.join(''), ...state.size });
}

class NotTaken extends Error {
  readonly code: 'damaged' | 'unsafe';
  constructor(code: 'damaged' | 'unsafe', message: string) {
    super(message);
    this.code = code;
  }
}

type State = {
  readonly out: string[];
  depth: number;
  /** The depth of the outermost element that is being left out; 0 for none. */
  skippedFrom: number;
  elements: number;
  size: { readonly width: number; readonly height: number } | undefined;
  /** The rules of the style element that is being read. */
  style: string | undefined;
};

function openElement(state: State, tag: SaxesTagPlain): void {
  state.depth++;
  state.elements++;
  if (state.depth > MAX_DEPTH || state.elements > MAX_ELEMENTS) {
    throw new NotTaken('unsafe', 'the drawing has too many elements, or too many inside each other');
  }
  if (state.skippedFrom > 0) return;
  const isRoot = state.depth === 1;
  if (isRoot && tag.name !== 'svg') throw new NotTaken('damaged', 'the drawing does not begin with svg');
  if (!ELEMENTS.has(tag.name)) {
    state.skippedFrom = state.depth;
    return;
  }
  if (isRoot) state.size = sizeOf(tag.attributes);
  const names = isRoot
    ? ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    : '';
  const attributes = Object.entries(tag.attributes).filter(([name, value]) =>
    isAllowed(tag.name, name, value),
  );
  const written = attributes.map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  state.out.push(`<${tag.name}${names}${written.join('')}>`);
  if (tag.name === 'style') state.style = '';
}

function closeElement(state: State, tag: SaxesTagPlain): void {
  if (state.skippedFrom === 0) {
    if (state.style !== undefined) {
      state.out.push(isSafeStyle(state.style) ? escapeXml(state.style) : '');
      state.style = undefined;
    }
    state.out.push(`</${tag.name}>`);
  }
  if (state.skippedFrom === state.depth) state.skippedFrom = 0;
  state.depth--;
}

function addText(state: State, text: string): void {
  if (state.skippedFrom > 0 || state.depth === 0) return;
  if (state.style === undefined) state.out.push(escapeXml(text));
  else state.style += text;
}

function isAllowed(element: string, name: string, value: string): boolean {
  if (!ATTRIBUTES.has(name)) return false;
  if (name === 'href' || name === 'xlink:href') {
    return LOCAL.test(value) || (element === 'image' && EMBEDDED.test(value));
  }
  return isSafeStyle(value);
}

/** No address but those of the drawing's own parts; a backslash could spell one so that we do not see it. */
function isSafeStyle(css: string): boolean {
  if (/\\|@import|expression|javascript:|image-set|<|@charset|@namespace/i.test(css)) return false;
  const addresses = [...css.matchAll(/url\s*\(/gi)].length;
  return addresses === [...css.matchAll(/url\(\s*(['"]?)#[\w.:-]+\1\s*\)/gi)].length;
}

type Attributes = Record<string, SaxesAttributePlain | string>;

function sizeOf(attributes: Attributes): State['size'] {
  const box = String(attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth, boxHeight] = box;
  if (box.length === 4 && isSize(boxWidth) && isSize(boxHeight))
    return { width: boxWidth, height: boxHeight };
  const [width, height] = [attributes['width'], attributes['height']].map(pixels);
  return isSize(width) && isSize(height) ? { width, height } : undefined;
}

function pixels(value: SaxesAttributePlain | string | undefined): number {
  return /^\s*[\d.]+\s*(?:px)?\s*$/.test(String(value)) ? Number.parseFloat(String(value)) : Number.NaN;
}

function isSize(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value > 0;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
