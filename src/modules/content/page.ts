import { z } from 'zod';
import type { Id } from '../../kernel/index.ts';
import { sanitiseHtml } from '../../platform/html/index.ts';
import { HANDLE } from './refusal.ts';

export type PageId = Id<'page'>;

/** A page of the shop's own words, in one language: about us, imprint, delivery. */
export type Page = {
  readonly id: PageId;
  readonly handle: string;
  readonly title: string;
  /** Sanitised on the way in. */
  readonly bodyHtml: string;
  readonly seoTitle: string;
  readonly seoDescription: string;
  readonly isPublished: boolean;
  readonly updatedAt: Temporal.Instant;
};

const title = z.string().trim().min(1, 'a page needs a title').max(255);
const body = z.string().max(200_000).transform(sanitiseHtml);
const seoTitle = z.string().trim().max(255);
const seoDescription = z.string().trim().max(1_000);

/** The words of a page that differ by language; what is left out is in the shop's own. */
const words = z.strictObject({
  title: title.optional(),
  bodyHtml: body.optional(),
  seoTitle: seoTitle.optional(),
  seoDescription: seoDescription.optional(),
});

/** Parses a page as somebody wants it to be. */
export const PAGE = z.strictObject({
  handle: HANDLE,
  title,
  bodyHtml: body,
  seoTitle: seoTitle.default(''),
  seoDescription: seoDescription.default(''),
  isPublished: z.boolean().default(true),
  /** By language tag; replaces all translations. Left out: they stay. */
  translations: z
    .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is no language tag'), words)
    .optional(),
});

export type PageDraft = z.input<typeof PAGE>;
export type KeptPage = z.output<typeof PAGE>;
export type PageWords = z.output<typeof words>;
