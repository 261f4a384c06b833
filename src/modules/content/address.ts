const ORIGIN = 'http://shop.invalid';
const MOST_CHARACTERS = 2_048;

/**
 * Whether `text` is an address inside this shop: it begins with one slash and no reading of it leads to another host.
 * `//evil.example`, `/\evil.example` and `javascript:…` are not.
 */
export function isLocalPath(text: string): boolean {
  if (!/^\/(?![/\\])/.test(text) || text.length > MOST_CHARACTERS || hasControls(text)) return false;
  return URL.canParse(text, ORIGIN) && new URL(text, ORIGIN).origin === ORIGIN;
}

/** Whether a menu or a button may lead there: inside the shop, or to a page on the web, a mailbox or a telephone. */
export function isLinkTarget(text: string): boolean {
  if (isLocalPath(text)) return true;
  if (text.length > MOST_CHARACTERS || hasControls(text) || !/^(https?:\/\/|mailto:|tel:)/i.test(text))
    return false;
  return URL.canParse(text);
}

/**
 * The form in which old addresses are kept and looked up, or `undefined` for what is none: without host and fragment,
 * decoded, in lower case, without double or closing slashes; a query stays as it is.
 *
 * @example normalisePath('https://old.example/Shop//Caf%C3%A9/?id=5#top') // '/shop/café?id=5'
 */
export function normalisePath(text: string): string | undefined {
  const local = text.trim().replace(/^https?:\/\/[^/?#]*/i, '');
  if (!local.startsWith('/') || local.length > MOST_CHARACTERS || hasControls(local)) return undefined;
  const [whole = ''] = local.split('#', 1);
  const at = whole.indexOf('?');
  const path = decoded(at < 0 ? whole : whole.slice(0, at));
  if (path === undefined || hasControls(path)) return undefined;
  const tidy = path
    .normalize('NFC')
    .toLowerCase()
    .replace(/\/+/g, '/')
    .replace(/(.)\/$/, '$1');
  const query = at < 0 ? '' : whole.slice(at);
  return query.length > 1 ? tidy + query : tidy;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** Control characters and backslashes, which browsers read as slashes. */
function hasControls(text: string): boolean {
  return /[\p{Cc}\\]/u.test(text);
}
