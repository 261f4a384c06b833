/**
 * Limits of an event. Those of Google Analytics 4 where its own make no sense to lift
 * (support.google.com/analytics/answer/9267744); what is longer is refused by its name, never cut.
 */
export const LIMITS = {
  nameLength: 40,
  params: 25,
  paramLength: 100,
  items: 200,
  itemParams: 50,
  itemTextLength: 500,
  addressLength: 4_096,
  titleLength: 500,
  campaignLength: 500,
  searchTermLength: 500,
  orderIdLength: 100,
  /** A day: a page may stay open in a tab. */
  engagedMs: 86_400_000,
} as const;

/** Later ones would change what reports have said for a month. */
export const LATE_DAYS = 35;

/** A sender's clock may be a little fast. */
export const EARLY_SECONDS = 60;
