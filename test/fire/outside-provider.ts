import { ok, refuse } from '../../src/kernel/index.ts';
import type { PaymentProvider, Providers } from '../../src/modules/payments/index.ts';

type Begin = Parameters<PaymentProvider['begin']>[0];
type Snapshot = Extract<Awaited<ReturnType<PaymentProvider['read']>>, { readonly ok: true }>['value'];
type Charge = { readonly amountMinor: bigint; readonly snapshot: Snapshot };

/** A provider with a memory of its own, apart from the shop's database: what it took, it took. */
export function outsideProvider(base: PaymentProvider) {
  const charges = new Map<string, Charge>();
  const begin = async (input: Begin) => {
    const known = charges.get(input.paymentId);
    if (known !== undefined && known.amountMinor !== input.amountMinor) {
      return refuse('refused_by_provider', 'the same key was used with other parameters');
    }
    const charge = known ?? { amountMinor: input.amountMinor, snapshot: capturedOf(input) };
    charges.set(input.paymentId, charge);
    return ok({ snapshot: charge.snapshot, next: { kind: 'none' } as const });
  };
  const provider: PaymentProvider = {
    ...base,
    begin,
    read: async ({ paymentId }) => {
      const charge = charges.get(paymentId);
      return charge === undefined
        ? refuse('unknown_payment', `no charge for ${paymentId}`)
        : ok(charge.snapshot);
    },
  };
  const providers: Providers = { get: async (name) => (name === 'test' ? provider : undefined) };
  return { charges, provider, providers };
}

function capturedOf(input: Begin): Snapshot {
  return {
    ...{ reference: `out_${input.paymentId}`, state: 'captured', currency: input.currency },
    ...{ authorizedMinor: input.amountMinor, capturedMinor: input.amountMinor, refundedMinor: 0n },
    ...{ disputedMinor: 0n, feeMinor: 0n, decline: undefined, means: undefined, disputes: [] },
  };
}
