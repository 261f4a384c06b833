import { findCardNumbers } from '../../../modules/payments/index.ts';

/**
 * A card number in a field that is none for it must not reach our database (PCI DSS; requirement C2). Refuses the first
 * text that looks like one, without repeating it.
 */
export function refusedTexts(texts: object) {
  for (const [field, value] of Object.entries(texts)) {
    if (field !== 'phone' && typeof value === 'string' && findCardNumbers(value).length > 0) {
      const message = 'looks like a card number: never send one to us';
      return { ok: false, refusal: { code: 'invalid', message, field } } as const;
    }
  }
  return undefined;
}
