import { amountOf } from './amounts.ts';
import { type Api, addLine, bookCapture } from './orders.ts';
import { orderOf, timeOf } from './render.ts';
import { type BookLine, type Capture, type Dispute, type PaypalWorld, paypalId } from './world.ts';

const CHARGEBACK_FEE = 2_000;

/** A shopper's bank takes the money back; an inquiry leaves it where it is. */
export function openDispute(
  { world, emit }: Api,
  capture: Capture,
  amount: number,
  stage: Dispute['stage'] = 'CHARGEBACK',
): Dispute {
  const created = world.now();
  const dispute: Dispute = {
    ...{ id: `PP-D-${paypalId()}`, captureId: capture.id, amount, stage, created, outcome: undefined },
    ...{ due: created.add({ hours: 10 * 24 }), status: 'WAITING_FOR_SELLER_RESPONSE', evidences: [] },
    ...{ calls: 0, files: [] },
  };
  world.disputes.set(dispute.id, dispute);
  if (stage === 'CHARGEBACK') {
    const order = orderOf(world, capture.orderId);
    const about = { referenceId: capture.id, isNameless: true };
    addLine(world, order, { code: 'T1201', id: paypalId(), amount: -amount, ...about });
    addLine(world, order, { code: 'T0106', id: paypalId(), amount: -CHARGEBACK_FEE, isNameless: true });
  }
  emit('CUSTOMER.DISPUTE.CREATED', dispute.id);
  return dispute;
}

export function closeDispute({ world, emit }: Api, dispute: Dispute, outcome: 'won' | 'lost'): void {
  dispute.status = 'RESOLVED';
  dispute.outcome = outcome === 'won' ? 'RESOLVED_SELLER_FAVOUR' : 'RESOLVED_BUYER_FAVOUR';
  const order = orderOf(world, world.captures.get(dispute.captureId)?.orderId ?? '');
  const line = { id: paypalId(), amount: dispute.amount, referenceId: dispute.captureId, isNameless: true };
  if (outcome === 'won') addLine(world, order, { code: 'T1202', ...line });
  emit('CUSTOMER.DISPUTE.RESOLVED', dispute.id);
}

/** What waited for a bank or a review is decided. */
export function decideCapture({ world, emit }: Api, capture: Capture, isGood: boolean): void {
  capture.status = isGood ? 'COMPLETED' : 'DECLINED';
  capture.reason = isGood ? undefined : 'DECLINED_BY_RISK_FRAUD_FILTERS';
  if (isGood) bookCapture(world, orderOf(world, capture.orderId), capture);
  emit(`PAYMENT.CAPTURE.${capture.status}`, capture.id);
}

/** Sends all that is there to the merchant's bank, one withdrawal a currency. */
export function payOut(world: PaypalWorld): void {
  for (const [currency, lines] of Map.groupBy(world.book, (line) => line.currency)) {
    const moved = lines.filter(({ code }) => code !== 'T1300');
    const balance = moved.reduce((sum, { amount, fee }) => sum + amount - fee, 0);
    if (balance <= 0) continue;
    world.book.push({
      ...{ id: paypalId(), code: 'T0401', amount: -balance, fee: 0, currency, at: world.now() },
      ...{ customField: undefined, referenceId: undefined },
    });
  }
}

/** GET /v1/reporting/transactions */
export function searchTransactions({ world }: Api, query: URLSearchParams): object {
  const [from, until] = [query.get('start_date') ?? '', query.get('end_date') ?? ''].map((text) =>
    Temporal.Instant.from(text),
  );
  const page = Number(query.get('page') ?? 1);
  const size = Number(query.get('page_size') ?? 100);
  const isMoney = query.get('balance_affecting_records_only') !== 'N';
  const found = world.book.filter(
    ({ at, code }) =>
      from !== undefined &&
      until !== undefined &&
      Temporal.Instant.compare(at, from) >= 0 &&
      Temporal.Instant.compare(at, until) <= 0 &&
      !(isMoney && code.startsWith('T13')),
  );
  return {
    transaction_details: found.slice((page - 1) * size, page * size).map(renderLine),
    ...{ page, total_items: found.length, total_pages: Math.ceil(found.length / size) },
  };
}

function renderLine(line: BookLine): object {
  const { id, code, amount, fee, currency, customField, referenceId, at, status = 'S' } = line;
  const money = (hundredths: number) => {
    const { value, ...rest } = amountOf(Math.abs(hundredths), currency);
    return { ...rest, value: hundredths < 0 ? `-${value}` : value };
  };
  return {
    transaction_info: {
      ...{ transaction_id: id, transaction_event_code: code, transaction_amount: money(amount) },
      ...(fee === 0 ? {} : { fee_amount: money(-fee) }),
      ...{ custom_field: customField, paypal_reference_id: referenceId, transaction_status: status },
      transaction_initiation_date: timeOf(at).replace(/\.\d+Z$/, '+0000'),
    },
  };
}
