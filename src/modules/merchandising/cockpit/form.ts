import type { Asking, Told } from '../../../platform/cockpit/api/index.ts';
import { conditionsOf, NO_RULE, type RuleForm, ruleOf } from './rule-form.ts';

export type Collection = Told<'readCollection'>;

export type CollectionForm = {
  readonly title: string;
  readonly handle: string;
  readonly descriptionHtml: string;
  readonly kind: Collection['kind'];
  readonly rule: RuleForm;
  readonly sort: Collection['sort'];
  readonly isPublished: boolean;
  readonly seoTitle: string;
  readonly seoDescription: string;
};

export const NEW_COLLECTION: CollectionForm = {
  ...{ title: '', handle: '', descriptionHtml: '', kind: 'manual', rule: NO_RULE, sort: 'manual' },
  ...{ isPublished: true, seoTitle: '', seoDescription: '' },
};

export function formOf(collection: Collection): CollectionForm {
  const { title, handle, descriptionHtml, kind, sort, isPublished, seoTitle, seoDescription } = collection;
  const rule = conditionsOf(collection.rule) ?? NO_RULE;
  return { title, handle, descriptionHtml, kind, rule, sort, isPublished, seoTitle, seoDescription };
}

/** Whether the editor can state the rule: one that an importer or a program nested deeper stays as it is. */
export function isStatable({ kind, rule }: Pick<Collection, 'kind' | 'rule'>): boolean {
  return kind === 'manual' || conditionsOf(rule) !== undefined;
}

export function bodyOf(form: CollectionForm, keepsRule: boolean): Asking<'createCollection'>['body'] {
  const { kind, rule, handle, ...rest } = form;
  const stated = keepsRule ? {} : { rule: kind === 'rule' ? ruleOf(rule) : null };
  return { ...rest, ...stated, ...(handle === '' ? {} : { handle }) };
}
