import { columnName, type Header } from '../header.ts';

// Names that shops' own tables give their columns, in the languages we were asked for so far; compared
// without regard to case, spaces, hyphens and underscores.
const SYNONYMS = {
  handle: ['handle', 'slug', 'url key', 'permalink', 'url handle'],
  group: ['group', 'group id', 'parent sku', 'parent', 'model', 'style', 'artikelgruppe', 'product id'],
  title: [
    'title',
    'name',
    'product name',
    'product',
    'titel',
    'bezeichnung',
    'artikelname',
    'produktname',
    'nom',
    'nombre',
    'titolo',
  ],
  description: [
    'description',
    'body',
    'long description',
    'beschreibung',
    'descripcion',
    'descrizione',
    'description html',
  ],
  brand: ['brand', 'vendor', 'manufacturer', 'marke', 'hersteller', 'marque', 'marca'],
  type: ['type', 'product type', 'produktart', 'warengruppe'],
  tags: ['tags', 'keywords', 'schlagworte'],
  categories: ['category', 'categories', 'kategorie', 'kategorien', 'catégorie', 'categoria', 'categoría'],
  status: ['status', 'active', 'published', 'visible', 'aktiv'],
  seoTitle: ['seo title', 'meta title'],
  seoDescription: ['seo description', 'meta description'],
  sku: [
    'sku',
    'article number',
    'item number',
    'artikelnummer',
    'artikelnr',
    'art nr',
    'référence',
    'referencia',
    'code',
  ],
  barcode: ['barcode', 'ean', 'gtin', 'upc', 'isbn', 'ean13'],
  price: ['price', 'sale price', 'unit price', 'preis', 'vk', 'verkaufspreis', 'prix', 'precio', 'prezzo'],
  compareAtPrice: ['compare at price', 'rrp', 'msrp', 'list price', 'regular price', 'uvp', 'old price'],
  cost: ['cost', 'cost price', 'purchase price', 'einkaufspreis', 'ek'],
  stock: [
    'stock',
    'quantity',
    'qty',
    'inventory',
    'bestand',
    'lagerbestand',
    'menge',
    'existencias',
    'on hand',
  ],
  weightGrams: ['weight g', 'weight grams', 'grams', 'gewicht g'],
  images: ['images', 'image', 'image url', 'picture', 'photo', 'bild', 'bilder', 'image link'],
  option1: ['size', 'grösse', 'größe', 'groesse', 'taille', 'talla', 'option 1', 'option1'],
  option2: ['color', 'colour', 'farbe', 'couleur', 'option 2', 'option2'],
  option3: ['material', 'option 3', 'option3'],
  hsCode: ['hs code', 'customs tariff number', 'zolltarifnummer'],
  originCountry: ['country of origin', 'origin', 'ursprungsland', 'herkunftsland'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type MappingField = keyof typeof SYNONYMS;

/** The fields a mapping may name, besides `attribute.KEY` and `option1.name`. */
export const MAPPING_FIELDS: readonly string[] = Object.keys(SYNONYMS);

/** Our field to the file's column, as far as the columns' names tell: a start for a person to correct. */
export function suggestMapping(header: Header): Record<string, string> {
  const bare = (name: string) => columnName(name).replace(/[\s_.-]+/g, ' ');
  const found: Record<string, string> = {};
  for (const [field, synonyms] of Object.entries<readonly string[]>(SYNONYMS)) {
    const taken = new Set(Object.values(found));
    const name = synonyms
      .map((synonym) => header.names.find((column) => bare(column) === synonym && !taken.has(column)))
      .find((column) => column !== undefined);
    if (name !== undefined) found[field] = name;
  }
  return found;
}

/** What is wrong with a mapping for this file, in words, or undefined. */
export function mappingProblem(
  mapping: Readonly<Record<string, string>>,
  header: Header,
): string | undefined {
  for (const [field, column] of Object.entries(mapping)) {
    if (/^option[123]\.name$/.test(field)) continue;
    if (!MAPPING_FIELDS.includes(field) && !field.startsWith('attribute.')) {
      return `"${field}" is no field; there are ${MAPPING_FIELDS.join(', ')} and attribute.KEY.`;
    }
    if (!header.has(column)) return `The file has no column "${column}", which ${field} is mapped to.`;
  }
  return mapping['title'] === undefined && mapping['sku'] === undefined
    ? 'A mapping needs at least title, or sku to update products that are there.'
    : undefined;
}
