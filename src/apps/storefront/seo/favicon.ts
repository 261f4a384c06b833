/**
 * The shop's first letter on a rounded square, as SVG. Drawn as lines, since a server that makes a PNG of it may have
 * no fonts at all. A letter of another script gives a mark of its own.
 */
export function faviconSvg(shopName: string): string {
  const initial = shopName.trim().normalize('NFKD').charAt(0).toUpperCase();
  const path = LETTERS.get(initial) ?? MARK;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="180" height="180">' +
    '<rect width="32" height="32" rx="7" fill="#1d1b19"/>' +
    '<g fill="none" stroke="#f6f1e7" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">' +
    `<path d="${path}"/></g></svg>`
  );
}

const MARK = 'M16 8 24 16 16 24 8 16z';

// On a field from 10,8 to 22,24.
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['A', 'M10 24 16 8l6 16M12 19h8'],
  ['B', 'M11 8v16h6a4 4 0 0 0 0-8h-6 5a4 4 0 0 0 0-8z'],
  ['C', 'M22 10.5a8 8 0 1 0 0 11'],
  ['D', 'M11 8v16h3a8 8 0 0 0 0-16z'],
  ['E', 'M21 8H11v16h10M11 16h8'],
  ['F', 'M21 8H11v16M11 16h8'],
  ['G', 'M22 10.5A8 8 0 1 0 23 17h-6'],
  ['H', 'M10 8v16M22 8v16M10 16h12'],
  ['I', 'M16 8v16'],
  ['J', 'M20 8v11a5 5 0 0 1-10 0'],
  ['K', 'M11 8v16M21 8 11 17M15 14l7 10'],
  ['L', 'M11 8v16h10'],
  ['M', 'M9 24V8l7 10 7-10v16'],
  ['N', 'M10 24V8l12 16V8'],
  ['O', 'M16 8a8 8 0 1 0 .01 0z'],
  ['P', 'M11 24V8h6a4.5 4.5 0 0 1 0 9h-6'],
  ['Q', 'M16 8a8 8 0 1 0 .01 0zM18 19l5 6'],
  ['R', 'M11 24V8h6a4.5 4.5 0 0 1 0 9h-6 5l6 7'],
  ['S', 'M21 10a5 4 0 0 0-5-2c-7 0-7 8 0 8s7 8 0 8a6 5 0 0 1-6-3'],
  ['T', 'M9 8h14M16 8v16'],
  ['U', 'M10 8v10a6 6 0 0 0 12 0V8'],
  ['V', 'M10 8l6 16 6-16'],
  ['W', 'M8 8l4 16 4-12 4 12 4-16'],
  ['X', 'M10 8l12 16M22 8 10 24'],
  ['Y', 'M10 8l6 8 6-8M16 16v8'],
  ['Z', 'M10 8h12L10 24h12'],
]);
