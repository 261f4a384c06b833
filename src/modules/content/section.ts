import { z } from 'zod';
import { sanitiseHtml } from '../../platform/html/index.ts';
import { isLinkTarget } from './address.ts';
import { type Localised, localText } from './local-text.ts';
import { HANDLE } from './refusal.ts';

const LINE = 255;
const TEXT = 2_000;

/** Where something leads: a path of the shop, or an address on the web. */
export const LINK_TARGET = z
  .string()
  .refine(
    isLinkTarget,
    'must be a path of this shop such as /collections/new-in, or an address with https://',
  );

const link = z.strictObject({ title: localText(LINE, { min: 1 }), path: LINK_TARGET });
const picture = z.strictObject({ assetId: z.uuid().toLowerCase(), alt: localText(LINE).default(blank()) });
const line = localText(LINE).default(blank());
const text = localText(TEXT).default(blank());

const hero = z.strictObject({
  kind: z.literal('hero'),
  eyebrow: line,
  title: localText(LINE, { min: 1 }),
  text,
  action: link,
  picture: picture.optional(),
  secondPicture: picture.optional(),
});

/** The first products of a collection in its own order, and a link to it. */
const products = z.strictObject({
  kind: z.literal('products'),
  title: localText(LINE, { min: 1 }),
  text,
  collection: HANDLE,
  count: z.int().min(1).max(24).default(8),
  hasMoreLink: z.boolean().default(true),
});

const collections = z.strictObject({
  kind: z.literal('collections'),
  title: line,
  items: z
    .array(z.strictObject({ handle: HANDLE, text: line }))
    .min(1)
    .max(24),
});

const editorial = z.strictObject({
  kind: z.literal('editorial'),
  title: localText(LINE, { min: 1 }),
  html: localText(20_000, { clean: sanitiseHtml }),
  action: link.optional(),
  picture: picture.optional(),
});

const promises = z.strictObject({
  kind: z.literal('promises'),
  items: z
    .array(
      z.strictObject({
        icon: z.enum(['delivery', 'returns', 'secure', 'craft', 'support']),
        title: localText(LINE, { min: 1 }),
        text,
      }),
    )
    .min(1)
    .max(8),
});

const brands = z.strictObject({
  kind: z.literal('brands'),
  title: line,
  handles: z.array(HANDLE).min(1).max(24),
});

const section = z.discriminatedUnion('kind', [hero, products, collections, editorial, promises, brands]);

/** What may stand on the home page, in order. */
export const SECTIONS = z.array(section).max(30);

/** A bar above every page, from and until an instant when given. */
export const NOTICE = z
  .strictObject({
    text: localText(LINE, { min: 1 }),
    path: LINK_TARGET.optional(),
    startsAt: z.iso.datetime({ offset: true }).optional(),
    endsAt: z.iso.datetime({ offset: true }).optional(),
  })
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || Date.parse(startsAt) < Date.parse(endsAt), {
    message: 'must end after it starts',
    path: ['endsAt'],
  });

export type SectionDraft = z.input<typeof section>;
export type KeptSection = z.output<typeof section>;
/** A section in one language; which products, pictures and brands it shows is for the page to look up. */
export type Section = Localised<KeptSection>;

export type NoticeDraft = z.input<typeof NOTICE>;
export type KeptNotice = z.output<typeof NOTICE>;
export type Notice = { readonly text: string; readonly path: string | undefined };

function blank() {
  return { text: '', translations: {} };
}
