import { z } from 'zod';
import { text } from '../../../../platform/api/index.ts';

const webAddress = () =>
  text(2_000).regex(/^https?:\/\/[^\s/?#]+([/?#]\S*)?$/, 'an address that begins with https://');

/** The same in the address of what has no body. */
export const visitQuery = z.strictObject({
  visitorId: text(100, 1)
    .regex(/^[\w.-]+$/, 'letters, digits, dots and dashes')
    .optional()
    .describe(
      'Only of who agreed to statistics: by which their other events are known, such as `client_id` of the Measurement ' +
        'Protocol. Not taken from a browser that objects (Global Privacy Control).',
    ),
  userAgent: text(500, 1)
    .optional()
    .describe('Of the shopper, where a server asks in their place: it is then told with `visitorId` only.'),
  page: webAddress().optional().describe('Where they are.'),
  referrer: webAddress().optional().describe('Where they came from.'),
});

/** In which visit it happens, for the statistics: never asked for, and nothing else follows from it. */
export const visit = visitQuery.optional();

export type VisitAsked = z.infer<typeof visit>;
