import type { HomeSection } from '../../model/index.ts';

/** The home section of one kind. */
export type SectionOf<Kind extends HomeSection['kind']> = Extract<HomeSection, { readonly kind: Kind }>;
