declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** All forecasts are of this Monday on; `made` of them were worked out anew. */
    'forecasting.forecasts_made': {
      readonly firstDay: string;
      readonly items: number;
      readonly made: number;
    };
    /** Somebody changed what is expected, or took that back. */
    'forecasting.forecasts_adjusted': { readonly adjustmentId: string };
  }
}

export {};
