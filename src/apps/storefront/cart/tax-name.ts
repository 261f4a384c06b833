import type { Quote } from '../../../modules/pricing/index.ts';
import { message } from '../messages/index.ts';
import type { Site } from '../site.ts';

/**
 * `VAT 20%`, in the language's own way of writing it. Value added tax has a word in every language of Europe: it is called
 * what the page's language calls it, unless its country speaks that language too (`USt.` in Austria, `MwSt.` in Germany).
 * A name of another kind, such as `New York State`, or in a shop's own words, stays what it is.
 *
 * @example
 * taxName({ name: 'USt.', rateMillionths: 200_000 }, { locale: localeOf('en') }) // "VAT 20%"
 */
export function taxName(
  { name, rateMillionths }: Pick<Quote['taxes'][number], 'name' | 'rateMillionths'>,
  { locale }: Pick<Site, 'locale'>,
): string {
  const languages = LANGUAGES.get(name);
  const { language } = new Intl.Locale(locale);
  const isForeign = languages !== undefined && !languages.includes(language);
  const rate = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 });
  return message(locale, 'totals.tax', {
    name: isForeign ? message(locale, 'totals.vat') : name,
    rate: rate.format(rateMillionths / 1_000_000),
  });
}

/** The names of value added tax, with the languages they are words of. */
const LANGUAGES: ReadonlyMap<string, readonly string[]> = new Map([
  ['ALV', ['fi']],
  ['BTW', ['nl']],
  ['BTW/TVA', ['nl', 'fr']],
  ['DDV', ['sl']],
  ['DPH', ['cs', 'sk']],
  ['IVA', ['it', 'es', 'pt', 'ca']],
  ['käibemaks', ['et']],
  ['moms', ['da', 'sv']],
  ['MVA', ['nb', 'nn', 'no']],
  ['MwSt.', ['de']],
  ['MWST', ['de']],
  ['PDV', ['hr']],
  ['PVM', ['lt']],
  ['PVN', ['lv']],
  ['TVA', ['fr', 'ro', 'lb']],
  ['USt.', ['de']],
  ['VAT', ['en', 'ga', 'mt', 'pl']],
  ['ÁFA', ['hu']],
  ['ΦΠΑ', ['el']],
  ['ДДС', ['bg']],
]);
