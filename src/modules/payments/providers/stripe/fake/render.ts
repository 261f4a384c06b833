import {
  type BalanceLine,
  type Charge,
  type Dispute,
  disputesOf,
  type Intent,
  type Payout,
  type Refund,
  refundedOf,
  type Session,
  type StripeWorld,
} from './world.ts';

/** What of an object is shown in whole where only its id would stand: `latest_charge.balance_transaction`. */
export type Expand = readonly string[];

export function expandUnder(expand: Expand, part: string): Expand {
  return expand.flatMap((path) => (path.startsWith(`${part}.`) ? [path.slice(part.length + 1)] : []));
}

function isExpanded(expand: Expand, part: string): boolean {
  return expand.some((path) => path === part || path.startsWith(`${part}.`));
}

export function renderIntent(world: StripeWorld, intent: Intent, expand: Expand = []): object {
  const { charge, error } = intent;
  const isOpen = intent.status === 'requires_capture' && charge !== undefined;
  return {
    id: intent.id,
    object: 'payment_intent',
    amount: intent.amount,
    amount_capturable: isOpen ? charge.amount - charge.captured : 0,
    amount_received: charge?.captured ?? 0,
    canceled_at: intent.status === 'canceled' ? world.now() : null,
    capture_method: intent.captureMethod,
    client_secret: intent.clientSecret,
    created: intent.created,
    currency: intent.currency,
    last_payment_error:
      error === undefined
        ? null
        : { type: 'card_error', code: error.code, decline_code: error.declineCode, message: 'Declined.' },
    latest_charge:
      charge === undefined
        ? null
        : isExpanded(expand, 'latest_charge')
          ? renderCharge(world, intent, charge, expandUnder(expand, 'latest_charge'))
          : charge.id,
    livemode: false,
    metadata: intent.metadata,
    next_action:
      intent.status === 'requires_action'
        ? {
            type: 'redirect_to_url',
            redirect_to_url: {
              url: `${world.origin()}/3ds/${intent.id}`,
              return_url: intent.returnUrl ?? null,
            },
          }
        : null,
    payment_method: intent.paymentMethod ?? null,
    status: intent.status,
  };
}

function renderCharge(world: StripeWorld, intent: Intent, charge: Charge, expand: Expand): object {
  const lines = world.lines.filter(({ source }) => source === charge.id);
  const [line] = lines;
  const refunds = [...world.refunds.values()].filter(({ intentId }) => intentId === intent.id);
  const isReleased = intent.status === 'canceled' || intent.status === 'succeeded';
  const released = isReleased ? charge.amount - charge.captured : 0;
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: charge.captured,
    // What is given up of an authorisation counts as refunded on a charge.
    amount_refunded: refundedOf(world, intent) + released,
    balance_transaction:
      line === undefined
        ? null
        : isExpanded(expand, 'balance_transaction')
          ? renderLine(world, line)
          : line.id,
    captured: charge.captured > 0,
    created: charge.created,
    currency: intent.currency,
    disputed: disputesOf(world, intent).length > 0,
    metadata: intent.metadata,
    payment_intent: isExpanded(expand, 'payment_intent') ? renderIntent(world, intent) : intent.id,
    payment_method_details: {
      type: 'card',
      card: { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2034, wallet: null },
    },
    refunds: isExpanded(expand, 'refunds') ? list(refunds.map((one) => renderRefund(world, one))) : undefined,
    status: 'succeeded',
  };
}

export function renderRefund(world: StripeWorld, refund: Refund, expand: Expand = []): object {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    created: refund.created,
    currency: world.intents.get(refund.intentId)?.currency,
    metadata: refund.metadata,
    payment_intent: intentAt(world, refund.intentId, expand),
    status: 'succeeded',
  };
}

export function renderDispute(world: StripeWorld, dispute: Dispute, expand: Expand = []): object {
  return {
    id: dispute.id,
    object: 'dispute',
    amount: dispute.amount,
    balance_transactions: world.lines
      .filter(({ source }) => source === dispute.id)
      .map((line) => renderLine(world, line)),
    created: dispute.created,
    currency: world.intents.get(dispute.intentId)?.currency,
    evidence: dispute.evidence,
    evidence_details: {
      ...{ due_by: dispute.dueBy, has_evidence: Object.keys(dispute.evidence).length > 0 },
      submission_count: dispute.submissionCount,
    },
    metadata: dispute.metadata,
    payment_intent: intentAt(world, dispute.intentId, expand),
    reason: 'fraudulent',
    status: dispute.status,
  };
}

export function renderSession(world: StripeWorld, session: Session, expand: Expand = []): object {
  const intent = session.intentId === undefined ? undefined : world.intents.get(session.intentId);
  return {
    id: session.id,
    object: 'checkout.session',
    amount_total: session.amount,
    cancel_url: session.cancelUrl,
    created: session.created,
    currency: session.currency,
    metadata: session.metadata,
    mode: 'payment',
    payment_intent:
      intent === undefined
        ? null
        : isExpanded(expand, 'payment_intent')
          ? renderIntent(world, intent, expandUnder(expand, 'payment_intent'))
          : intent.id,
    payment_status: intent?.status === 'succeeded' ? 'paid' : 'unpaid',
    status: session.status,
    success_url: session.successUrl,
    url: session.status === 'open' ? `${world.origin()}/c/pay/${session.id}` : null,
  };
}

export function renderLine(world: StripeWorld, line: BalanceLine, expand: Expand = []): object {
  return {
    id: line.id,
    object: 'balance_transaction',
    amount: line.amount,
    created: line.created,
    currency: line.currency,
    fee: line.fee,
    net: line.amount - line.fee,
    reporting_category: line.category,
    source: isExpanded(expand, 'source') ? sourceOf(world, line, expandUnder(expand, 'source')) : line.source,
    status: 'available',
    type: line.type,
  };
}

export function renderPayout(payout: Payout): object {
  const { id, amount, currency, created } = payout;
  return {
    id,
    object: 'payout',
    amount,
    currency,
    created,
    arrival_date: created,
    automatic: true,
    status: 'paid',
  };
}

export function list(data: readonly object[], hasMore = false): object {
  return { object: 'list', data, has_more: hasMore, url: '/v1' };
}

function sourceOf(world: StripeWorld, { source, intentId }: BalanceLine, expand: Expand): object | string {
  const refund = world.refunds.get(source);
  if (refund !== undefined) return renderRefund(world, refund, expand);
  const dispute = world.disputes.get(source);
  if (dispute !== undefined) return renderDispute(world, dispute, expand);
  const payout = world.payouts.get(source);
  if (payout !== undefined) return renderPayout(payout);
  const intent = intentId === undefined ? undefined : world.intents.get(intentId);
  return intent?.charge === undefined ? source : renderCharge(world, intent, intent.charge, expand);
}

function intentAt(world: StripeWorld, id: string, expand: Expand): object | string {
  const intent = world.intents.get(id);
  return intent !== undefined && isExpanded(expand, 'payment_intent') ? renderIntent(world, intent) : id;
}
