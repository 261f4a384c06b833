import { createHash } from 'node:crypto';
import type { Trait } from '../page.ts';
import { elementsOf, type PageElement } from './elements.ts';

export type Answer = {
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly html: string;
};

/** What a browser is told to allow and to refuse on the page (OWASP ASVS 5.0, 3.4). */
const HEADERS = [
  ...['content-security-policy', 'content-security-policy-report-only', 'strict-transport-security'],
  ...['x-frame-options', 'x-content-type-options', 'referrer-policy', 'permissions-policy'],
  ...['cross-origin-opener-policy', 'cross-origin-embedder-policy', 'cross-origin-resource-policy'],
  ...['reporting-endpoints', 'report-to', 'link', 'refresh'],
];
const FRAMES = new Set(['iframe', 'frame', 'embed', 'object', 'fencedframe', 'portal']);
// Text for scripts to read; a browser runs none of it.
const DATA = /^(?:application\/(?:ld\+)?json|text\/plain)$/i;

/**
 * All that is watched of a page. Scripts of the shop's own host by their content, which `hashOf` fetches; those of other
 * hosts by the hash the page demands (`integrity`), and where it demands none, as with scripts that their vendor forbids
 * to copy and changes often, by their address.
 */
export async function traitsOf(
  { url, headers, html }: Answer,
  hashOf: (url: string) => Promise<string>,
): Promise<Trait[]> {
  const elements = elementsOf(html);
  const scripts = elements.filter(isScript);
  const found = await Promise.all(scripts.map((element) => scriptTrait(element, url, hashOf)));
  return [
    ...HEADERS.flatMap((name): Trait[] => {
      const value = headers.get(name);
      return value === undefined ? [] : [{ kind: 'header', subject: name, value: withoutNonce(value) }];
    }),
    ...found,
    ...elements.flatMap((element) => [...handlers(element), ...destinations(element, url)]),
  ];
}

export function hashOfContent(content: string | Uint8Array): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}

function isScript({ name, attributes }: PageElement): boolean {
  if (name === 'link') return /\bmodulepreload\b/i.test(attributes.get('rel') ?? '');
  return name === 'script' && !DATA.test((attributes.get('type') ?? '').trim());
}

async function scriptTrait(
  { attributes, text }: PageElement,
  page: string,
  hashOf: (url: string) => Promise<string>,
): Promise<Trait> {
  const source = attributes.get('src') ?? attributes.get('href') ?? attributes.get('xlink:href');
  if (source === undefined) return { kind: 'inline script', subject: '', value: hashOfContent(text) };
  const url = URL.parse(source, page);
  if (url?.origin === new URL(page).origin) {
    return { kind: 'script', subject: withoutHash(url.pathname), value: await hashOf(url.href) };
  }
  const subject = url === null || url.origin === 'null' ? source.slice(0, 200) : url.origin + url.pathname;
  return { kind: 'script', subject, value: attributes.get('integrity') ?? 'kept by its vendor' };
}

function handlers({ name, attributes }: PageElement): Trait[] {
  return [...attributes].flatMap(([attribute, text]): Trait[] => {
    const isCode = attribute.startsWith('on') || /^\s*javascript:/i.test(text);
    return isCode
      ? [{ kind: 'event handler', subject: `${name} ${attribute}`, value: hashOfContent(text) }]
      : [];
  });
}

/** Where the page sends what is typed, what it frames, and what changes where its addresses lead. */
function destinations({ name, attributes }: PageElement, page: string): Trait[] {
  const to = (attribute: string) => placeOf(attributes.get(attribute) ?? '', page);
  if (name === 'form') {
    return [
      {
        kind: 'form',
        subject: '',
        value: `${(attributes.get('method') ?? 'get').toLowerCase()} ${to('action')}`,
      },
    ];
  }
  if (attributes.has('formaction')) return [{ kind: 'form', subject: name, value: to('formaction') }];
  if (FRAMES.has(name)) return [{ kind: 'frame', subject: '', value: frameOf(attributes, page) }];
  if (name === 'base') return [{ kind: 'base', subject: '', value: to('href') }];
  const told = name === 'meta' ? attributes.get('http-equiv') : undefined;
  if (told === undefined) return [];
  return [
    { kind: 'meta', subject: told.toLowerCase(), value: withoutNonce(attributes.get('content') ?? '') },
  ];
}

function frameOf(attributes: PageElement['attributes'], page: string): string {
  const inside = attributes.get('srcdoc');
  if (inside !== undefined) return `a document of its own, ${hashOfContent(inside)}`;
  const source = attributes.get('src') ?? attributes.get('data') ?? '';
  const url = URL.parse(source, page);
  return url === null || url.origin === 'null' ? source.slice(0, 200) : url.origin;
}

/** A path on the shop's own host, a whole address elsewhere. */
function placeOf(text: string, page: string): string {
  const url = URL.parse(text, page);
  if (url === null || url.origin === 'null') return text.slice(0, 200);
  return url.origin === new URL(page).origin ? url.pathname : url.origin + url.pathname;
}

/** The build names a file by its content: another release changes the script, it does not remove one and add one. */
function withoutHash(path: string): string {
  return path.replace(/-[\w-]{8}\.js$/, '.js');
}

function withoutNonce(text: string): string {
  return text.replaceAll(/'nonce-[^']*'/g, "'nonce'");
}
