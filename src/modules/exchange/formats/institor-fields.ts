import type { ProductKind, SafetyContact } from '../../catalog/index.ts';
import { readFields } from '../own/cells.ts';
import type { OwnKey } from '../own/columns.ts';
import type { Row } from '../read/csv.ts';
import type { ProductRecord } from '../record.ts';
import { readList, readPaths } from '../values/list.ts';
import type { Cells } from './cells.ts';
import { readInstant } from './sale.ts';

const KINDS: readonly ProductKind[] = ['physical', 'digital', 'bundle', 'gift_card'];

/**
 * The product's own fields in our file: a column that is there replaces the field, an absent one leaves it.
 */
export function ownFields(row: Row, cells: Cells<OwnKey>): ProductRecord['product'] {
  const given = <Fields extends object>(key: OwnKey, fields: (text: string) => Fields) =>
    cells.has(key) ? fields(cells.raw(row, key)) : {};
  return {
    ...given('title', (title) => (title.trim() === '' ? {} : { title })),
    ...given('description', (descriptionHtml) => ({ descriptionHtml })),
    ...given('kind', () => ({ kind: kindOf(row, cells) })),
    ...given('brand', (brand) => ({ brand })),
    ...given('productType', (productType) => ({ productType })),
    ...given('tags', (text) => ({ tags: readList(text, ',') })),
    ...given('categories', (text) => ({ categories: readPaths(text, ';') })),
    ...given('status', () => ({ status: statusOf(row, cells) })),
    ...given('publishAt', () => ({ publishAt: instantOf(row, 'publishAt', cells) })),
    ...given('unpublishAt', () => ({ unpublishAt: instantOf(row, 'unpublishAt', cells) })),
    ...given('seoTitle', (seoTitle) => ({ seoTitle })),
    ...given('seoDescription', (seoDescription) => ({ seoDescription })),
    ...given('manufacturer', () => ({
      manufacturer: contactOf(row, ['manufacturer', 'manufacturerPost', 'manufacturerMail'], cells),
    })),
    ...given('responsible', () => ({
      euResponsiblePerson: contactOf(row, ['responsible', 'responsiblePost', 'responsibleMail'], cells),
    })),
    ...given('safetyWarnings', (safetyWarnings) => ({ safetyWarnings })),
    ...given('otherFields', (text) => ({ foreignFields: fieldsOf(row, text, cells) })),
  };
}

function kindOf(row: Row, cells: Cells<OwnKey>): ProductKind {
  const text = cells.text(row, 'kind').toLowerCase();
  const kind = KINDS.find((known) => known === text);
  if (kind !== undefined || text === '') return kind ?? 'physical';
  cells.report(row, 'kind', 'error', 'unknown_kind', `"${text}" is none of ${KINDS.join(', ')}.`);
  return 'physical';
}

function statusOf(row: Row, cells: Cells<OwnKey>): 'draft' | 'active' | 'archived' {
  const text = cells.text(row, 'status').toLowerCase();
  if (text === 'active' || text === 'draft' || text === 'archived') return text;
  if (text !== '')
    cells.report(row, 'status', 'error', 'unknown_status', `"${text}" is none of active, draft, archived.`);
  return 'draft';
}

function instantOf(row: Row, key: OwnKey, cells: Cells<OwnKey>): Temporal.Instant | undefined {
  const text = cells.text(row, key);
  const instant = text === '' ? undefined : readInstant(text);
  if (text !== '' && instant === undefined) {
    cells.report(row, key, 'error', 'not_a_time', `"${text}" is no time such as 2026-11-23T08:00:00Z.`);
  }
  return instant;
}

function contactOf(
  row: Row,
  [name, post, mail]: readonly [OwnKey, OwnKey, OwnKey],
  cells: Cells<OwnKey>,
): SafetyContact | undefined {
  const contact = {
    name: cells.raw(row, name),
    postalAddress: cells.raw(row, post),
    electronicAddress: cells.raw(row, mail),
  };
  return Object.values(contact).every((text) => text === '') ? undefined : contact;
}

function fieldsOf(row: Row, text: string, cells: Cells<OwnKey>): Readonly<Record<string, string>> {
  const fields = readFields(text);
  if (fields === undefined)
    cells.report(row, 'otherFields', 'error', 'bad_json', 'The cell is no JSON object of texts.');
  return fields ?? {};
}
