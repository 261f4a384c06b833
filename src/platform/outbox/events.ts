/**
 * Every topic and what is told with it. A module adds its own by declaration merging, beside the verb that tells:
 * `declare module '../../platform/outbox/events.ts' { interface Events { 'catalog.products_changed': { … } } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: modules fill it by declaration merging
export interface Events {}

export type Topic = keyof Events & string;
