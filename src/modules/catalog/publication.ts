import type { Product } from './product.ts';

type Schedule = Pick<Product, 'status' | 'publishAt' | 'unpublishAt'>;

/** Whether shoppers see it: active, from `publishAt` on and until just before `unpublishAt`. */
export function isPublished(product: Schedule, now: Temporal.Instant): boolean {
  const { status, publishAt, unpublishAt } = product;
  const hasBegun = publishAt === undefined || Temporal.Instant.compare(publishAt, now) <= 0;
  const hasEnded = unpublishAt !== undefined && Temporal.Instant.compare(unpublishAt, now) <= 0;
  return status === 'active' && hasBegun && !hasEnded;
}

/** When shoppers first saw it, as far as is known at `now`. */
export function firstPublished(
  product: Schedule,
  before: Temporal.Instant | undefined,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  return before ?? (isPublished(product, now) ? now : undefined);
}
