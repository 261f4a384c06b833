import { findCardNumbers } from '../../../kernel/index.ts';

/**
 * A card number in a field that is none for it must not reach our database (PCI DSS; requirement C2). Refuses the first
 * text that looks like one, however deep it stands, without repeating it.
 */
export function refusedTexts(texts: object) {
  const field = fieldWithCardNumber(texts, '');
  if (field === undefined) return undefined;
  const message = 'looks like a card number: never send one to us';
  return { ok: false, refusal: { code: 'invalid', message, field } } as const;
}

function fieldWithCardNumber(value: unknown, field: string): string | undefined {
  if (typeof value === 'string') return isCardNumber(field, value) ? field : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = fieldWithCardNumber(inner, field === '' ? name : `${field}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** One in ten long phone numbers would pass for a card's; no card number begins with a plus or a zero. */
function isCardNumber(field: string, text: string): boolean {
  const isPhone = field.endsWith('phone') && /^\s*[+0]/.test(text);
  return !isPhone && findCardNumbers(text).length > 0;
}
