import { z } from 'zod';
import { parseId } from '../../kernel/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { Reaction } from '../../platform/outbox/index.ts';
import type { AssetId } from './asset.ts';
import { fetchAsset } from './fetch-asset.ts';
import { renderAhead } from './render.ts';

const AboutAsset = z.object({
  assetId: z.string().transform((text, context) => {
    const id = parseId<'asset'>(text);
    if (id !== undefined) return id;
    context.addIssue('not the id of an asset');
    return z.NEVER;
  }),
});

const fetchJob: Job<'media.fetch', { assetId: AssetId }> = {
  name: 'media.fetch',
  parse: (payload) => AboutAsset.parse(payload),
  // A server that is down for an hour is asked again by then.
  maxAttempts: 7,
  run: async ({ db, files, isLastAttempt }, { assetId }) => {
    await fetchAsset({ db, files }, { assetId, isLastAttempt });
  },
};

const renderJob: Job<'media.render', { assetId: AssetId }> = {
  name: 'media.render',
  parse: (payload) => AboutAsset.parse(payload),
  maxAttempts: 3,
  run: ({ db, files }, { assetId }) => renderAhead({ db, files }, { assetId }),
};

export const mediaJobs: readonly Job[] = [fetchJob, renderJob];
export const mediaReactions: readonly Reaction[] = [];
