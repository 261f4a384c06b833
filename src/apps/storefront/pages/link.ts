import type { Link } from '../model/index.ts';

/** A link as the manager wrote it: a path of the shop leads within the visitor's storefront, the rest elsewhere. */
export function linkTo(
  link: { readonly title: string; readonly path: string },
  to: (path: string) => string,
): Link {
  return { title: link.title, href: hrefTo(link.path, to) };
}

export function hrefTo(path: string, to: (path: string) => string): string {
  if (!path.startsWith('/')) return path;
  const end = path.search(/[?#]/);
  return end === -1 ? to(path) : to(path.slice(0, end)) + path.slice(end);
}
