declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** A member, an invitation or a role was made, changed or taken away. */
    'staff.changed': { readonly memberId?: string };
    /** Mails to the team wait to be sent. */
    'staff.mail_written': { readonly mailIds: readonly string[] };
  }
}

export {};
