import type { Told } from '../../../../platform/cockpit/api/index.ts';

export type KeptShop = Told<'readShop'>;

const FIELDS = [
  ...(['name', 'tagline', 'legalName', 'email', 'phone', 'postalAddress', 'country', 'vatId'] as const),
  ...(['timeZone', 'defaultCurrency', 'defaultLocale'] as const),
] as const;
export type ShopField = (typeof FIELDS)[number];
/** How the shop is described; how it looks and where it is reached have screens of their own. */
export type ShopForm = Readonly<Record<ShopField, string>>;

export function formOf(shop: KeptShop): ShopForm {
  const { name, tagline, legalName, email, phone, postalAddress, country, vatId } = shop;
  const { timeZone, defaultCurrency, defaultLocale } = shop;
  return {
    ...{ name, tagline, legalName, email, phone, postalAddress, country, vatId },
    ...{ timeZone, defaultCurrency, defaultLocale },
  };
}

/** What is sent: what was changed, and nothing of what others may be changing. */
export function changesOf(base: ShopForm, form: ShopForm): Partial<ShopForm> {
  return Object.fromEntries(
    FIELDS.filter((field) => form[field] !== base[field]).map((field) => [field, form[field].trim()]),
  );
}

export function isSame(one: ShopForm, other: ShopForm): boolean {
  return FIELDS.every((field) => one[field] === other[field]);
}
