import { z } from 'zod';
import { id, integer } from '../../../platform/api/index.ts';

/** So many of a line of an order. */
export const pieces = z.strictObject({ lineId: id<'order_line'>(), quantity: integer(1, 9_999) });

/** So many of what the shop sells. */
export const wish = z.strictObject({ variantId: id<'variant'>(), quantity: integer(1, 9_999) });
