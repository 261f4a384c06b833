import { z } from 'zod';
import { endpoint, instant, money, uuid } from '../../../../platform/api/index.ts';

const counted = z.array(z.object({ name: z.string(), visitors: z.int() }));

export const liveEndpoints = {
  readLive: endpoint({
    ...{ method: 'GET', path: '/live', group: 'Reports', audience: 'reports:read', rate: 'read' },
    summary: 'Who is on the shop now, and what they do: counts, and nobody’s way through it',
    description:
      'From events as they come in, past the warehouse. Whoever asks within three seconds is told the same. Bots and staff are ' +
      'not in it. An empty name: not known.',
    output: z.object({
      at: instant(),
      visitors: z.object({ last5: z.int(), last30: z.int() }).describe('Of the last 5 and 30 minutes.'),
      minutes: z
        .array(z.object({ at: instant(), views: z.int() }))
        .describe('Page views of each of the last 30 minutes; the last one goes on.'),
      pages: counted.describe('Which page visitors of the last five minutes saw last.'),
      countries: counted.describe('ISO 3166-1, of the last 30 minutes.'),
      ...{ channels: counted, devices: counted },
      stages: z
        .object({ cart: z.int(), checkout: z.int(), bought: z.int() })
        .describe('How far visitors of the last 30 minutes came: each where they came to at last.'),
      orders: z
        .array(
          z.object({
            id: uuid(),
            number: z.string(),
            placedAt: instant(),
            country: z.string(),
            total: money,
          }),
        )
        .describe('Placed in the last 30 minutes, the latest first.'),
    }),
    refusals: { analytics_away: 503, not_live: 503 },
  }),
};
