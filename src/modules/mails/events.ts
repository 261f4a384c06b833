declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** To be sent, or kept where the shop has no mail server. */
    'mails.written': { readonly mailIds: readonly string[] };
  }
}

export {};
