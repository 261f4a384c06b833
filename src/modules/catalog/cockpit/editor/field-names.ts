import { productWords } from '../words.ts';

/** What a field of a product is called in the editor. */
export function fieldName(field: string): string {
  const t = productWords();
  const { editor } = t;
  const names: Readonly<Record<string, string>> = {
    ...{ title: editor.name, descriptionHtml: editor.description, handle: editor.handle, status: t.status },
    ...{
      kind: t.kind,
      brand: t.brand,
      brandId: t.brand,
      productType: t.type,
      tags: t.tags,
      media: editor.media,
    },
    ...{
      categories: t.category,
      categoryIds: t.category,
      options: editor.options,
      variants: editor.variantTable,
    },
    ...{ seoTitle: editor.seoTitle, seoDescription: editor.seoDescription, publishAt: editor.publishAt },
    ...{ unpublishAt: editor.unpublishAt, attributes: editor.attributes, manufacturer: editor.manufacturer },
    ...{ euResponsiblePerson: editor.responsible, safetyWarnings: editor.warnings },
  };
  return names[field] ?? field;
}
