import { z } from 'zod';
import { endpoint, id, instant, text } from '../../../../platform/api/index.ts';
import { thumbnail } from './product-table.ts';

const TEMPLATES = ['atelier', 'depot', 'nocturne'] as const;
const shared = { group: 'Shop', audience: 'settings:write', rate: 'write' } as const;
const read = { ...shared, method: 'GET', audience: 'settings:read', rate: 'read' } as const;

const theme = z
  .object({
    accent: z.string().describe('`#8c3b1e`; empty is the template’s own.'),
    logo: thumbnail.optional(),
    picture: thumbnail.optional().describe('Where a page without a picture of its own is shared.'),
  })
  .meta({ id: 'ShopTheme' });

const drawn = z.object({
  colour: z.string(),
  ratio: z.number().describe('The least contrast with what it stands on and what stands on it (WCAG 2.2).'),
  isAdjusted: z.boolean().describe('Made lighter or darker, so that it can be read.'),
});

export const shopLookEndpoints = {
  readTheme: endpoint({
    ...{ ...read, path: '/shop/theme', summary: 'What is the shop’s own in every template', refusals: {} },
    output: theme,
  }),
  saveTheme: endpoint({
    ...{
      ...shared,
      method: 'PUT',
      path: '/shop/theme',
      summary: 'Give the shop a colour, a logo, a picture',
    },
    body: z.strictObject({
      accent: text(7),
      logoId: id<'asset'>().optional(),
      pictureId: id<'asset'>().optional(),
    }),
    output: theme,
    refusals: {
      ...({ missing: 422, too_long: 422, invalid: 422, not_found: 404, in_use: 409 } as const),
      country_taken: 409,
    },
    changes: { kind: 'theme', read: 'readTheme' },
  }),
  previewLook: endpoint({
    ...{ ...read, path: '/shop/look/preview', summary: 'A way to see the shop in another look' },
    description:
      'Pages with `?preview=` and the token are drawn in that look for half an hour; the shop stays as it is.',
    query: z.strictObject({
      template: z.enum(TEMPLATES),
      accent: text(7).optional().describe('Left out, the one that is kept.'),
    }),
    output: z.object({
      token: z.string(),
      until: instant(),
      pages: z.array(z.object({ kind: z.enum(['home', 'listing', 'product']), path: z.string() })),
      accent: z
        .object({ light: drawn, dark: drawn })
        .optional()
        .describe('How the template draws the colour; left out when it is the template’s own.'),
    }),
    refusals: { invalid: 422 },
  }),
};
