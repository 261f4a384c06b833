import { LANGUAGES, type Language } from '../../modules/reporting/index.ts';

/** The first language that a browser would rather read and that we speak; English else. */
export function languageOf(accepted: string | undefined): Language {
  const wanted = (accepted ?? '').slice(0, 200).split(',');
  const found = wanted.map((part) => part.trim().slice(0, 2).toLowerCase());
  return found.flatMap((tag) => LANGUAGES.find((language) => language === tag) ?? [])[0] ?? 'en';
}
