import type { Language } from '../member.ts';
import type { BuiltInRole } from '../roles/built-in.ts';

/** What the built-in roles are called in mails. */
export const ROLE_NAMES: Readonly<Record<Language, Readonly<Record<BuiltInRole, string>>>> = {
  en: {
    ...{ owner: 'owner', manager: 'manager', merchandiser: 'merchandiser', marketer: 'marketer' },
    ...{ buyer: 'buyer', warehouse: 'warehouse', support: 'support', finance: 'finance' },
    ...{ analyst: 'analyst', developer: 'developer' },
  },
  de: {
    ...{ owner: 'Inhaber', manager: 'Leitung', merchandiser: 'Sortiment', marketer: 'Marketing' },
    ...{ buyer: 'Einkauf', warehouse: 'Lager', support: 'Kundendienst', finance: 'Finanzen' },
    ...{ analyst: 'Analyse', developer: 'Entwicklung' },
  },
  fr: {
    ...{ owner: 'propriétaire', manager: 'gérance', merchandiser: 'merchandising', marketer: 'marketing' },
    ...{ buyer: 'achats', warehouse: 'entrepôt', support: 'service client', finance: 'finances' },
    ...{ analyst: 'analyse', developer: 'développement' },
  },
  es: {
    ...{ owner: 'propietario', manager: 'gerencia', merchandiser: 'surtido', marketer: 'marketing' },
    ...{ buyer: 'compras', warehouse: 'almacén', support: 'atención al cliente', finance: 'finanzas' },
    ...{ analyst: 'análisis', developer: 'desarrollo' },
  },
};
