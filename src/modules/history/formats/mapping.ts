import type { Header } from '../../exchange/index.ts';

const NEEDED = ['date', 'order', 'quantity', 'price'] as const;
const OTHERS = ['customer', 'sku', 'title', 'country', 'currency', 'cost', 'tax', 'reason'] as const;

export const MAPPING_FIELDS = [...NEEDED, ...OTHERS] as const;
export type MappingField = (typeof MAPPING_FIELDS)[number];

/** Our field → the file's column. */
export type Mapping = Readonly<Partial<Record<MappingField, string>>>;

// What tables call them, compared without case, spaces, hyphens and underscores.
const SYNONYMS: Readonly<Record<MappingField, readonly string[]>> = {
  date: ['date', 'order date', 'invoice date', 'created at', 'datum', 'bestelldatum', 'fecha'],
  order: ['order', 'order id', 'order number', 'invoice', 'invoice no', 'invoice number', 'bestellnummer'],
  quantity: ['quantity', 'qty', 'menge', 'anzahl', 'quantité', 'cantidad'],
  price: ['price', 'unit price', 'preis', 'einzelpreis', 'prix', 'precio'],
  customer: ['customer', 'customer id', 'customer number', 'email', 'kunde', 'kundennummer', 'client'],
  sku: ['sku', 'stock code', 'item number', 'article number', 'artikelnummer', 'code'],
  title: ['title', 'name', 'description', 'product', 'bezeichnung', 'artikel'],
  country: ['country', 'country code', 'land', 'pays', 'país'],
  currency: ['currency', 'währung', 'devise', 'moneda'],
  tax: ['tax', 'vat', 'tax amount', 'steuer', 'mwst', 'tva', 'iva'],
  reason: ['reason', 'return reason', 'grund', 'retourengrund', 'motif', 'motivo'],
  cost: ['cost', 'unit cost', 'cost per item', 'einkaufspreis', 'prix d’achat', 'coste'],
};

/** As far as the columns' names tell: a start for a person to correct. */
export function suggestMapping(header: Header): Mapping {
  const bare = (name: string) => name.toLowerCase().replace(/[\s_.-]+/g, '');
  const found = MAPPING_FIELDS.flatMap((field) => {
    const names = SYNONYMS[field].map(bare);
    const column = header.names.find((name) => names.includes(bare(name)));
    return column === undefined ? [] : [[field, column] as const];
  });
  return Object.fromEntries(found);
}

/** `date=InvoiceDate,order=InvoiceNo`: a comma is part of a column's name unless a field follows it. */
export function parseMapping(text: string): Mapping | string {
  return parseFields(text, MAPPING_FIELDS);
}

/** The same of any fields; or what is wrong with it, in words. */
export function parseFields<Field extends string>(
  text: string,
  fields: readonly Field[],
): Readonly<Partial<Record<Field, string>>> | string {
  const mapping: Partial<Record<Field, string>> = {};
  for (const part of text.split(/,(?=[a-z]+=)/)) {
    const [name = '', ...rest] = part.split('=');
    const field = fields.find((one) => one === name);
    const column = rest.join('=');
    if (field === undefined) return `"${name}" is no field; there are ${fields.join(', ')}.`;
    if (column === '') return `Which column is ${field}? Say ${field}=COLUMN.`;
    if (mapping[field] !== undefined) return `${field} is mapped twice.`;
    mapping[field] = column;
  }
  return mapping;
}

/** What is wrong with a mapping for this file, in words, or `undefined`. */
export function mappingProblem(mapping: Mapping, header: Header): string | undefined {
  for (const [field, column] of Object.entries(mapping)) {
    if (!header.has(column)) return `The file has no column "${column}", which ${field} is mapped to.`;
  }
  const missing = NEEDED.filter((field) => mapping[field] === undefined);
  if (missing.length === 0) return undefined;
  const columns = header.names.slice(0, 20).join(', ');
  return `A mapping needs ${missing.join(' and ')} as well; the columns are ${columns}.`;
}

export function mappingText(mapping: Mapping): string {
  return Object.entries(mapping)
    .map(([field, column]) => `${field}=${column}`)
    .join(',');
}
