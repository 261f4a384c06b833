import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';

/** A VAT identification number in one piece: `{ country: 'DE', text: 'DE123456789' }`; Greece is GR here, EL in it. */
export type VatId = { readonly country: string; readonly text: string };

// What follows the prefix (Commission, VIES: "structure of VAT numbers"; GB, CH and NO by their tax authorities).
const FORMS: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CH: /^E\d{9}(MWST|TVA|IVA)?$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^([A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[0-9A-HJ-NP-Z]{2}\d{9}$/,
  GB: /^(\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[0-9A-Z+*]{9}B\d{2}$/,
  NO: /^\d{9}(MVA)?$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{10}01$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/,
};

const COUNTRY_OF: Readonly<Record<string, string>> = { EL: 'GR', XI: 'GB' };

/**
 * The VAT id in `text`, when it has its country's form. Whether it is anybody's is for an online check.
 *
 * @example
 * parseVatId('de 123 456 789') // ok: { country: 'DE', text: 'DE123456789' }
 */
export function parseVatId(text: string): Result<VatId, Refusal<'invalid'>> {
  const compact = text
    .slice(0, 40)
    .toUpperCase()
    .replace(/[\s.-]/g, '');
  const prefix = compact.slice(0, 2) === 'GR' ? 'EL' : compact.slice(0, 2);
  const form = FORMS[prefix];
  if (form === undefined) {
    return refuse('invalid', 'a VAT id begins with its country, such as DE123456789', 'vatId');
  }
  if (!form.test(compact.slice(2))) {
    return refuse('invalid', `this is not the form of a VAT id that begins with ${prefix}`, 'vatId');
  }
  return ok({ country: COUNTRY_OF[prefix] ?? prefix, text: prefix + compact.slice(2) });
}

/** Whether a member state, or Northern Ireland for goods, issues ids with this prefix. */
export function isUnionVatId({ country, text }: VatId): boolean {
  return text.startsWith('XI') || (country !== 'GB' && country !== 'CH' && country !== 'NO');
}

/** Whether VAT ids of this country have a form that is known here. */
export function hasVatIds(country: string): boolean {
  return Object.hasOwn(FORMS, country === 'GR' ? 'EL' : country);
}
