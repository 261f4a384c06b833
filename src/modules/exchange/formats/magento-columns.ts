import type { Cells, Columns } from './cells.ts';

// Magento 2's export, as far as its columns mean something here; the others are kept as foreign fields.
export const MAGENTO_COLUMNS = {
  sku: ['sku'],
  view: ['store_view_code'],
  type: ['product_type'],
  categories: ['categories'],
  name: ['name'],
  description: ['description'],
  shortDescription: ['short_description'],
  weight: ['weight'],
  online: ['product_online'],
  taxClass: ['tax_class_name'],
  visibility: ['visibility'],
  price: ['price'],
  special: ['special_price'],
  specialFrom: ['special_price_from_date'],
  specialTo: ['special_price_to_date'],
  cost: ['cost'],
  urlKey: ['url_key'],
  metaTitle: ['meta_title'],
  metaDescription: ['meta_description'],
  image: ['base_image'],
  imageLabel: ['base_image_label'],
  moreImages: ['additional_images'],
  moreLabels: ['additional_image_labels'],
  attributes: ['additional_attributes'],
  qty: ['qty'],
  isInStock: ['is_in_stock'],
  manageStock: ['manage_stock'],
  backorders: ['allow_backorders'],
  lowStock: ['notify_on_stock_below'],
  country: ['country_of_manufacture'],
  variations: ['configurable_variations'],
  labels: ['configurable_variation_labels'],
  related: ['related_skus'],
  crossSells: ['crosssell_skus'],
  upsells: ['upsell_skus'],
} as const satisfies Columns<string>;

export type MagentoKey = keyof typeof MAGENTO_COLUMNS;
export type MagentoCells = Cells<MagentoKey>;
