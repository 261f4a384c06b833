import { fallbacksOf, type Locale } from '../../../../kernel/index.ts';

/** The languages of the hosted page ("Hosted Payment Pages", `locale`). */
const SPOKEN: ReadonlySet<string> = new Set(
  (
    'ar bg bs ca cs cy da de en el es es-CO et fi fr ga he hi hr hu it ja ko lt lv nl no pl pt pt-BR ro ru si sk sl ' +
    'sv th tr ua zh zh-TW'
  ).split(' '),
);

/** The page's language for a shopper: theirs, a wider one, or English. Norwegian and Ukrainian have names of their own. */
export function pageLocaleOf(locale: Locale): string {
  const own = fallbacksOf(locale).map((one) => OTHERS[one] ?? one);
  return own.find((one) => SPOKEN.has(one)) ?? 'en';
}

const OTHERS: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', uk: 'ua' };
