import type { Facet, FacetValue, SearchQuery } from '../query.ts';
import type { Core } from './core.ts';
import { HIDDEN_FACETS } from './facet-values.ts';
import type { Selection } from './select.ts';
import { nameIn, type SettingsIndex } from './settings-index.ts';

/** The most that a list of filters can show; chosen values are always among them. */
const MOST_FACETS = 15;
const MOST_VALUES = 100;

/** Facets with a count above zero or a choice made, in the order in which a shop shows them. */
export function presentFacets(
  core: Core,
  settings: SettingsIndex,
  query: SearchQuery,
  selection: Selection,
): Facet[] {
  const byFacet = countedValues(core, query, selection);
  const facets = [...byFacet].map(([key, values]) => presentFacet(core, settings, query, key, values));
  const coverage = new Map(
    [...byFacet].map(([key, values]) => [key, values.reduce((sum, v) => sum + v.count, 0)]),
  );
  return facets
    .toSorted(
      (a, b) =>
        facetRank(settings, a.key) - facetRank(settings, b.key) ||
        (coverage.get(b.key) ?? 0) - (coverage.get(a.key) ?? 0) ||
        (a.key < b.key ? -1 : 1),
    )
    .slice(0, MOST_FACETS);
}

type Counted = {
  /** Undefined for a chosen value that no product has (any more). */
  readonly number: number | undefined;
  readonly value: string;
  readonly count: number;
  readonly isSelected: boolean;
};

function countedValues(core: Core, query: SearchQuery, { counts }: Selection): Map<string, Counted[]> {
  const { values } = core;
  const byFacet = new Map<string, Counted[]>();
  const add = (facet: string, counted: Counted): void => {
    const list = byFacet.get(facet);
    if (list === undefined) byFacet.set(facet, [counted]);
    else list.push(counted);
  };
  const facetOf = values.facetOf;
  const isHidden = values.facets.map((facet) => HIDDEN_FACETS.has(facet));
  const isChosen = (facet: string, value: string): boolean => query.filters[facet]?.includes(value) === true;
  for (let number = 0; number < values.size; number++) {
    const count = counts[number] ?? 0;
    if (count === 0 || isHidden[facetOf[number] ?? 0]) continue;
    const { facet, value } = values.at(number);
    add(facet, { number, value, count, isSelected: isChosen(facet, value) });
  }
  // A choice can always be taken back, also when nothing has it.
  for (const [facet, chosen] of Object.entries(query.filters))
    for (const value of new Set(chosen)) {
      const number = values.numberOf(facet, value);
      if (number === undefined || counts[number] === 0)
        add(facet, { number, value, count: 0, isSelected: true });
    }
  return byFacet;
}

function presentFacet(
  core: Core,
  settings: SettingsIndex,
  query: SearchQuery,
  key: string,
  counted: readonly Counted[],
): Facet {
  const known = settings.facet(key);
  const kind = known?.kind ?? (COLOR_OPTION.test(key) ? 'color' : 'choice');
  const most = counted.toSorted(
    (a, b) =>
      Number(b.isSelected) - Number(a.isSelected) || b.count - a.count || (a.value < b.value ? -1 : 1),
  );
  const values = most.slice(0, MOST_VALUES).map(({ number, value, count, isSelected }): FacetValue => {
    const named = key === 'category' ? settings.categoryName(value, query.locale) : undefined;
    const label = named ?? (number === undefined ? value : core.values.nameOf(number, query.locale));
    const color = kind === 'color' ? (core.values.colorOf(value) ?? core.values.colorOf(label)) : undefined;
    return { value, label, count, isSelected, ...(color === undefined ? {} : { color }) };
  });
  const ownName = core.values.facetNameOf(key, query.locale);
  const label = nameIn(known, query.locale) ?? ownName ?? key.replace(/^(?:option|attribute)\./, '');
  return { key, label, kind, values: values.toSorted(byNature) };
}

const COLOR_OPTION = /^(?:option|attribute)\.(?:colou?r|farbe|couleur|kleur)s?$/i;
const SIZES = 'xxs xs s m l xl xxl 2xl xxxl 3xl 4xl 5xl'.split(' ');

/** Sizes and numbers in their own order; else the most frequent first. */
function byNature(a: FacetValue, b: FacetValue): number {
  const left = naturalRank(a.value);
  const right = naturalRank(b.value);
  if (left !== undefined && right !== undefined && left !== right) return left - right;
  return b.count - a.count || (a.label < b.label ? -1 : a.label > b.label ? 1 : a.value < b.value ? -1 : 1);
}

function naturalRank(value: string): number | undefined {
  const size = SIZES.indexOf(value.toLowerCase());
  if (size >= 0) return size - 1_000;
  const number = /^\d+(?:[.,]\d+)?/.exec(value);
  return number === null ? undefined : Number(number[0].replace(',', '.'));
}

const FIRST = ['category', 'type', 'brand'];

function facetRank(settings: SettingsIndex, key: string): number {
  const first = FIRST.indexOf(key);
  if (first >= 0) return first;
  if (key.startsWith('option.')) return FIRST.length;
  return FIRST.length + 1 + (settings.facet(key)?.position ?? 1_000);
}
