import { Package } from 'lucide-react';
import { callApi } from '../../../platform/cockpit/api/index.ts';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const PRODUCTS = { en: 'Products', de: 'Produkte', fr: 'Produits', es: 'Productos' };
const CATEGORIES = { en: 'Categories', de: 'Kategorien', fr: 'Catégories', es: 'Categorías' };
const BRANDS = { en: 'Brands', de: 'Marken', fr: 'Marques', es: 'Marcas' };
const ATTRIBUTES = { en: 'Attributes', de: 'Merkmale', fr: 'Attributs', es: 'Atributos' };
const NEW = { en: 'Add product', de: 'Produkt anlegen', fr: 'Ajouter un produit', es: 'Añadir producto' };
const SHEET = {
  ...{ en: 'Edit products as a sheet', de: 'Produkte als Tabelle bearbeiten' },
  ...{ fr: 'Modifier les produits en tableau', es: 'Editar productos como hoja' },
};

export const desk: Desk = {
  name: 'products',
  section: 'work',
  rank: 30,
  icon: Package,
  navigation: [
    {
      path: '/products',
      label: PRODUCTS,
      permission: 'products:read',
      key: 'p',
      words: 'articles catalogue sku',
    },
    { path: '/categories', label: CATEGORIES, permission: 'products:read' },
    { path: '/brands', label: BRANDS, permission: 'products:read' },
    { path: '/attributes', label: ATTRIBUTES, permission: 'products:read' },
  ],
  screens: [
    { path: '/products', permission: 'products:read', load: () => import('./table/products-screen.tsx') },
    {
      path: '/products/new',
      permission: 'products:write',
      load: () => import('./editor/new-product-screen.tsx'),
    },
    { path: '/products/sheet', permission: 'products:write', load: () => import('./sheet/sheet-screen.tsx') },
    { path: '/products/$id', permission: 'products:read', load: () => import('./editor/product-screen.tsx') },
    {
      path: '/categories',
      permission: 'products:read',
      load: () => import('./taxonomy/categories-screen.tsx'),
    },
    { path: '/brands', permission: 'products:read', load: () => import('./taxonomy/brands-screen.tsx') },
    {
      path: '/attributes',
      permission: 'products:read',
      load: () => import('./taxonomy/attributes-screen.tsx'),
    },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
  actions: [
    { label: NEW, permission: 'products:write', path: '/products/new', words: 'create product' },
    {
      label: SHEET,
      permission: 'products:write',
      path: '/products/sheet',
      words: 'bulk excel spreadsheet prices',
    },
  ],
  finders: [
    {
      label: PRODUCTS,
      permission: 'products:read',
      find: async (q, signal) => {
        const { items } = await callApi('listProductRows', { query: { q, limit: '6' } }, { signal });
        return items.map(({ id, title, handle }) => ({ id, title, detail: handle, path: `/products/${id}` }));
      },
    },
  ],
};
