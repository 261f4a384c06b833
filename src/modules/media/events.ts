declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** Pictures that were waited for can be shown now. */
    'media.assets_ready': { assetIds: string[] };
  }
}

export {};
