import type { AccountCode } from '../../ledger/index.ts';

/** What each account is to be in the shop's currency, by what purchasing keeps beside the books. */
export const PURCHASING_LAWS: readonly (readonly [account: AccountCode, law: string, query: string])[] = [
  [
    'payables',
    'open invoices less open credits',
    `select -sum(booked_minor - settled_booked_minor) from purchasing.payable where undone_at is null`,
  ],
  [
    'freight_accrued',
    'costs that came with goods, less those that were invoiced',
    `select -((select coalesce(sum(posted_minor), 0) from purchasing.landed_share)
      - (select coalesce(sum(amount_minor), 0) from purchasing.landed_cost where cleared_by is not null))`,
  ],
  [
    'goods_received',
    'what came and was neither invoiced nor sent back',
    `select -((select coalesce(sum(cost_minor), 0) from purchasing.receipt_line join purchasing.receipt
        on receipt.id = receipt_id and undone_at is null)
      - (select coalesce(sum(settled_minor), 0) from purchasing.supplier_invoice_line
        join purchasing.supplier_invoice invoice on invoice.id = invoice_id and undone_at is null)
      - (select coalesce(sum(settled_minor), 0) from purchasing.supplier_return_line
        join purchasing.supplier_return gone on gone.id = return_id and undone_at is null))`,
  ],
  [
    'input_tax',
    'tax of what was invoiced, less that of credits and of discounts',
    `select (select coalesce(sum(tax_booked_minor), 0) from purchasing.payable where undone_at is null)
      - (select coalesce(sum(discount_tax_minor), 0) from purchasing.payment_line
        join purchasing.payment on payment.id = payment_id and undone_at is null)`,
  ],
  [
    'bank',
    'what left for payments',
    `select -sum(bank_minor) from purchasing.payment where undone_at is null`,
  ],
];
