import sanitize from 'sanitize-html';

// Every pass may make something that the next one reads differently (a paragraph in a paragraph, for one).
// Text that has not settled after this many was built to confuse parsers, and is shown as text.
const MOST_PASSES = 5;
const NEEDS_NO_WORK = /^[^<>&\0]*$/;

const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'h4', 'p', 'br', 'hr', 'blockquote', 'ul', 'ol', 'li', 'em', 'strong', 'sub', 'sup', 'a'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], th: ['scope', 'colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 40,
  transformTags: {
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    b: 'strong',
    i: 'em',
    div: 'p',
    a: (tagName, attributes) => ({ tagName, attribs: linkAttributes(attributes) }),
    th: (tagName, attributes) => ({ tagName, attribs: cellAttributes(attributes) }),
    td: (tagName, attributes) => ({ tagName, attribs: cellAttributes(attributes) }),
  },
  exclusiveFilter: (frame) =>
    frame.tag === 'p' && frame.text.trim() === '' && frame.mediaChildren.length === 0,
};

/**
 * The part of `html` that a shop's page may show: headings 2 to 4, paragraphs, lists, tables, emphasis and
 * links to http, https, mailto or the shop's own paths. Scripts, styles, pictures, forms and every other
 * attribute are gone; h1 becomes h2, and text outside tags stays. `sanitiseHtml(sanitiseHtml(x))` is
 * `sanitiseHtml(x)`.
 *
 * @example
 * sanitiseHtml('<h1 onclick="x()">Mug</h1><script>x()</script>') // '<h2>Mug</h2>'
 */
export function sanitiseHtml(html: string): string {
  if (NEEDS_NO_WORK.test(html)) return html;
  let before = html.replaceAll('\0', '');
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const after = sanitize(before, ALLOWED);
    if (after === before) return after;
    before = after;
  }
  return escapeHtml(sanitize(before, { allowedTags: [], allowedAttributes: {} }));
}

/** `text` as HTML that shows exactly it, also inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function linkAttributes(attributes: sanitize.Attributes): sanitize.Attributes {
  const href = attributes['href']?.trim();
  if (href === undefined || href === '') return {};
  return /^https?:/i.test(href) ? { href, rel: 'noopener' } : { href };
}

function cellAttributes(attributes: sanitize.Attributes): sanitize.Attributes {
  const kept: sanitize.Attributes = {};
  for (const name of ['colspan', 'rowspan']) {
    const value = attributes[name] ?? '';
    if (/^[1-9]\d?$/.test(value)) kept[name] = value;
  }
  const scope = attributes['scope'] ?? '';
  if (/^(row|col|rowgroup|colgroup)$/.test(scope)) kept['scope'] = scope;
  return kept;
}
