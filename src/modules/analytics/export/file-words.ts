import type { Spoken } from '../language/names/names-of.ts';

/** What files of answers say beside names and numbers. */
export type FileWords = {
  readonly numbers: string;
  readonly definitions: string;
  readonly query: string;
  readonly currency: string;
  readonly all: string;
  readonly unknown: string;
  readonly before: (measure: string) => string;
  readonly by: (measures: string, dimensions: string) => string;
  readonly days: (from: string, to: string) => string;
  readonly comparedWith: (days: string, others: string) => string;
  readonly zone: (zone: string) => string;
  readonly asOf: (zone: string, moment: string) => string;
};

export const FILE_WORDS: Readonly<Record<Spoken, FileWords>> = {
  en: {
    ...{ numbers: 'Numbers', definitions: 'Definitions', query: 'Query', currency: 'Currency', all: 'All' },
    unknown: 'Not known',
    before: (measure) => `${measure}, before`,
    by: (measures, dimensions) => `${measures} by ${dimensions}`,
    days: (from, to) => `${from} to ${to}`,
    comparedWith: (days, others) => `${days}, compared with ${others}`,
    zone: (zone) => `Days of ${zone}`,
    asOf: (zone, moment) => `${zone}, as of ${moment}`,
  },
  de: {
    ...{ numbers: 'Zahlen', definitions: 'Definitionen', query: 'Abfrage', currency: 'Währung', all: 'Alle' },
    unknown: 'Nicht bekannt',
    before: (measure) => `${measure}, vorher`,
    by: (measures, dimensions) => `${measures} nach ${dimensions}`,
    days: (from, to) => `${from} bis ${to}`,
    comparedWith: (days, others) => `${days}, verglichen mit ${others}`,
    zone: (zone) => `Tage der Zone ${zone}`,
    asOf: (zone, moment) => `${zone}, Stand ${moment}`,
  },
  fr: {
    ...{ numbers: 'Chiffres', definitions: 'Définitions', query: 'Requête', currency: 'Devise', all: 'Tout' },
    unknown: 'Non connu',
    before: (measure) => `${measure}, avant`,
    by: (measures, dimensions) => `${measures} par ${dimensions}`,
    days: (from, to) => `${from} au ${to}`,
    comparedWith: (days, others) => `${days}, comparé à ${others}`,
    zone: (zone) => `Jours du fuseau ${zone}`,
    asOf: (zone, moment) => `${zone}, état du ${moment}`,
  },
  es: {
    ...{ numbers: 'Cifras', definitions: 'Definiciones', query: 'Consulta', currency: 'Moneda', all: 'Todo' },
    unknown: 'No conocido',
    before: (measure) => `${measure}, antes`,
    by: (measures, dimensions) => `${measures} por ${dimensions}`,
    days: (from, to) => `${from} a ${to}`,
    comparedWith: (days, others) => `${days}, comparado con ${others}`,
    zone: (zone) => `Días de la zona ${zone}`,
    asOf: (zone, moment) => `${zone}, a fecha de ${moment}`,
  },
};
