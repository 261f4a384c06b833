import { z } from 'zod';
import { text } from '../../../../platform/api/index.ts';

/** An address as it is sent; which parts a country asks for is the markets' to say. */
export const addressInput = z
  .strictObject({
    name: text(200),
    company: text(200).optional(),
    line1: text(200),
    line2: text(200).optional(),
    city: text(200),
    region: text(100).optional().describe('ISO 3166-2 without the country, where the country uses one.'),
    postalCode: text(20).optional(),
    country: text(2).describe('ISO 3166-1 alpha-2.'),
    phone: text(50).optional(),
  })
  .describe('A postal address.');

export const address = z
  .object({
    name: z.string(),
    company: z.string().optional(),
    line1: z.string(),
    line2: z.string().optional(),
    city: z.string(),
    region: z.string().optional(),
    postalCode: z.string().optional(),
    country: z.string(),
    phone: z.string().optional(),
  })
  .meta({ id: 'Address' });

export const deliveryOption = z
  .object({
    id: z.string(),
    name: z.string(),
    carrier: z.string().optional(),
    service: z.string().optional(),
    price: z.object({ amount: z.string(), currency: z.string() }),
    minDays: z.int().optional().describe('Business days.'),
    maxDays: z.int().optional(),
    pickupPoint: z.object({ name: z.string(), code: z.string(), address }).optional(),
  })
  .meta({ id: 'DeliveryOption' });
