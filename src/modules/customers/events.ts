declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** Made, changed, merged into another or erased. */
    'customers.changed': { readonly customerId: string };
    /** A browser is now known as this customer. */
    'customers.signed_in': { readonly customerId: string; readonly sessionId: string };
    /**
     * A mail with a code is due. The code is worth nothing without the challenge that only the asking browser has, so that
     * it may lie in the outbox for the minutes that it lives.
     */
    'customers.code_requested': {
      readonly mailModel: {
        readonly purpose: 'sign_in' | 'change_email';
        readonly email: string;
        readonly locale: string;
        /** Eight digits. */
        readonly code: string;
        readonly expiresAt: string;
      };
    };
    /** To be told to the former address too, as a warning. */
    'customers.email_changed': {
      readonly customerId: string;
      readonly formerEmail: string;
      readonly email: string;
      readonly locale: string;
    };
    /** Both were one person: what belongs to `fromId` belongs to `intoId` now. */
    'customers.merged': { readonly fromId: string; readonly intoId: string };
    /** Everything that names this person goes, but for what the law says must be kept. */
    'customers.erased': { readonly customerId: string };
  }
}

export {};
