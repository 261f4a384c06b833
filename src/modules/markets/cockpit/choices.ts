import { languageName, writtenIn } from '../../../platform/cockpit/text/index.ts';

export type Choice = { readonly value: string; readonly label: string };

/** What shops are written in most, and what the European Union's members speak; another is added by what is kept. */
const LANGUAGES = (
  'ar bg bs ca cs cy da de el en en-AU en-CA en-GB en-IE en-US es es-MX et eu fa fi fr fr-BE fr-CA fr-CH ga gl he hi ' +
  'hr hu id is it ja ko lb lt lv mk ms mt nb nl nl-BE nn pl pt pt-BR ro ru sk sl sq sr sv th tr uk vi zh-Hans zh-Hant'
).split(' ');

/** Languages by name, with the one that is kept among them. */
export function languageChoices(kept: string): readonly Choice[] {
  const tags = LANGUAGES.includes(kept) || kept === '' ? LANGUAGES : [...LANGUAGES, kept];
  return byLabel(tags.map((value) => ({ value, label: languageName(value) })));
}

/** Currencies by code and name. */
export function currencyChoices(kept: string): readonly Choice[] {
  const names = new Intl.DisplayNames(writtenIn().region, { type: 'currency' });
  const codes = new Set([...Intl.supportedValuesOf('currency'), ...(kept === '' ? [] : [kept])]);
  return [...codes].map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }));
}

/** Time zones of the IANA, with how far each is from UTC now. */
export function zoneChoices(kept: string): readonly Choice[] {
  const names = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...(kept === '' ? [] : [kept])]);
  return [...names].map((value) => ({
    value,
    label: `${value.replaceAll('_', ' ')} (${offsetOf(value)})`,
  }));
}

function offsetOf(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts();
  const { value = 'GMT' } = parts.find(({ type }) => type === 'timeZoneName') ?? {};
  return value === 'GMT' ? 'UTC' : value.replace('GMT', 'UTC');
}

function byLabel(choices: readonly Choice[]): readonly Choice[] {
  return choices.toSorted((one, other) => one.label.localeCompare(other.label));
}
