declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** Something is worth deciding. */
    'decisions.proposed': { readonly decisionId: string };
    /** It was approved by a person, or within a mandate, and is done. */
    'decisions.applied': { readonly decisionId: string };
    /** Rejected, edited, undone, expired, given back: lists that show it are not up to date. */
    'decisions.changed': { readonly decisionId: string };
    /** A kind was wrong too often, or has cost money: it asks again. */
    'decisions.lost_mandate': { readonly kind: string };
  }
}

export {};
