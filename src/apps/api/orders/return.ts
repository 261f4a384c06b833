import { z } from 'zod';
import { RETURN_REASONS, type Return } from '../../../modules/orders/index.ts';
import { id, instant, integer, list, text, uuid } from '../../../platform/api/index.ts';

export const RETURN_STATES = ['requested', 'approved', 'rejected', 'received'] as const;

export const returnFacts = {
  id: uuid(),
  number: z.int().describe('1 for the first of its order.'),
  state: z.enum(RETURN_STATES),
  isWithdrawal: z.boolean(),
  isExchange: z.boolean(),
  requestedAt: instant(),
  receivedAt: instant().optional(),
};

/** How pieces are to be sent. */
const label = z
  .object({
    carrier: z.string(),
    trackingNumber: z.string(),
    url: z.string().describe('Where it is printed.'),
    fileId: uuid().optional().describe('A stored file to print.'),
    text: z.string().describe("What to do, in the shopper's language."),
  })
  .meta({ id: 'ReturnLabel' });

/** A return with its lines, as it was announced and as it was found. */
export const returned = z
  .object({
    ...returnFacts,
    decidedAt: instant().optional(),
    decisionNote: z.string(),
    label: label.optional(),
    lines: z.array(
      z.object({
        lineId: uuid(),
        quantity: z.int(),
        reason: z.enum(RETURN_REASONS),
        note: z.string(),
        sellableQuantity: z.int(),
        damagedQuantity: z.int(),
      }),
    ),
  })
  .meta({ id: 'Return' });

/** What comes back, by the piece. */
export const returnedPieces = list(
  z.strictObject({
    lineId: id<'order_line'>(),
    quantity: integer(1, 9_999),
    reason: z.enum(RETURN_REASONS),
    note: text(1_000).optional(),
  }),
  500,
  1,
);

/** Every name by which announcing, deciding and receiving refuse. */
export const RETURN_REFUSALS = {
  ...({ unknown_order: 404, unknown_return: 404, not_possible_in_this_state: 409 } as const),
  ...({ unknown_line: 422, not_a_quantity: 422, not_a_reason: 422, too_long: 422 } as const),
  ...({ more_than_handed_over: 409, nothing_to_return: 409 } as const),
} as const;

/** A return as staff and its shopper may see it. */
export function returnAnswer(returned: Return) {
  const { id, number, state, isWithdrawal, isExchange, decisionNote, decidedAt, receivedAt } = returned;
  return {
    ...{ id, number, state, isWithdrawal, isExchange, decisionNote, lines: returned.lines },
    label: returned.label,
    requestedAt: returned.requestedAt.toString(),
    decidedAt: decidedAt?.toString(),
    receivedAt: receivedAt?.toString(),
  };
}
