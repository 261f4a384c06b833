import './events.ts';

export type { AttributeDefinition, AttributeType, AttributeValue } from './attribute.ts';
export { type DefinitionRefusal, saveAttributeDefinition } from './attribute-definitions.ts';
export type { Brand, BrandId } from './brand.ts';
export { type BrandRefusal, readBrandByHandle, readBrands, saveBrand } from './brands.ts';
export type { BundleComponent, BundleRefusal } from './bundles.ts';
export { readBundleComponents, readBundlesAround, readBundlesOf, setBundleComponents } from './bundles.ts';
export { moveCategory, removeCategory, saveCategory } from './categories.ts';
export type { Category, CategoryId } from './category.ts';
export { type DigitalFile, readDigitalFiles, setDigitalFiles } from './digital-files.ts';
export type { CategoryRefusal } from './draft/check-category.ts';
export { gtinCheckDigit, isGlobalGtin, isGtin } from './gtin.ts';
export type { Product, ProductId, ProductKind, ProductMedia, SafetyContact } from './product.ts';
export type { ProductDraft, VariantDraft } from './product-draft.ts';
export { isPublished } from './publication.ts';
export type { RelationKind, RelationList, RelationRefusal, Relations } from './relations.ts';
export { readRelations, setManyRelations, setRelations } from './relations.ts';
export { archiveProducts, removeProducts } from './remove-products.ts';
export { planProducts, saveProducts } from './save-products.ts';
export type { DraftRefusal, PlannedSave, SavedProduct, SavedVariant } from './saved-product.ts';
export type { Sellable } from './sellable.ts';
export { readCategories } from './store/categories.ts';
export { findExistingHandles, readHandles } from './store/find-handles.ts';
export { findHandlesBySku, readProductIdsOfVariants } from './store/find-variants.ts';
export { listProductIds, streamProducts } from './store/list-products.ts';
export { readProductByHandle, readProducts, readProductsByHandle } from './store/read-products.ts';
export { readAttributeDefinitions } from './store/read-references.ts';
export { type Offered, readOffered, readSellables } from './store/read-sellables.ts';
export { listVariantIds, readUsedFields, type UsedFields } from './store/used-fields.ts';
export { catalogCrons, catalogJobs } from './tasks.ts';
export { translateProduct } from './translate-product.ts';
export type { EntityTexts, TranslatedEntity, TranslationRefusal } from './translations.ts';
export {
  readTranslatedLocales,
  readTranslations,
  setManyTranslations,
  setTranslations,
} from './translations.ts';
export type { AssetId, Option, UnitPriceMeasure, Variant, VariantId } from './variant.ts';
