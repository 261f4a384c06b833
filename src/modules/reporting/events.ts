declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** A number went out of what is usual, once for each time that it does. */
    'reporting.alert_fired': { readonly alertId: string; readonly firingId: string };
    /** It is as usual again. */
    'reporting.alert_recovered': { readonly alertId: string; readonly firingId: string };
  }
}

export {};
