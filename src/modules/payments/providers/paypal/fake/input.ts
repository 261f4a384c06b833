import { z } from 'zod';
import { invalid } from './api-error.ts';

/** The requests that this PayPal understands, as far as it looks at them. */
export const money = z.object({ currency_code: z.string(), value: z.string() });

const context = z.object({
  return_url: z.url(),
  cancel_url: z.url(),
  locale: z
    .string()
    .regex(/^[a-z]{2}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/)
    .optional(),
});

export const orderRequest = z.object({
  intent: z.enum(['CAPTURE', 'AUTHORIZE']),
  purchase_units: z
    .array(
      z.object({
        amount: money,
        custom_id: z.string().max(255).optional(),
        invoice_id: z.string().max(127).optional(),
        description: z.string().max(127).default(''),
      }),
    )
    .length(1),
  payment_source: z.object({ paypal: z.object({ experience_context: context }) }),
});

export const patchRequest = z.array(
  z.object({
    op: z.literal('replace'),
    path: z.literal("/purchase_units/@reference_id=='default'/custom_id"),
    value: z.string().max(255),
  }),
);

export const captureRequest = z.object({
  amount: money,
  invoice_id: z.string().max(127).optional(),
  final_capture: z.boolean().default(false),
});

export const reauthorizeRequest = z.object({ amount: money });

export const refundRequest = z.object({
  amount: money.optional(),
  invoice_id: z.string().max(127).optional(),
  custom_id: z.string().max(127).optional(),
});

export const evidenceRequest = z.object({
  evidences: z.array(z.object({ evidence_type: z.string(), notes: z.string().max(2_000) }).loose()).min(1),
});

/** The parts of a multipart body, as the server hands them on. */
export const parts = z.array(
  z.object({
    ...{ field: z.string(), name: z.string(), type: z.string(), text: z.string() },
    ...{ size: z.int(), digest: z.string() },
  }),
);

/** The body in this shape, or PayPal's answer to what is not. */
export function parsed<Shape extends z.ZodType>(shape: Shape, body: string): z.infer<Shape> {
  const result = shape.safeParse(jsonOf(body));
  if (!result.success) throw invalid(`INVALID_PARAMETER_VALUE ${result.error.issues[0]?.path.join('/')}`);
  return result.data;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw invalid('MALFORMED_REQUEST_JSON');
  }
}
