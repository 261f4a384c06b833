import { z } from 'zod';
import { id, instant, integer, list, money, moneyInput, text, uuid } from '../../../../platform/api/index.ts';
import { stockItem } from './stock-desk.ts';

export const PIECES = 1_000_000;
export const LINES = 1_000;
const COSTS = { permission: 'costs:read' } as const;

export const act = z.object({ at: instant(), by: z.string().describe('`staff:ID` or `api_key:ID`.') });
export const day = z.string().meta({ format: 'date' });
/** What goods cost is for who may see costs. */
export const cost = money.optional().meta(COSTS);
export const rate = z.string().describe('What a unit of their currency is worth in the shop’s: `0.92`.');
export const rateInput = () =>
  text(21, 1)
    .regex(/^\d{1,9}(\.\d{1,10})?$/, 'a decimal such as 0.92')
    .describe('What a unit of their currency is worth in the shop’s: `0.92`.');

export const price = z
  .object({ amount: money, per: z.int().describe('For so many pieces: 12.50 for 1,000.') })
  .optional()
  .meta(COSTS);
export const priceInput = () => z.strictObject({ amount: moneyInput(), per: integer(1, PIECES).default(1) });

export const STATES = [
  ...(['draft', 'awaiting_approval', 'approved', 'sent', 'confirmed'] as const),
  ...(['partly_received', 'received', 'closed_short', 'cancelled'] as const),
] as const;
export const VERBS = [
  ...(['edit', 'split', 'approve', 'send_back', 'send', 'confirm', 'expedite', 'receive'] as const),
  ...([
    'undo_receipt',
    'add_cost',
    'undo_cost',
    'match_invoice',
    'undo_invoice',
    'return',
    'undo_return',
    'close',
    'cancel',
    'reopen',
  ] as const),
] as const;

export const orderRow = z.object({
  id: uuid(),
  number: z.string().describe('As people call it: PO-12.'),
  supplier: z.object({ id: uuid(), name: z.string() }),
  locationId: uuid(),
  state: z.enum(STATES),
  currency: z.string(),
  expectedOn: day.optional(),
  isLate: z.boolean().describe('Should have come and has not.'),
  version: z.int(),
  pieces: z.int().describe('Ordered, as confirmed where they were.'),
  received: z.int(),
  value: cost,
  openValue: cost.describe('Of what is still to come.'),
  made: act,
});

const line = z.object({
  id: uuid(),
  variantId: uuid(),
  item: stockItem.optional(),
  sku: z.string().describe('The supplier’s.'),
  quantity: z.int(),
  open: z.int().describe('Still to come.'),
  price,
  listPrice: price.describe('What their list said when it was ordered.'),
  value: cost,
  confirmed: z.object({
    quantity: z.int().optional(),
    price,
    expectedOn: day.optional(),
    isOtherwise: z.boolean(),
  }),
  ...{ received: z.int(), damaged: z.int(), wrong: z.int(), returned: z.int() },
  toInvoice: z.int().describe('Came, and waits for its invoice.'),
  toInvoiceValue: cost.describe('What that comes to as agreed.'),
  ...{ packSize: z.int(), minimumQuantity: z.int(), shelfLifeDays: z.int().optional() },
  orderable: z.int().describe('The least that they sell from this quantity on: packs and minimum.'),
  cheaperFrom: z.int().optional().describe('So many cost less in all.'),
});

const receipt = z.object({
  id: uuid(),
  number: z.int(),
  reference: z.string(),
  note: z.string(),
  rate,
  received: act,
  undone: act.optional(),
  cost,
  lines: z.array(
    z.object({
      ...{ lineId: uuid(), received: z.int(), damaged: z.int(), wrong: z.int() },
      expiresOn: day.optional(),
    }),
  ),
});

export const wholeOrder = orderRow
  .extend({
    note: z.string(),
    rate,
    expeditedFor: day.optional(),
    editedBy: z.string(),
    approved: act.optional(),
    sentAt: instant().optional(),
    confirmedAt: instant().optional(),
    closedAt: instant().optional(),
    worth: cost.describe('In the shop’s currency.'),
    hasEmail: z.boolean().describe('The supplier can be mailed.'),
    minimum: z
      .object({ amount: money, pieces: z.int(), isReached: z.boolean() })
      .optional()
      .describe('What the supplier wants at least of one order.'),
    may: z.array(z.enum(VERBS)).describe('What can be done to it now.'),
    lines: z.array(line),
    receipts: z.array(receipt),
    costs: z.array(
      z.object({
        ...{ id: uuid(), kind: z.enum(['freight', 'duty', 'fees']), reference: z.string(), amount: cost },
        ...{ spreadBy: z.enum(['value', 'weight', 'volume', 'pieces']), made: act },
        invoiced: cost.describe('What its invoice asked; nothing where none came yet.'),
        undone: act.optional(),
      }),
    ),
    invoices: z.array(
      z.object({
        ...{ id: uuid(), number: z.string(), invoicedOn: day, dueOn: day },
        ...{ goods: cost, charges: cost, tax: cost },
        undone: act.optional(),
      }),
    ),
    returns: z.array(
      z.object({
        ...{
          id: uuid(),
          reason: z.string(),
          reference: z.string(),
          note: z.string(),
          credit: cost.describe('Without tax, in the shop’s currency.'),
          tax: cost.describe('Of what was invoiced: claimed back no more.'),
          made: act,
        },
        undone: act.optional(),
        lines: z.array(z.object({ lineId: uuid(), quantity: z.int() })),
      }),
    ),
    history: z.array(
      z.object({
        ...{ verb: z.enum(['create', ...VERBS]), from: z.enum(STATES), to: z.enum(STATES) },
        ...{ note: z.string(), at: instant(), by: z.string() },
      }),
    ),
  })
  .meta({ id: 'PurchaseOrder' });

export const orderLines = () =>
  list(
    z.strictObject({
      variantId: id<'variant'>(),
      quantity: z.number().min(0).max(PIECES).describe('Whole pieces.'),
      price: priceInput().optional().describe('That of the supplier’s list unless given.'),
    }),
    LINES,
  );
