// Written by `npm run types` from the migrated database. Do not edit.
import type { ColumnType, Generated } from 'kysely';

/** Parsed on the way out. On the way in: text of JSON, so that an array is not taken for a PostgreSQL array. */
export type Json = ColumnType<unknown, string, string>;

export type AccessApiKey = {
  id: string;
  name: string;
  digest: Buffer;
  last_four: string;
  scopes: string[];
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant | null;
  last_used_at: Temporal.Instant | null;
  revoked_at: Temporal.Instant | null;
};

export type AnalyticsAgreement = {
  day: Temporal.PlainDate;
  market: string;
  currency: string;
  measure: string;
  report_minor: bigint;
  journal_minor: bigint;
  ledger_minor: bigint;
  checked_at: Temporal.Instant;
};

export type AnalyticsAlive = {
  began_at: Temporal.Instant;
  last_at: Temporal.Instant;
};

export type AnalyticsAnnotation = {
  id: string;
  from_day: Temporal.PlainDate;
  to_day: Temporal.PlainDate;
  market: string | null;
  text: string;
  author: string;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
};

export type AnalyticsChangedProduct = {
  product_id: string;
  number: bigint;
};

export type AnalyticsCheckedDay = {
  day: Temporal.PlainDate;
  checked_at: Temporal.Instant;
};

export type AnalyticsDifference = {
  day: Temporal.PlainDate;
  position: number;
  kind: string;
  market: string;
  currency: string;
  provider: string;
  order_id: string | null;
  reference: string;
  ours_minor: bigint;
  theirs_minor: bigint;
};

export type AnalyticsExploration = {
  id: string;
  name: string;
  query: string;
  owner: string;
  is_shared: boolean;
  version: Generated<bigint>;
  saved_at: Temporal.Instant;
};

export type AnalyticsGoodsRevision = {
  id: Generated<boolean>;
  number: Generated<bigint>;
  all_since: Generated<bigint>;
};

export type AnalyticsOpenItem = {
  position: number;
  kind: string;
  market: string;
  currency: string;
  provider: string;
  order_id: string | null;
  amount_minor: bigint;
  since: Temporal.Instant;
};

export type AnalyticsSettlement = {
  day: Temporal.PlainDate;
  market: string;
  currency: string;
  sold_minor: bigint;
  parts: Json;
  settled_minor: bigint;
  checked_at: Temporal.Instant;
};

export type AuditEntry = {
  id: string;
  happened_at: Temporal.Instant;
  attempt_id: string;
  actor: string;
  actor_name: string;
  session_id: string;
  operation: string;
  summary: string;
  kind: string;
  subject_id: string;
  outcome: string;
  code: string;
  ip: string;
  user_agent: string;
  differences: Json;
  words: ColumnType<string, never, never>;
};

export type AuditSeal = {
  position: bigint;
  entry_id: string;
  hash: Buffer;
};

export type AuditUnsealed = {
  entry_id: string;
};

export type CartsCart = {
  id: string;
  version: Generated<bigint>;
  market_code: string;
  locale: string;
  currency: string;
  customer_id: string | null;
  email: Generated<string>;
  lines: Json;
  details: Json;
  order_id: string | null;
  hold: Json | null;
  completed_at: Temporal.Instant | null;
  abandoned_told_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
};

export type CartsToken = {
  token_hash: Buffer;
  cart_id: string;
};

export type CatalogAttributeDefinition = {
  key: string;
  name: string;
  type: string;
  unit: string | null;
  choices: Generated<string[]>;
  is_facet: Generated<boolean>;
  position: Generated<number>;
};

export type CatalogBrand = {
  id: string;
  handle: string;
  name: string;
  description_html: Generated<string>;
  logo_asset_id: string | null;
  updated_at: Generated<Temporal.Instant>;
};

export type CatalogBundleComponent = {
  bundle_variant_id: string;
  component_variant_id: string;
  quantity: number;
};

export type CatalogCategory = {
  id: string;
  parent_id: string | null;
  handle: string;
  name: string;
  path: string;
  position: Generated<number>;
  description_html: Generated<string>;
};

export type CatalogDigitalFile = {
  variant_id: string;
  asset_id: string;
  name: string;
  position: Generated<number>;
  download_limit: number | null;
  expiry_days: number | null;
};

export type CatalogProduct = {
  id: string;
  handle: string;
  title: string;
  description_html: Generated<string>;
  kind: Generated<string>;
  brand_id: string | null;
  product_type: Generated<string>;
  tags: Generated<string[]>;
  status: Generated<string>;
  publish_at: Temporal.Instant | null;
  unpublish_at: Temporal.Instant | null;
  seo_title: Generated<string>;
  seo_description: Generated<string>;
  attributes: Json;
  manufacturer: Json | null;
  eu_responsible_person: Json | null;
  safety_warnings: Generated<string>;
  foreign_fields: Json;
  version: Generated<bigint>;
  created_at: Generated<Temporal.Instant>;
  updated_at: Generated<Temporal.Instant>;
  published_at: Temporal.Instant | null;
};

export type CatalogProductCategory = {
  product_id: string;
  category_id: string;
  position: Generated<number>;
};

export type CatalogProductMedia = {
  product_id: string;
  asset_id: string;
  position: number;
  alt: Generated<string>;
};

export type CatalogProductOption = {
  product_id: string;
  position: number;
  name: string;
  values: string[];
};

export type CatalogProductRelation = {
  product_id: string;
  related_id: string;
  kind: string;
  position: number;
};

export type CatalogProductRevision = {
  product_id: string;
  version: bigint;
  made_at: Temporal.Instant;
  actor: Generated<string>;
  cause: string;
  before: Json;
  after: Json;
};

export type CatalogPublicationWatermark = {
  id: Generated<number>;
  seen_until: Temporal.Instant;
};

export type CatalogTranslation = {
  entity: string;
  entity_id: string;
  locale: string;
  field: string;
  value: string;
};

export type CatalogVariant = {
  id: string;
  product_id: string;
  position: number;
  sku: string | null;
  barcode: string | null;
  option_values: Generated<string[]>;
  cost_minor: bigint | null;
  cost_currency: string | null;
  weight_grams: number | null;
  length_mm: number | null;
  width_mm: number | null;
  height_mm: number | null;
  hs_code: string | null;
  origin_country: string | null;
  requires_shipping: Generated<boolean>;
  is_taxable: Generated<boolean>;
  tax_code: Generated<string>;
  unit_price: Json | null;
  asset_id: string | null;
  attributes: Json;
  foreign_fields: Json;
};

export type CollectorConsent = {
  id: string;
  consent_id: string;
  decided_at: Temporal.Instant;
  choices: Json;
  method: string;
  text_sha256: string;
  locale: string;
  has_gpc: boolean;
};

export type CollectorConsentRules = {
  id: Generated<boolean>;
  rules: Json;
  saved_at: Temporal.Instant;
};

export type CollectorConsentText = {
  sha256: string;
  version: string;
  locale: string;
  text: string;
  first_shown_at: Temporal.Instant;
};

export type CollectorDropped = {
  day: Temporal.PlainDate;
  reason: string;
  count: bigint;
  origin: Generated<string>;
};

export type CollectorInbox = {
  seq: Generated<bigint>;
  event: string;
};

export type CollectorLogRevision = {
  is_only: Generated<boolean>;
  number: Generated<bigint>;
};

export type CollectorPart = {
  key: string;
  day: Temporal.PlainDate;
  first_number: bigint;
  last_number: bigint;
  events: bigint;
  bytes: bigint;
  sha256: string;
  logged_at: Temporal.Instant;
  replaced_at: Temporal.Instant | null;
  origin: Generated<string>;
};

export type CollectorPastDecision = {
  origin: string;
  day: Temporal.PlainDate;
  accepted: number;
  rejected: number;
  withdrawn: number;
  by_signal: number;
};

export type CollectorQuarantine = {
  seq: Generated<bigint>;
  reason: string;
  arrived_at: Temporal.Instant;
  event: string;
  origin: Generated<string>;
};

export type CollectorSalt = {
  day: Temporal.PlainDate;
  salt: Buffer;
};

export type CollectorSender = {
  id: string;
  name: string;
  secret_hash: Buffer;
  created_at: Temporal.Instant;
  revoked_at: Temporal.Instant | null;
};

export type ContentMenu = {
  handle: string;
  items: Json;
  updated_at: Generated<Temporal.Instant>;
};

export type ContentPage = {
  id: string;
  handle: string;
  title: string;
  body_html: string;
  seo_title: Generated<string>;
  seo_description: Generated<string>;
  is_published: Generated<boolean>;
  updated_at: Generated<Temporal.Instant>;
};

export type ContentRedirect = {
  path: string;
  target: string;
  created_at: Generated<Temporal.Instant>;
  target_path: Generated<string>;
};

export type ContentSectionSet = {
  handle: string;
  sections: Json;
  updated_at: Generated<Temporal.Instant>;
};

export type ContentSizeTable = {
  id: string;
  name: string;
  product_type: string | null;
  category_path: string | null;
  columns: Json;
  rows: Json;
};

export type ContentTranslation = {
  entity: string;
  entity_id: string;
  locale: string;
  field: string;
  value: string;
};

export type CreditsGiftCard = {
  id: string;
  code_hash: string;
  pin_hash: string;
  last4: string;
  currency: string;
  balance_minor: bigint;
  expires_at: Temporal.Instant | null;
  disabled_at: Temporal.Instant | null;
  order_line_id: string | null;
  recipient: Generated<string>;
  issued_at: Temporal.Instant;
};

export type CreditsHashKey = {
  id: Generated<boolean>;
  sealed: string;
};

export type CreditsMovement = {
  id: string;
  gift_card_id: string | null;
  customer_id: string | null;
  currency: string;
  kind: string;
  amount_minor: bigint;
  order_id: string | null;
  reference: string;
  moved_at: Temporal.Instant;
};

export type CreditsProbe = {
  network: string;
  tries: number;
  began_at: Temporal.Instant;
};

export type CreditsStoreCredit = {
  customer_id: string;
  currency: string;
  balance_minor: Generated<bigint>;
};

export type CustomersAddress = {
  id: string;
  customer_id: string;
  address: Json;
  is_default_shipping: Generated<boolean>;
  is_default_billing: Generated<boolean>;
  created_at: Temporal.Instant;
};

export type CustomersConsent = {
  id: Generated<bigint>;
  customer_id: string;
  purpose: string;
  is_given: boolean;
  text_version: string;
  text_hash: string;
  method: string;
  locale: string;
  at: Temporal.Instant;
};

export type CustomersCustomer = {
  id: string;
  email: string;
  name: Generated<string>;
  phone: Generated<string>;
  locale: string;
  segments: Generated<string[]>;
  tags: Generated<string[]>;
  is_tax_exempt: Generated<boolean>;
  vat_id: Generated<string>;
  accepts_marketing: Generated<boolean>;
  email_proven_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
  erased_at: Temporal.Instant | null;
  merged_into: string | null;
  version: Generated<bigint>;
  orders_count: Generated<number>;
  spent_minor: Generated<bigint>;
  spent_currency: Generated<string>;
  first_order_at: Temporal.Instant | null;
  last_order_at: Temporal.Instant | null;
  country: Generated<string>;
  market_code: Generated<string>;
};

export type CustomersNote = {
  id: Generated<bigint>;
  customer_id: string;
  text: string;
  actor: string;
  at: Temporal.Instant;
};

export type CustomersPasskey = {
  id: string;
  customer_id: string;
  user_handle: string;
  credential_id: string;
  public_key: Buffer;
  sign_count: bigint;
  transports: Generated<string[]>;
  is_backed_up: boolean;
  name: string;
  created_at: Temporal.Instant;
  last_used_at: Temporal.Instant | null;
};

export type CustomersPasskeyChallenge = {
  token_hash: Buffer;
  purpose: string;
  customer_id: string | null;
  challenge: string;
  expires_at: Temporal.Instant;
};

export type CustomersSegment = {
  id: string;
  code: string;
  name: string;
  rule: Json | null;
  made_at: Temporal.Instant;
  changed_at: Temporal.Instant;
};

export type CustomersSession = {
  id: string;
  customer_id: string;
  token_hash: Buffer;
  former_hash: Buffer | null;
  former_until: Temporal.Instant | null;
  method: string;
  network: string;
  user_agent: Generated<string>;
  created_at: Temporal.Instant;
  renewed_at: Temporal.Instant;
  expires_at: Temporal.Instant;
};

export type CustomersSignInCode = {
  id: string;
  challenge_hash: Buffer;
  code_hash: Buffer;
  purpose: string;
  customer_id: string | null;
  email: string;
  network: string;
  tries: Generated<number>;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
};

export type CustomersWish = {
  customer_id: string;
  variant_id: string;
  added_at: Temporal.Instant;
};

export type DecisionsDecision = {
  id: string;
  version: Generated<bigint>;
  kind: string;
  subject_type: string;
  subject_id: string;
  subject_label: string;
  supplier: Generated<string>;
  proposal: Json;
  fields: Json;
  evidence: Json;
  basis: Json;
  risk: Json;
  value_minor: bigint;
  low_minor: bigint;
  high_minor: bigint;
  confidence: number;
  currency: string;
  horizon_days: number;
  counterfactual: string;
  wait_cost_minor: bigint;
  reversibility: string;
  proposed_by: string;
  proposed_at: Temporal.Instant;
  state: string;
  fingerprint: string;
  expires_at: Temporal.Instant;
  supersedes: string | null;
  carried: Json;
  applied_at: Temporal.Instant | null;
  mandate: Generated<string>;
  amount_minor: bigint;
  applied: Json | null;
  failure: Json | null;
};

export type DecisionsLook = {
  kind: string;
  looked_at: Temporal.Instant;
  found: number;
  failed_at: Temporal.Instant | null;
  failure: Generated<string>;
  left_out: Generated<number>;
  left_out_minor: Generated<bigint>;
  cost_unknown: Generated<number>;
  cost_unknown_of: Json;
};

export type DecisionsMandate = {
  kind: string;
  version: Generated<bigint>;
  rule: string;
  most_minor: bigint | null;
  most_share_millionths: bigint | null;
  week_minor: bigint | null;
  week_count: number | null;
  least_value_minor: bigint | null;
  only_reversible: Generated<boolean>;
  from_hour: Generated<number>;
  to_hour: Generated<number>;
  is_dry_run: Generated<boolean>;
  set_by: string;
  set_at: Temporal.Instant;
  lost_at: Temporal.Instant | null;
  lost_why: Generated<string>;
  counted_from: Temporal.Instant | null;
};

export type DecisionsOutcome = {
  decision_id: string;
  kind: string;
  model_version: string;
  scored_at: Temporal.Instant;
  value_minor: bigint | null;
  low_minor: bigint | null;
  high_minor: bigint | null;
  method: Generated<string>;
  figures: Json;
  why: Generated<string>;
  is_error_foreseen: Generated<boolean>;
};

export type DecisionsSetting = {
  id: Generated<boolean>;
  stopped_at: Temporal.Instant | null;
  stopped_by: Generated<string>;
  margin_floor_millionths: Generated<bigint>;
  holding_millionths: Generated<bigint>;
  salvage_millionths: Generated<bigint>;
  slow_cover_days: Generated<number>;
  attention_minor: bigint | null;
};

export type DecisionsStep = {
  id: Generated<bigint>;
  decision_id: string;
  from_state: string | null;
  to_state: string;
  done_by: string;
  done_at: Temporal.Instant;
  why: Generated<string>;
};

export type ExchangeImportIssue = {
  run_id: string;
  number: Generated<bigint>;
  line: bigint;
  column: string | null;
  severity: string;
  code: string;
  message: string;
};

export type ExchangeImportRun = {
  id: string;
  kind: string;
  file_name: string;
  file_key: string;
  file_hash: string;
  format: string | null;
  mapping: Json | null;
  options: Json;
  is_dry_run: Generated<boolean>;
  state: string;
  cursor: Generated<bigint>;
  bytes_read: Generated<bigint>;
  bytes_total: Generated<bigint>;
  created: Generated<number>;
  updated: Generated<number>;
  unchanged: Generated<number>;
  skipped: Generated<number>;
  failure: string | null;
  created_at: Temporal.Instant;
  started_at: Temporal.Instant | null;
  finished_at: Temporal.Instant | null;
  errors: Generated<number>;
  warnings: Generated<number>;
  file_removed_at: Temporal.Instant | null;
  products_total: number | null;
  is_upload: Generated<boolean>;
  work_id: string | null;
};

export type ForecastingAccuracy = {
  variant_id: string;
  method: string;
  is_chosen: boolean;
  weeks: number;
  mean_error: number;
  scaled_error: number | null;
  bias: number | null;
  quantile_loss: number;
  hits: Json;
};

export type ForecastingAdjustment = {
  id: string;
  scope: string;
  scope_id: string;
  from_day: Temporal.PlainDate;
  to_day: Temporal.PlainDate;
  factor: number | null;
  pieces: number | null;
  reason: string;
  made_by: string;
  made_at: Temporal.Instant;
  undone_by: string | null;
  undone_at: Temporal.Instant | null;
  expected_without: number;
  expected_with: number;
  actual: number | null;
};

export type ForecastingForecast = {
  variant_id: string;
  product_id: string;
  title: string;
  options: string;
  sku: string;
  category: string;
  words: string;
  demand_class: string;
  method: string;
  is_enough: boolean;
  first_day: Temporal.PlainDate;
  weeks: number[];
  variances: number[];
  price: number;
  weekdays: number[];
  history: number[];
  reasons: Json;
  places: Json;
  channels: Json;
  fingerprint: string;
  next_4: number;
  next_4_low: number;
  next_4_high: number;
  next_13: number;
  next_13_low: number;
  next_13_high: number;
  bias: number | null;
  error: number | null;
  coverage: number | null;
  flags: string[];
  made_at: Temporal.Instant;
  brand: string | null;
  promoted: Json;
  attributes: Json;
};

export type ForecastingGroupForecast = {
  category: string;
  first_day: Temporal.PlainDate;
  weeks: number[];
  history: number[];
  effects: Json;
  factors: number[];
};

export type ForecastingPart = {
  variant_id: string;
  kind: string;
  part_id: string;
  shares: number[];
  means: number[];
  variances: number[];
};

export type ForecastingRun = {
  id: Generated<bigint>;
  began_at: Temporal.Instant;
  ended_at: Temporal.Instant;
  first_day: Temporal.PlainDate;
  items: number;
  made: number;
  started_by: string;
  effects: Json;
  level_doubt: Generated<number>;
};

export type HistoryClassRule = {
  pattern: string;
  class: string;
};

export type HistoryImport = {
  id: Generated<number>;
  kind: string;
  file_name: string;
  digest: string;
  format: string;
  origin: string;
  mapping: Json;
  zone: string;
  imported_at: Temporal.Instant;
  summary: Json;
};

export type HistoryLine = {
  id: Generated<bigint>;
  import_id: number;
  line: number;
  document: string;
  kind: string;
  class: string;
  happened_at: Temporal.Instant;
  day: Temporal.PlainDate;
  customer: string | null;
  sku: string;
  title: string;
  quantity: number;
  unit_price: bigint;
  amount: bigint;
  currency: string;
  country: string | null;
  cancels: string | null;
  refund_of: bigint | null;
  unit_cost: bigint | null;
  reason: Generated<string>;
};

export type HistoryPayment = {
  id: Generated<bigint>;
  import_id: number;
  result: string;
  reference: string;
  happened_at: Temporal.Instant;
  document: string;
  country: string;
  provider: string;
  method: string;
  reason: string;
  currency: string;
  amount: bigint;
  fee: bigint;
};

export type HistoryRevision = {
  id: Generated<boolean>;
  number: Generated<bigint>;
};

export type HistoryRun = {
  id: string;
  upload_id: string;
  kind: string;
  options: Json;
  is_dry_run: boolean;
  work_id: string;
  report: Json | null;
  created_at: Temporal.Instant;
};

export type HistorySpend = {
  id: Generated<bigint>;
  import_id: number;
  line: number;
  day: Temporal.PlainDate;
  source: string;
  medium: string;
  campaign: string;
  currency: string;
  amount: bigint;
  clicks: bigint;
  impressions: bigint;
};

export type HistoryTraffic = {
  id: Generated<bigint>;
  import_id: number;
  line: number;
  day: Temporal.PlainDate;
  breakdown: string;
  source: string | null;
  medium: string | null;
  channel: string | null;
  country: string | null;
  device: string | null;
  sessions: number | null;
  visitors: number | null;
  pageviews: number | null;
};

export type HistoryUpload = {
  id: string;
  file_name: string;
  file_key: string;
  digest: string;
  bytes: bigint;
  is_gone: Generated<boolean>;
  created_at: Temporal.Instant;
};

export type InventoryIncoming = {
  variant_id: string;
  location_id: string;
  expected_on: Temporal.PlainDate;
  quantity: number;
  source: Generated<string>;
  late_days: Generated<number>;
};

export type InventoryItem = {
  variant_id: string;
  product_id: string;
  title: string;
  options: string;
  sku: string | null;
  barcode: string | null;
  brand_id: string | null;
  asset_id: string | null;
  kind: string;
  status: string;
  words: string;
  place: string;
};

export type InventoryItemFill = {
  id: Generated<boolean>;
  after_id: string | null;
  is_done: Generated<boolean>;
};

export type InventoryLevel = {
  location_id: string;
  variant_id: string;
  on_hand: Generated<number>;
  reserved: Generated<number>;
  available: ColumnType<number | null, never, never>;
  told_available: number | null;
};

export type InventoryLocation = {
  id: string;
  code: string;
  name: string;
  country: string | null;
  is_active: Generated<boolean>;
  position: Generated<number>;
};

export type InventoryLowStockRule = {
  location_id: string | null;
  low_stock_at: number;
};

export type InventoryMovement = {
  id: Generated<bigint>;
  location_id: string;
  variant_id: string;
  quantity: number;
  reason: string;
  reference: Generated<string>;
  moved_at: Temporal.Instant;
  actor: Generated<string>;
};

export type InventoryPastLevel = {
  id: Generated<bigint>;
  origin: string;
  variant_id: string;
  day: Temporal.PlainDate;
  on_hand: number;
};

export type InventoryPolicy = {
  variant_id: string;
  is_tracked: Generated<boolean>;
  may_backorder: Generated<boolean>;
  low_stock_at: number | null;
  backorder_limit: number | null;
  is_preorder: Generated<boolean>;
  available_from: Temporal.Instant | null;
  preorder_limit: number | null;
  promised: Generated<number>;
  tells_return: Generated<boolean>;
};

export type InventoryReservation = {
  id: Generated<bigint>;
  owner_id: string;
  line_variant_id: string;
  variant_id: string;
  per_line: number;
  location_id: string | null;
  is_backorder: ColumnType<boolean, never, never>;
  quantity: number;
  expires_at: Temporal.Instant | null;
  reserved_at: Temporal.Instant;
};

export type InventorySetting = {
  id: Generated<boolean>;
  allocation: string;
};

export type InventoryStocktake = {
  id: string;
  number: Generated<bigint>;
  location_id: string;
  name: string;
  scope: string;
  is_blind: boolean;
  state: Generated<string>;
  opened_at: Temporal.Instant;
  opened_by: string;
  closed_at: Temporal.Instant | null;
  closed_by: string | null;
};

export type InventoryStocktakeEntry = {
  id: Generated<bigint>;
  stocktake_id: string;
  variant_id: string;
  quantity: number;
  is_anew: boolean;
  on_hand: number;
  counted_by: string;
  counted_at: Temporal.Instant;
};

export type InventoryStocktakeItem = {
  stocktake_id: string;
  variant_id: string;
};

export type InventoryStocktakeResult = {
  stocktake_id: string;
  variant_id: string;
  expected: number;
  counted: number;
};

export type InventoryTransfer = {
  id: string;
  number: Generated<bigint>;
  from_id: string;
  to_id: string;
  state: Generated<string>;
  expected_on: Temporal.PlainDate | null;
  note: Generated<string>;
  missing: string | null;
  made_at: Temporal.Instant;
  made_by: string;
  sent_at: Temporal.Instant | null;
  sent_by: string | null;
  closed_at: Temporal.Instant | null;
  closed_by: string | null;
};

export type InventoryTransferLine = {
  transfer_id: string;
  variant_id: string;
  quantity: number;
  received: Generated<number>;
};

export type InvoicesDocument = {
  id: string;
  kind: string;
  number: string;
  order_id: string;
  reference: string;
  issued_at: Temporal.Instant;
  content: Json;
};

export type InvoicesSeries = {
  name: string;
  last_number: bigint;
};

export type LedgerCostLevel = {
  variant_id: string;
  currency: string;
  quantity: Generated<bigint>;
  value_minor: Generated<bigint>;
  decay: Generated<number>;
};

export type LedgerLandedStock = {
  source: string;
  variant_id: string;
  currency: string;
  landed_minor: bigint;
  stock_minor: bigint;
  decay: number;
};

export type LedgerPosting = {
  transaction_id: bigint;
  position: number;
  account: string;
  currency: string;
  amount_minor: bigint;
};

export type LedgerShippedCost = {
  order_id: string;
  variant_id: string;
  currency: string;
  quantity: bigint;
  value_minor: bigint;
};

export type LedgerTransaction = {
  id: Generated<bigint>;
  kind: string;
  reference: string;
  order_id: string | null;
  memo: Generated<string>;
  posted_at: Temporal.Instant;
  xid: Generated<bigint>;
};

export type MailsMail = {
  id: string;
  kind: string;
  locale: string;
  recipient: string;
  subject: string;
  html: string;
  text: string;
  state: Generated<string>;
  attempts: Generated<number>;
  failure: Generated<string>;
  order_id: string | null;
  customer_id: string | null;
  dedupe_key: string;
  created_at: Temporal.Instant;
  sent_at: Temporal.Instant | null;
  unsubscribe_url: Generated<string>;
};

export type MailsMailFile = {
  mail_id: string;
  name: string;
  media_type: string;
  bytes: Buffer;
};

export type MailsMailPicture = {
  mail_id: string;
  cid: string;
  digest: Buffer;
};

export type MailsPicture = {
  digest: Buffer;
  media_type: string;
  bytes: Buffer;
};

export type MarketsBannerText = {
  market: string;
  locale: string;
  title: string;
  text: string;
};

export type MarketsMarket = {
  code: string;
  name: string;
  countries: string[];
  currency: string;
  prices_include_tax: Generated<boolean>;
  position: Generated<number>;
};

export type MarketsPrivacy = {
  id: Generated<number>;
  analytics: string;
};

export type MarketsShop = {
  id: Generated<number>;
  name: string;
  tagline: Generated<string>;
  legal_name: string;
  email: string;
  phone: Generated<string>;
  postal_address: string;
  base_url: Generated<string>;
  time_zone: Generated<string>;
  default_currency: string;
  default_locale: string;
  template: Generated<string>;
  version: Generated<bigint>;
  country: Generated<string>;
  vat_id: Generated<string>;
};

export type MarketsStorefront = {
  prefix: string;
  market_code: string;
  locale: string;
  position: Generated<number>;
};

export type MarketsTheme = {
  id: Generated<number>;
  accent: Generated<string>;
  logo_asset_id: string | null;
  picture_asset_id: string | null;
};

export type MediaAsset = {
  id: string;
  kind: string;
  state: string;
  source_url: string | null;
  content_hash: string | null;
  file_key: string | null;
  file_name: Generated<string>;
  mime: string | null;
  bytes: bigint | null;
  width: number | null;
  height: number | null;
  placeholder_color: string | null;
  failure: string | null;
  created_at: Generated<Temporal.Instant>;
};

export type MediaEdit = {
  asset_id: string;
  original_id: string;
  recipe: Json;
  made_at: Temporal.Instant;
};

export type MediaRendition = {
  asset_id: string;
  format: string;
  width: number;
  height: number;
  bytes: bigint;
  file_key: string;
};

export type MerchandisingCollection = {
  id: string;
  handle: string;
  title: string;
  description_html: Generated<string>;
  kind: string;
  rule: Json | null;
  sort: Generated<string>;
  asset_id: string | null;
  seo_title: Generated<string>;
  seo_description: Generated<string>;
  is_published: Generated<boolean>;
  position: Generated<number>;
  version: Generated<bigint>;
  updated_at: Generated<Temporal.Instant>;
  fields: Generated<string[]>;
};

export type MerchandisingCollectionProduct = {
  collection_id: string;
  product_id: string;
  position: Generated<number>;
  entered_at: Temporal.Instant;
};

export type MerchandisingListing = {
  product_id: string;
  title: string;
  title_key: string;
  handle: string;
  status: string;
  kind: string;
  brand_id: string | null;
  product_type: string;
  tags: string[];
  categories: string[];
  asset_id: string | null;
  prices: Json;
  available: number | null;
  stock: string;
  variants: number;
  is_priced: boolean;
  searched: string;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
};

export type MerchandisingPlacement = {
  collection_id: string;
  product_id: string;
  kind: string;
  place: number | null;
};

export type MerchandisingProductFacts = {
  product_id: string;
  facts: Json;
};

export type MerchandisingTranslation = {
  collection_id: string;
  locale: string;
  field: string;
  value: string;
};

export type OrdersAccess = {
  token_hash: Buffer;
  order_id: string;
  expires_at: Temporal.Instant;
};

export type OrdersAddressChange = {
  id: string;
  order_id: string;
  state: Generated<string>;
  old_address: Json;
  address: Json;
  agreement: Json;
  old_total_minor: bigint;
  total_minor: bigint;
  difference_minor: bigint;
  proposed_by: string;
  proposed_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  begun_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
  ended_by: Generated<string>;
  ended_because: Generated<string>;
  payment_id: string | null;
  settled_at: Temporal.Instant | null;
  return_refused: Generated<number>;
  return_refusal: Generated<string>;
  return_again_at: Temporal.Instant | null;
  looked_event: Generated<bigint>;
};

export type OrdersDownload = {
  line_id: string;
  asset_id: string;
  taken: number;
  last_at: Temporal.Instant;
};

export type OrdersDraft = {
  id: string;
  cart_id: string;
  order_id: string | null;
  email: string;
  note: Generated<string>;
  made_by: string;
  made_at: Temporal.Instant;
  cancelled_at: Temporal.Instant | null;
};

export type OrdersEvent = {
  id: Generated<bigint>;
  order_id: string;
  kind: string;
  at: Temporal.Instant;
  actor: string;
  data: Json;
};

export type OrdersExchange = {
  id: string;
  order_id: string;
  return_id: string;
  new_order_id: string;
  sends: string;
  credit_minor: bigint;
  state: Generated<string>;
  ended_at: Temporal.Instant | null;
};

export type OrdersFulfilment = {
  id: string;
  order_id: string;
  number: number;
  carrier: Generated<string>;
  tracking_number: Generated<string>;
  shipped_at: Temporal.Instant;
  delivered_at: Temporal.Instant | null;
};

export type OrdersFulfilmentLine = {
  fulfilment_id: string;
  line_id: string;
  quantity: number;
};

export type OrdersGiftCard = {
  line_id: string;
  piece: number;
  gift_card_id: string;
  last4: string;
};

export type OrdersLine = {
  id: string;
  order_id: string;
  position: number;
  variant_id: string;
  product_id: string;
  sku: string | null;
  title: string;
  handle: string;
  kind: string;
  quantity: number;
  requires_shipping: boolean;
  weight_grams: number;
  unit_minor: bigint;
  subtotal_minor: bigint;
  discount_minor: bigint;
  net_minor: bigint;
  tax_minor: bigint;
  total_minor: bigint;
  agreed: Json;
  fulfilled_quantity: Generated<number>;
  delivered_quantity: Generated<number>;
  returned_quantity: Generated<number>;
  refunded_quantity: Generated<number>;
  removed_quantity: Generated<number>;
};

export type OrdersLineComponent = {
  line_id: string;
  variant_id: string;
  quantity: number;
};

export type OrdersLink = {
  order_id: string;
  parent_id: string;
  kind: string;
  made_by: string;
  made_at: Temporal.Instant;
};

export type OrdersMention = {
  event_id: bigint;
  member_id: string;
  order_id: string;
  at: Temporal.Instant;
  seen_at: Temporal.Instant | null;
};

export type OrdersOrder = {
  id: string;
  number: string;
  state: string;
  cart_id: string | null;
  cart_version: bigint | null;
  market_code: string;
  locale: string;
  currency: string;
  prices_include_tax: boolean;
  customer_id: string | null;
  email: string;
  customer_name: string;
  phone: Generated<string>;
  shipping_address: Json | null;
  billing_address: Json;
  agreed: Json;
  subtotal_minor: bigint;
  discount_minor: bigint;
  delivery_minor: bigint;
  tax_minor: bigint;
  total_minor: bigint;
  credit_minor: bigint;
  due_minor: ColumnType<bigint | null, never, never>;
  authorized_minor: Generated<bigint>;
  captured_minor: Generated<bigint>;
  refunded_minor: Generated<bigint>;
  quantity: number;
  held_quantity: Generated<number>;
  fulfilled_quantity: Generated<number>;
  delivered_quantity: Generated<number>;
  returned_quantity: Generated<number>;
  terms_version: string;
  attempt_hash: Buffer | null;
  placed_at: Temporal.Instant;
  expires_at: Temporal.Instant | null;
  paid_at: Temporal.Instant | null;
  cancelled_at: Temporal.Instant | null;
  cancel_reason: string | null;
  version: Generated<bigint>;
  reduced_minor: Generated<bigint>;
  payment_state: ColumnType<string, never, never>;
  fulfilment_state: ColumnType<string, never, never>;
  country: ColumnType<string, never, never>;
  archived_at: Temporal.Instant | null;
};

export type OrdersOrderTag = {
  tag: string;
  order_id: string;
};

export type OrdersRefund = {
  id: string;
  order_id: string;
  number: number;
  return_id: string | null;
  state: string;
  reason: string;
  actor: string;
  goods_minor: bigint;
  delivery_minor: bigint;
  goodwill_minor: bigint;
  tax_minor: bigint;
  taxes: Json;
  amount_minor: bigint;
  means: string;
  payment_minor: bigint;
  gift_card_minor: bigint;
  store_credit_minor: bigint;
  requested_at: Temporal.Instant;
  done_at: Temporal.Instant | null;
  refusal: string | null;
  overpaid_minor: Generated<bigint>;
  deduction_minor: Generated<bigint>;
  deduction_reason: Generated<string>;
  reduced_minor: Generated<bigint>;
  exchanged_minor: Generated<bigint>;
  instead_minor: Generated<bigint>;
};

export type OrdersRefundCall = {
  refund_id: string;
  payment_id: string;
  operation_id: string;
  amount_minor: bigint;
  state: Generated<string>;
};

export type OrdersRefundLine = {
  refund_id: string;
  line_id: string;
  quantity: number;
  amount_minor: bigint;
  tax_minor: bigint;
};

export type OrdersReturn = {
  id: string;
  order_id: string;
  number: number;
  state: string;
  is_withdrawal: Generated<boolean>;
  is_exchange: Generated<boolean>;
  requested_by: string;
  requested_at: Temporal.Instant;
  decided_at: Temporal.Instant | null;
  decision_note: Generated<string>;
  received_at: Temporal.Instant | null;
  label: Json | null;
  xid: Generated<bigint>;
  turn: Generated<bigint>;
};

export type OrdersReturnLine = {
  return_id: string;
  line_id: string;
  quantity: number;
  reason: string;
  note: Generated<string>;
  sellable_quantity: Generated<number>;
  damaged_quantity: Generated<number>;
};

export type OrdersSalesEntry = {
  id: Generated<bigint>;
  xid: Generated<bigint>;
  posted_at: Temporal.Instant;
  kind: string;
  ledger_kind: string;
  ledger_reference: string;
  position: number;
  order_id: string;
  line_id: string | null;
  quantity: number;
  gross_minor: bigint;
  discount_minor: bigint;
  returns_minor: bigint;
  shipping_minor: bigint;
  gift_cards_minor: bigint;
  tax_minor: bigint;
  cost_minor: bigint;
  goodwill_minor: bigint;
  currency: string;
};

export type OrdersWithdrawal = {
  id: string;
  order_id: string | null;
  return_id: string | null;
  order_number: string;
  name: string;
  email: string;
  statement: string;
  is_late: Generated<boolean>;
  submitted_at: Temporal.Instant;
  erased_at: Temporal.Instant | null;
  handled_at: Temporal.Instant | null;
  handled_by: Generated<string>;
  handled_note: Generated<string>;
};

export type PagewatchApproval = {
  id: string;
  look_id: string;
  pages: Json;
  approved_by: string;
  reason: string;
  approved_at: Temporal.Instant;
};

export type PagewatchFinding = {
  id: string;
  change: string;
  page: string;
  kind: string;
  subject: string;
  was: Generated<string>;
  is_now: Generated<string>;
  found_at: Temporal.Instant;
  told_at: Temporal.Instant | null;
  closed_at: Temporal.Instant | null;
  closed_by: string | null;
};

export type PagewatchLook = {
  id: string;
  pages: Json;
  looked_at: Temporal.Instant;
};

export type PagewatchReport = {
  page: string;
  directive: string;
  blocked: string;
  count: bigint;
  first_at: Temporal.Instant;
  last_at: Temporal.Instant;
};

export type PaymentsAccount = {
  provider: string;
  sealed_credentials: string;
  updated_at: Temporal.Instant;
};

export type PaymentsAttemptCount = {
  scope: string;
  key: string;
  since: Temporal.Instant;
  asked: number;
  succeeded: Generated<number>;
  declined: Generated<number>;
};

export type PaymentsByHand = {
  payment_id: string;
  provider: string;
  currency: string;
  amount_minor: bigint;
  remittance: string;
  is_closed: Generated<boolean>;
};

export type PaymentsDifference = {
  id: Generated<bigint>;
  reconciliation_id: string;
  kind: string;
  about: string;
  payment_id: string | null;
  transaction_id: string | null;
  currency: string;
  ours_minor: bigint | null;
  theirs_minor: bigint | null;
};

export type PaymentsDispute = {
  id: string;
  payment_id: string;
  reference: string;
  amount_minor: bigint;
  currency: string;
  reason: string;
  state: string;
  evidence_due_at: Temporal.Instant | null;
  contested_at: Temporal.Instant | null;
  opened_at: Temporal.Instant;
  closed_at: Temporal.Instant | null;
};

export type PaymentsDisputeEvidence = {
  id: string;
  dispute_id: string;
  digest: string;
  texts: Json | null;
  files: Json;
  actor: string;
  at: Temporal.Instant;
  erased_at: Temporal.Instant | null;
};

export type PaymentsEvidenceFile = {
  id: string;
  dispute_id: string;
  digest: string;
  file_key: string;
  name: string;
  type: string;
  bytes: number;
  actor: string;
  at: Temporal.Instant;
};

export type PaymentsMethod = {
  id: string;
  provider: string;
  mode: string;
  is_captured_at_once: Generated<boolean>;
  market_codes: Generated<string[]>;
  titles: Json;
  limits: Json;
  position: Generated<number>;
  is_active: Generated<boolean>;
};

export type PaymentsMovement = {
  id: Generated<bigint>;
  payment_id: string;
  kind: string;
  currency: string;
  amount_minor: bigint;
  at: Temporal.Instant;
  transaction_id: string | null;
};

export type PaymentsOperation = {
  id: string;
  payment_id: string;
  kind: string;
  amount_minor: bigint;
  idempotency_key: string;
  state: Generated<string>;
  request: Json | null;
  asked_at: Temporal.Instant;
  answered_at: Temporal.Instant | null;
  answer: Json | null;
};

export type PaymentsPayment = {
  id: string;
  order_id: string;
  method_id: string;
  provider: string;
  attempt: number;
  currency: string;
  amount_minor: bigint;
  mode: string;
  is_captured_at_once: boolean;
  state: Generated<string>;
  reference: string | null;
  authorized_minor: Generated<bigint>;
  captured_minor: Generated<bigint>;
  refunded_minor: Generated<bigint>;
  refund_asked_minor: Generated<bigint>;
  disputed_minor: Generated<bigint>;
  fee_minor: Generated<bigint>;
  decline_kind: string | null;
  decline_code: string | null;
  means: Json | null;
  next: Json | null;
  counted: Json | null;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
  supplement_id: string | null;
  xid: Generated<bigint>;
  turn: Generated<bigint>;
};

export type PaymentsPayout = {
  provider: string;
  reference: string;
  currency: string;
  amount_minor: bigint;
  paid_at: Temporal.Instant;
};

export type PaymentsProviderLine = {
  provider: string;
  id: string;
  kind: string;
  payment_id: string | null;
  currency: string;
  amount_minor: bigint;
  fee_minor: bigint;
  payout_reference: string | null;
  at: Temporal.Instant;
  posted_at: Temporal.Instant | null;
};

export type PaymentsReceipt = {
  id: string;
  payment_id: string;
  kind: string;
  amount_minor: bigint;
  fee_minor: Generated<bigint>;
  at: Temporal.Instant;
  sent_at: Temporal.Instant | null;
};

export type PaymentsReconciliation = {
  id: string;
  provider: string;
  day: Temporal.PlainDate;
  ran_at: Temporal.Instant;
  line_count: number;
};

export type PaymentsTestCharge = {
  payment_id: string;
  token: string;
  state: string;
  currency: string;
  amount_minor: bigint;
  is_captured_at_once: boolean;
  captured_minor: Generated<bigint>;
  refunded_minor: Generated<bigint>;
  fee_minor: Generated<bigint>;
  is_closed: Generated<boolean>;
  decline_kind: string | null;
  decline_code: string | null;
  order_number: string;
  return_url: string;
  cancel_url: string;
  disputes: Json;
  created_at: Temporal.Instant;
  captured_at: Temporal.Instant | null;
};

export type PaymentsTestEvidence = {
  idempotency_key: string;
  reference: string;
  files: Json;
  texts: Json;
  at: Temporal.Instant;
};

export type PaymentsTestOperation = {
  idempotency_key: string;
  payment_id: string;
  kind: string;
  amount_minor: Generated<bigint>;
  fee_minor: Generated<bigint>;
  at: Temporal.Instant;
};

export type PaymentsTestSecret = {
  secret: string;
  created_at: Generated<Temporal.Instant>;
};

export type PaymentsWebhookEvent = {
  id: string;
  provider: string;
  event_id: string;
  kind: string;
  payment_id: string | null;
  raw_body: string;
  headers: Json;
  received_at: Temporal.Instant;
  processed_at: Temporal.Instant | null;
  outcome: string | null;
};

export type PaymentsWorldpayAttempt = {
  payment_id: string;
  mode: string;
  currency: string;
  amount_minor: bigint;
  is_captured_at_once: boolean;
  begun_at: Temporal.Instant;
  request: Json | null;
  step: Json | null;
  outcome: string | null;
  decline: Json | null;
  means: Json | null;
};

export type PaymentsWorldpayCall = {
  idempotency_key: string;
  payment_id: string;
  kind: string;
  reference: string;
  amount_minor: bigint;
  sent_at: Temporal.Instant;
  answered_at: Temporal.Instant | null;
};

export type PaymentsWorldpayChargeback = {
  event_id: string;
  payment_id: string;
  kind: string;
  amount_minor: bigint;
  currency: string;
  at: Temporal.Instant;
};

export type PlatformDeadLetter = {
  id: Generated<bigint>;
  reaction: string;
  event_id: bigint | null;
  job: string;
  payload: Json;
  error: string;
  attempts: number;
  died_at: Generated<Temporal.Instant>;
  resolved_at: Temporal.Instant | null;
  job_id: bigint | null;
};

export type PlatformIdempotencyKey = {
  digest: Buffer;
  fingerprint: Buffer;
  status: number | null;
  answer: Buffer | null;
  claimed_at: Generated<Temporal.Instant>;
};

export type PlatformMigration = {
  name: string;
  hash: string;
  run_at: Generated<Temporal.Instant>;
};

export type PlatformOutbox = {
  id: Generated<bigint>;
  topic: string;
  payload: Json;
  told_at: Generated<Temporal.Instant>;
};

export type PlatformReactionDone = {
  reaction: string;
  event_id: bigint;
  done_at: Generated<Temporal.Instant>;
};

export type PlatformRestored = {
  id: Generated<bigint>;
  restored_at: Temporal.Instant;
  state_at: Temporal.Instant;
  backup: string;
  settled_at: Temporal.Instant | null;
  held: number | null;
};

export type PlatformRevision = {
  name: string;
  revision: string;
};

export type PlatformUndistributed = {
  event_id: bigint;
  is_quiet: boolean;
};

export type PlatformWalArchive = {
  is_only: Generated<boolean>;
  line: string;
  kept_until: Temporal.Instant | null;
  kept_lsn: string | null;
  failed_at: Temporal.Instant | null;
  failure: Generated<string>;
};

export type PlatformWork = {
  id: string;
  kind: string;
  title: string;
  state: Generated<string>;
  done: Generated<number>;
  total: Generated<number>;
  started_by: string;
  is_cancel_asked: Generated<boolean>;
  result: Json;
  failure: Generated<string>;
  file_name: string | null;
  file_mime: string | null;
  created_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
  undo_kind: string | null;
  undo_permission: string | null;
  undoes: string | null;
  asked: Json;
};

export type PlatformWorkPiece = {
  work_id: string;
  position: number;
  key: string;
  outcome: string | null;
  label: Generated<string>;
  reason: Generated<string>;
  before: Json | null;
  after: Json | null;
};

export type PlatformWorker = {
  id: string;
  process: number;
  started_at: Generated<Temporal.Instant>;
};

export type PricingLane = {
  lane: number;
  name: string;
  stacking: string;
};

export type PricingListPrice = {
  variant_id: string;
  currency: string;
  price_list_id: string;
  from_quantity: number;
  amount_minor: bigint;
  changed_at: Temporal.Instant;
};

export type PricingListPriceChange = {
  id: Generated<bigint>;
  price_list_id: string;
  variant_id: string;
  currency: string;
  from_quantity: number;
  amount_minor: bigint | null;
  changed_at: Temporal.Instant;
  reason: string;
};

export type PricingPrice = {
  variant_id: string;
  currency: string;
  amount_minor: bigint;
  compare_at_minor: bigint | null;
  changed_at: Temporal.Instant;
};

export type PricingPriceChange = {
  id: Generated<bigint>;
  variant_id: string;
  currency: string;
  amount_minor: bigint | null;
  compare_at_minor: bigint | null;
  changed_at: Temporal.Instant;
  reason: string;
};

export type PricingPriceList = {
  id: string;
  code: string;
  name: string;
  kind: string;
  priority: number;
  is_active: boolean;
  segment: string | null;
  market_code: string | null;
  starts_at: Temporal.Instant | null;
  ends_at: Temporal.Instant | null;
};

export type PricingPriceListChange = {
  id: Generated<bigint>;
  price_list_id: string;
  is_active: boolean;
  starts_at: Temporal.Instant | null;
  ends_at: Temporal.Instant | null;
  changed_at: Temporal.Instant;
};

export type PricingPromotion = {
  id: string;
  name: string;
  trigger: string;
  lane: number;
  priority: number;
  is_exclusive: boolean;
  is_active: boolean;
  conditions: Json;
  benefits: Json;
  uses_limit: bigint | null;
  customer_limit: bigint | null;
  budget: Json | null;
  removed_at: Temporal.Instant | null;
};

export type PricingPromotionChange = {
  id: Generated<bigint>;
  promotion_id: string;
  definition: Json | null;
  changed_at: Temporal.Instant;
};

export type PricingPromotionCode = {
  code: string;
  text: string;
  promotion_id: string;
  uses_limit: bigint | null;
};

export type PricingPromotionCounter = {
  promotion_id: string;
  subject: string;
  taken: bigint;
  bound: bigint;
};

export type PricingPromotionUse = {
  order_id: string;
  promotion_id: string;
  code: string | null;
  customer: string;
  currency: string;
  amount_minor: bigint;
  subjects: string[];
  used_at: Temporal.Instant;
  released_at: Temporal.Instant | null;
};

export type PricingRulebook = {
  is_only: Generated<boolean>;
  version: bigint;
};

export type PricingScheduledPrice = {
  id: string;
  variant_id: string;
  currency: string;
  amount_minor: bigint;
  compare_at_minor: bigint | null;
  starts_at: Temporal.Instant;
  reason: string;
  outcome: string | null;
};

export type PurchasingLandedCost = {
  id: string;
  order_id: string;
  kind: string;
  spread_by: string;
  amount_minor: bigint;
  reference: string;
  made_at: Temporal.Instant;
  made_by: string;
  cleared_by: string | null;
  cleared_minor: bigint | null;
  brought_by: string | null;
  undone_at: Temporal.Instant | null;
  undone_by: string | null;
};

export type PurchasingLandedShare = {
  landed_cost_id: string;
  line_id: string;
  weight: bigint;
  posted_minor: Generated<bigint>;
};

export type PurchasingPastDelivery = {
  id: Generated<bigint>;
  origin: string;
  supplier_id: string;
  reference: string;
  variant_id: string;
  ordered_on: Temporal.PlainDate;
  promised_on: Temporal.PlainDate | null;
  came_on: Temporal.PlainDate;
  ordered: number;
  received: number;
  flawed: number;
  paid_minor: bigint | null;
  list_minor: bigint | null;
};

export type PurchasingPayable = {
  id: string;
  supplier_id: string;
  kind: string;
  order_id: string | null;
  number: string;
  currency: string;
  amount_minor: bigint;
  booked_minor: bigint;
  tax_booked_minor: Generated<bigint>;
  invoiced_on: Temporal.PlainDate;
  due_on: Temporal.PlainDate;
  discount_until: Temporal.PlainDate | null;
  discount_minor: Generated<bigint>;
  settled_minor: Generated<bigint>;
  discounted_minor: Generated<bigint>;
  settled_booked_minor: Generated<bigint>;
  made_at: Temporal.Instant;
  made_by: string;
  undone_at: Temporal.Instant | null;
  undone_by: string | null;
  invoice_id: string | null;
  return_id: string | null;
};

export type PurchasingPayment = {
  id: string;
  supplier_id: string;
  currency: string;
  amount_minor: bigint;
  bank_minor: bigint;
  paid_on: Temporal.PlainDate;
  reference: string;
  made_at: Temporal.Instant;
  made_by: string;
  undone_at: Temporal.Instant | null;
  undone_by: string | null;
};

export type PurchasingPaymentLine = {
  payment_id: string;
  payable_id: string;
  paid_minor: bigint;
  discount_minor: Generated<bigint>;
  settled_booked_minor: bigint;
  discount_booked_minor: Generated<bigint>;
  discount_tax_minor: Generated<bigint>;
};

export type PurchasingPriceBreak = {
  supplier_id: string;
  variant_id: string;
  from_quantity: number;
  price_minor: bigint;
  per_quantity: Generated<number>;
  valid_from: Generated<Temporal.PlainDate>;
};

export type PurchasingPurchaseOrder = {
  id: string;
  number: Generated<bigint>;
  supplier_id: string;
  location_id: string;
  state: Generated<string>;
  currency: string;
  rate_e10: bigint;
  expected_on: Temporal.PlainDate | null;
  expedited_for: Temporal.PlainDate | null;
  note: Generated<string>;
  version: Generated<number>;
  made_at: Temporal.Instant;
  made_by: string;
  edited_by: string;
  approved_at: Temporal.Instant | null;
  approved_by: string | null;
  sent_at: Temporal.Instant | null;
  confirmed_at: Temporal.Instant | null;
  closed_at: Temporal.Instant | null;
};

export type PurchasingPurchaseOrderLine = {
  id: string;
  order_id: string;
  position: number;
  variant_id: string;
  quantity: number;
  price_minor: bigint;
  per_quantity: number;
  list_price_minor: bigint | null;
  list_per_quantity: number | null;
  sku: Generated<string>;
  confirmed_quantity: number | null;
  confirmed_price_minor: bigint | null;
  confirmed_per_quantity: number | null;
  confirmed_on: Temporal.PlainDate | null;
  received: Generated<number>;
  damaged: Generated<number>;
  wrong: Generated<number>;
  returned: Generated<number>;
};

export type PurchasingReceipt = {
  id: string;
  order_id: string;
  number: number;
  reference: string;
  rate_e10: bigint;
  note: Generated<string>;
  received_at: Temporal.Instant;
  received_by: string;
  undone_at: Temporal.Instant | null;
  undone_by: string | null;
};

export type PurchasingReceiptLine = {
  receipt_id: string;
  line_id: string;
  received: number;
  damaged: Generated<number>;
  wrong: Generated<number>;
  value_minor: bigint;
  cost_minor: bigint;
  expires_on: Temporal.PlainDate | null;
};

export type PurchasingRequest = {
  reference: string;
  order_id: string;
};

export type PurchasingSource = {
  supplier_id: string;
  variant_id: string;
  sku: Generated<string>;
  pack_size: Generated<number>;
  minimum_quantity: Generated<number>;
  shelf_life_days: number | null;
  rank: Generated<number>;
};

export type PurchasingStep = {
  id: Generated<bigint>;
  order_id: string;
  verb: string;
  from_state: string;
  to_state: string;
  note: Generated<string>;
  at: Temporal.Instant;
  by: string;
};

export type PurchasingSupplier = {
  id: string;
  name: string;
  currency: string;
  locale: string;
  email: Generated<string>;
  address: Generated<string>;
  payment_days: Generated<number>;
  incoterm: Generated<string>;
  lead_days: number;
  order_weekdays: Generated<string>;
  order_weeks: Generated<number>;
  order_minimum_minor: Generated<bigint>;
  order_minimum_pieces: Generated<number>;
  rate_e10: Generated<bigint>;
  note: Generated<string>;
  is_active: Generated<boolean>;
  made_at: Temporal.Instant;
  discount_millionths: Generated<number>;
  discount_days: Generated<number>;
};

export type PurchasingSupplierClosed = {
  supplier_id: string;
  from_on: Temporal.PlainDate;
  until_on: Temporal.PlainDate;
};

export type PurchasingSupplierContact = {
  supplier_id: string;
  position: number;
  name: string;
  email: Generated<string>;
  phone: Generated<string>;
  about: Generated<string>;
};

export type PurchasingSupplierInvoice = {
  id: string;
  order_id: string;
  number: string;
  invoiced_on: Temporal.PlainDate;
  due_on: Temporal.PlainDate;
  goods_minor: bigint;
  charges_minor: Generated<bigint>;
  tax_minor: Generated<bigint>;
  rate_e10: bigint;
  made_at: Temporal.Instant;
  made_by: string;
  undone_at: Temporal.Instant | null;
  undone_by: string | null;
};

export type PurchasingSupplierInvoiceLine = {
  invoice_id: string;
  line_id: string;
  quantity: number;
  value_minor: bigint;
  settled_value_minor: bigint;
  settled_minor: bigint;
};

export type PurchasingSupplierReturn = {
  id: string;
  order_id: string;
  number: number;
  reason: string;
  note: Generated<string>;
  reference: string;
  returned_at: Temporal.Instant;
  returned_by: string;
  tax_minor: Generated<bigint>;
  tax_booked_minor: Generated<bigint>;
  undone_at: Temporal.Instant | null;
  undone_by: string | null;
};

export type PurchasingSupplierReturnLine = {
  return_id: string;
  line_id: string;
  quantity: number;
  uninvoiced: number;
  settled_value_minor: bigint;
  settled_minor: bigint;
  credit_minor: bigint;
  credit_value_minor: Generated<bigint>;
  left_minor: Generated<bigint>;
};

export type ReplenishmentBacktest = {
  id: string;
  asked: Json;
  result: Json;
  variants: number;
  from_day: Temporal.PlainDate;
  to_day: Temporal.PlainDate;
  run_by: string;
  run_at: Temporal.Instant;
};

export type ReplenishmentExperience = {
  is_one: Generated<boolean>;
  factor_millionths: number;
  variants: number;
  learned_at: Temporal.Instant;
};

export type ReplenishmentNeed = {
  variant_id: string;
  location_id: string;
  supplier_id: string;
  currency: string;
  available: number;
  on_order: number;
  reorder_point: number;
  order_up_to: number;
  quantity: number;
  cost_minor: bigint;
  cost_of_shop_minor: bigint;
  value_minor: bigint;
  low_minor: bigint;
  high_minor: bigint;
  horizon_days: number;
  wait_cost_minor: bigint;
  stock_out_millionths: number;
  cover_days: number | null;
  reasons: Json;
  reviewed_at: Temporal.Instant;
  adjusted: string | null;
  adjusted_pieces: number | null;
  facts_key: Generated<string>;
};

export type ReplenishmentPolicy = {
  scope: string;
  scope_id: string;
  is_off: boolean | null;
  service_kind: string | null;
  service_millionths: number | null;
  holding_millionths: number | null;
  order_cost_minor: bigint | null;
  substitution_millionths: number | null;
  max_cover_days: number | null;
  min_pieces: number | null;
  max_pieces: number | null;
  budget_minor: bigint | null;
  storage_pieces: number | null;
  set_by: string;
  set_at: Temporal.Instant;
};

export type ReplenishmentReview = {
  is_one: Generated<boolean>;
  reviewed_at: Temporal.Instant;
};

export type ReplenishmentStockHealth = {
  variant_id: string;
  product_id: string;
  on_hand: number;
  value_minor: bigint | null;
  abc: string;
  xyz: string;
  sold_90: number;
  cover_days: number | null;
  sell_through_millionths: number | null;
  turnover_millionths: bigint | null;
  gmroi_millionths: bigint | null;
  over_pieces: number;
  over_minor: bigint;
  unsold_days: number | null;
  expiring_pieces: number;
  days_out: number;
  lost_pieces: number;
  lost_minor: bigint;
  lost_low_minor: bigint;
  lost_high_minor: bigint;
  state: string;
  reviewed_at: Temporal.Instant;
};

export type ReportingAlert = {
  id: string;
  version: Generated<bigint>;
  name: string;
  query: string;
  language: string;
  rule: Json;
  grain: string;
  grace_minutes: number;
  quiet_from: number;
  quiet_to: number;
  recipients: Json;
  has_webhooks: boolean;
  is_muted: Generated<boolean>;
  snoozed_until: Temporal.Instant | null;
  may_see_costs: boolean;
  created_by: string;
  created_at: Temporal.Instant;
  judged_to: Generated<string>;
  judged_at: Temporal.Instant | null;
  problem: Generated<string>;
};

export type ReportingFiring = {
  id: string;
  alert_id: string;
  began: string;
  value: number;
  expected: number | null;
  low: number | null;
  high: number | null;
  kind: string;
  currency: string | null;
  length: Generated<number>;
  began_at: Temporal.Instant;
  ended: string | null;
  ended_at: Temporal.Instant | null;
  tell_at: Temporal.Instant | null;
  told_at: Temporal.Instant | null;
  ending_told_at: Temporal.Instant | null;
};

export type ReportingLink = {
  id: string;
  digest: Buffer;
  title: string;
  language: string;
  schedule_id: string | null;
  blocks: Json | null;
  may_see_costs: boolean;
  created_by: string;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  revoked_at: Temporal.Instant | null;
  last_opened_on: Temporal.PlainDate | null;
  opened_count: Generated<number>;
};

export type ReportingRun = {
  id: string;
  schedule_id: string;
  due_at: Temporal.Instant;
  only_to: Generated<string>;
  state: string;
  attempts: Generated<number>;
  problem: Generated<string>;
  mails: Generated<number>;
  created_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
};

export type ReportingSchedule = {
  id: string;
  version: Generated<bigint>;
  name: string;
  language: string;
  blocks: Json;
  every: string;
  weekday: number | null;
  month_day: number | null;
  hour: number;
  recipients: Json;
  is_paused: Generated<boolean>;
  may_see_costs: boolean;
  created_by: string;
  created_at: Temporal.Instant;
  next_run_at: Temporal.Instant | null;
};

export type ReportingUnsubscribed = {
  schedule_id: string;
  email: string;
  at: Temporal.Instant;
};

export type SearchDocument = {
  product_id: string;
  document: Json;
  revision: bigint;
  asset_ids: Generated<string[]>;
};

export type SearchProjection = {
  id: Generated<number>;
  identity: Generated<string>;
  locales: Generated<string[]>;
};

export type SearchQueryLog = {
  id: Generated<bigint>;
  asked_at: Temporal.Instant;
  locale: string;
  query: string;
  hits: number;
  corrected_to: string | null;
};

export type SearchRemoval = {
  product_id: string;
  revision: bigint;
  removed_at: Generated<Temporal.Instant>;
};

export type SearchRule = {
  id: string;
  locale: string;
  query: string;
  pinned: Generated<string[]>;
  boosted: Json;
  buried: Json;
  redirect_to: string | null;
};

export type SearchSynonym = {
  id: string;
  locale: string;
  source: string | null;
  words: string[];
};

export type ShippingCarrierTable = {
  id: string;
  name: string;
  carrier: string;
  currency: string;
  zones: Json;
};

export type ShippingMethod = {
  id: string;
  code: string;
  name: string;
  translations: Json;
  kind: string;
  carrier: string | null;
  service: string | null;
  tax_class: Generated<string>;
  min_days: number | null;
  max_days: number | null;
  cut_off: string | null;
  max_weight_grams: number | null;
  max_dimensions_mm: number[] | null;
  is_active: Generated<boolean>;
  position: Generated<number>;
  is_taxed_like_goods: Generated<boolean>;
};

export type ShippingPickupPoint = {
  id: string;
  carrier: Generated<string>;
  code: string;
  name: string;
  country: string;
  postal_code: Generated<string>;
  address: Json;
  opening_hours: Json;
  is_active: Generated<boolean>;
};

export type ShippingRate = {
  method_id: string;
  zone_id: string;
  currency: string;
  basis: string;
  free_from_minor: bigint | null;
  table_id: string | null;
  surcharge_minor: bigint | null;
};

export type ShippingRateStep = {
  method_id: string;
  zone_id: string;
  currency: string;
  up_to: bigint | null;
  price_minor: bigint;
};

export type ShippingRulebook = {
  id: Generated<number>;
  version: Generated<bigint>;
};

export type ShippingZone = {
  id: string;
  name: string;
  countries: string[];
  regions: Generated<string[]>;
  postal_codes: Generated<string[]>;
  position: Generated<number>;
};

export type SimulatorDemo = {
  is_only: Generated<boolean>;
  begun_at: Temporal.Instant;
  removed_at: Temporal.Instant | null;
};

export type SimulatorFoundBefore = {
  kind: string;
  key: string;
};

export type SimulatorMade = {
  kind: string;
  key: string;
  print: string;
};

export type SimulatorPast = {
  is_only: Generated<boolean>;
  seed: number;
  last_day: Temporal.PlainDate;
  asked_at: Temporal.Instant;
  notes: Generated<string[]>;
  ended_at: Temporal.Instant | null;
};

export type StaffAssignment = {
  member_id: string;
  role: string;
};

export type StaffChallenge = {
  token_hash: Buffer;
  purpose: string;
  member_id: string | null;
  challenge: Generated<string>;
  handle: string | null;
  tries: Generated<number>;
  expires_at: Temporal.Instant;
};

export type StaffConfirmation = {
  only_one: Generated<boolean>;
  refunds_above: string;
};

export type StaffInvitation = {
  id: string;
  kind: string;
  token_hash: Buffer;
  email: string | null;
  roles: Generated<string[]>;
  member_id: string | null;
  invited_by: string | null;
  language: Generated<string>;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
  revoked_at: Temporal.Instant | null;
};

export type StaffMail = {
  id: string;
  kind: string;
  recipient: string;
  language: string;
  model: Json | null;
  state: Generated<string>;
  failure: Generated<string>;
  created_at: Temporal.Instant;
  sent_at: Temporal.Instant | null;
};

export type StaffMember = {
  id: string;
  name: string;
  email: string;
  language: Generated<string>;
  theme: Generated<string>;
  created_at: Temporal.Instant;
  removed_at: Temporal.Instant | null;
};

export type StaffPasskey = {
  id: string;
  member_id: string;
  credential_id: string;
  public_key: Buffer;
  sign_count: bigint;
  transports: Generated<string[]>;
  is_backed_up: boolean;
  name: string;
  created_at: Temporal.Instant;
  last_used_at: Temporal.Instant | null;
};

export type StaffPassword = {
  member_id: string;
  hash: string;
  changed_at: Temporal.Instant;
};

export type StaffRecoveryCode = {
  member_id: string;
  code_hash: Buffer;
  used_at: Temporal.Instant | null;
};

export type StaffRole = {
  id: string;
  name: string;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
};

export type StaffRoleGrant = {
  role_id: string;
  permission: string;
  limit_amount: string | null;
};

export type StaffSession = {
  id: string;
  member_id: string;
  token_hash: Buffer;
  former_hash: Buffer | null;
  former_until: Temporal.Instant | null;
  method: string;
  ip: string;
  user_agent: Generated<string>;
  created_at: Temporal.Instant;
  last_seen_at: Temporal.Instant;
  stepped_up_at: Temporal.Instant | null;
  revoked_at: Temporal.Instant | null;
};

export type StaffSignInAttempt = {
  id: string;
  account: string;
  network: string;
  device: string;
  outcome: Generated<string>;
  at: Temporal.Instant;
};

export type StaffTotp = {
  member_id: string;
  sealed_secret: string;
  last_step: bigint;
  added_at: Temporal.Instant;
};

export type TargetsChange = {
  id: Generated<bigint>;
  kpi: string;
  market: string;
  currency: string;
  grain: string;
  starts_on: Temporal.PlainDate;
  before: bigint | null;
  after: bigint | null;
  changed_by: string;
  changed_at: Temporal.Instant;
};

export type TargetsTarget = {
  id: string;
  kpi: string;
  market: string;
  currency: string;
  grain: string;
  starts_on: Temporal.PlainDate;
  amount: bigint;
  set_by: string;
  set_at: Temporal.Instant;
};

export type TaxesClass = {
  code: string;
  name: string;
};

export type TaxesRate = {
  id: string;
  name: string;
  levy: string;
  country: string;
  region: Generated<string>;
  postal_prefixes: Generated<string[]>;
  tax_class: Generated<string>;
  rate_millionths: number;
  valid_from: Temporal.PlainDate | null;
  valid_until: Temporal.PlainDate | null;
  source: Generated<string>;
};

export type TaxesRulebook = {
  id: Generated<number>;
  version: Generated<bigint>;
};

export type TaxesSeller = {
  id: Generated<number>;
  registrations: Generated<string[]>;
  uses_oss: Generated<boolean>;
  is_above_threshold: Generated<boolean>;
  vat_id_proof: Generated<string>;
  time_zone: Generated<string>;
};

export type TaxesVatIdCheck = {
  id: Generated<bigint>;
  vat_id: string;
  is_valid: boolean;
  checked_at: Temporal.Instant;
  source: string;
  consultation_number: Generated<string>;
  name: Generated<string>;
  address: Generated<string>;
};

export type ViewsView = {
  id: string;
  list: string;
  name: string;
  query: string;
  owner: string;
  is_shared: boolean;
  saved_at: Temporal.Instant;
};

export type WaitlistLeaveSecret = {
  is_only: Generated<boolean>;
  secret: Buffer;
};

export type WaitlistTurn = {
  id: string;
  variant_id: string;
  told_at: Temporal.Instant;
};

export type WaitlistWait = {
  id: string;
  place: Generated<bigint>;
  variant_id: string;
  email: string;
  customer_id: string | null;
  market: string;
  locale: string;
  leave_key: string;
  asked_at: Temporal.Instant;
};

export type WebhooksAttempt = {
  delivery_id: string;
  number: number;
  attempted_at: Temporal.Instant;
  status: number | null;
  error: Generated<string>;
  excerpt: Generated<string>;
  took_ms: number;
};

export type WebhooksDelivery = {
  id: string;
  message_id: string;
  endpoint_id: string;
  state: Generated<string>;
  attempts: Generated<number>;
  step: Generated<number>;
  next_attempt_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
};

export type WebhooksEndpoint = {
  id: string;
  url: string;
  topics: string[];
  description: Generated<string>;
  sealed_secrets: string[];
  is_active: Generated<boolean>;
  inactive_reason: Generated<string>;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
};

export type WebhooksMessage = {
  id: string;
  topic: string;
  about: Json;
  happened_at: Temporal.Instant;
};

export type Schema = {
  'access.api_key': AccessApiKey;
  'analytics.agreement': AnalyticsAgreement;
  'analytics.alive': AnalyticsAlive;
  'analytics.annotation': AnalyticsAnnotation;
  'analytics.changed_product': AnalyticsChangedProduct;
  'analytics.checked_day': AnalyticsCheckedDay;
  'analytics.difference': AnalyticsDifference;
  'analytics.exploration': AnalyticsExploration;
  'analytics.goods_revision': AnalyticsGoodsRevision;
  'analytics.open_item': AnalyticsOpenItem;
  'analytics.settlement': AnalyticsSettlement;
  'audit.entry': AuditEntry;
  'audit.seal': AuditSeal;
  'audit.unsealed': AuditUnsealed;
  'carts.cart': CartsCart;
  'carts.token': CartsToken;
  'catalog.attribute_definition': CatalogAttributeDefinition;
  'catalog.brand': CatalogBrand;
  'catalog.bundle_component': CatalogBundleComponent;
  'catalog.category': CatalogCategory;
  'catalog.digital_file': CatalogDigitalFile;
  'catalog.product': CatalogProduct;
  'catalog.product_category': CatalogProductCategory;
  'catalog.product_media': CatalogProductMedia;
  'catalog.product_option': CatalogProductOption;
  'catalog.product_relation': CatalogProductRelation;
  'catalog.product_revision': CatalogProductRevision;
  'catalog.publication_watermark': CatalogPublicationWatermark;
  'catalog.translation': CatalogTranslation;
  'catalog.variant': CatalogVariant;
  'collector.consent': CollectorConsent;
  'collector.consent_rules': CollectorConsentRules;
  'collector.consent_text': CollectorConsentText;
  'collector.dropped': CollectorDropped;
  'collector.inbox': CollectorInbox;
  'collector.log_revision': CollectorLogRevision;
  'collector.part': CollectorPart;
  'collector.past_decision': CollectorPastDecision;
  'collector.quarantine': CollectorQuarantine;
  'collector.salt': CollectorSalt;
  'collector.sender': CollectorSender;
  'content.menu': ContentMenu;
  'content.page': ContentPage;
  'content.redirect': ContentRedirect;
  'content.section_set': ContentSectionSet;
  'content.size_table': ContentSizeTable;
  'content.translation': ContentTranslation;
  'credits.gift_card': CreditsGiftCard;
  'credits.hash_key': CreditsHashKey;
  'credits.movement': CreditsMovement;
  'credits.probe': CreditsProbe;
  'credits.store_credit': CreditsStoreCredit;
  'customers.address': CustomersAddress;
  'customers.consent': CustomersConsent;
  'customers.customer': CustomersCustomer;
  'customers.note': CustomersNote;
  'customers.passkey': CustomersPasskey;
  'customers.passkey_challenge': CustomersPasskeyChallenge;
  'customers.segment': CustomersSegment;
  'customers.session': CustomersSession;
  'customers.sign_in_code': CustomersSignInCode;
  'customers.wish': CustomersWish;
  'decisions.decision': DecisionsDecision;
  'decisions.look': DecisionsLook;
  'decisions.mandate': DecisionsMandate;
  'decisions.outcome': DecisionsOutcome;
  'decisions.setting': DecisionsSetting;
  'decisions.step': DecisionsStep;
  'exchange.import_issue': ExchangeImportIssue;
  'exchange.import_run': ExchangeImportRun;
  'forecasting.accuracy': ForecastingAccuracy;
  'forecasting.adjustment': ForecastingAdjustment;
  'forecasting.forecast': ForecastingForecast;
  'forecasting.group_forecast': ForecastingGroupForecast;
  'forecasting.part': ForecastingPart;
  'forecasting.run': ForecastingRun;
  'history.class_rule': HistoryClassRule;
  'history.import': HistoryImport;
  'history.line': HistoryLine;
  'history.payment': HistoryPayment;
  'history.revision': HistoryRevision;
  'history.run': HistoryRun;
  'history.spend': HistorySpend;
  'history.traffic': HistoryTraffic;
  'history.upload': HistoryUpload;
  'inventory.incoming': InventoryIncoming;
  'inventory.item': InventoryItem;
  'inventory.item_fill': InventoryItemFill;
  'inventory.level': InventoryLevel;
  'inventory.location': InventoryLocation;
  'inventory.low_stock_rule': InventoryLowStockRule;
  'inventory.movement': InventoryMovement;
  'inventory.past_level': InventoryPastLevel;
  'inventory.policy': InventoryPolicy;
  'inventory.reservation': InventoryReservation;
  'inventory.setting': InventorySetting;
  'inventory.stocktake': InventoryStocktake;
  'inventory.stocktake_entry': InventoryStocktakeEntry;
  'inventory.stocktake_item': InventoryStocktakeItem;
  'inventory.stocktake_result': InventoryStocktakeResult;
  'inventory.transfer': InventoryTransfer;
  'inventory.transfer_line': InventoryTransferLine;
  'invoices.document': InvoicesDocument;
  'invoices.series': InvoicesSeries;
  'ledger.cost_level': LedgerCostLevel;
  'ledger.landed_stock': LedgerLandedStock;
  'ledger.posting': LedgerPosting;
  'ledger.shipped_cost': LedgerShippedCost;
  'ledger.transaction': LedgerTransaction;
  'mails.mail': MailsMail;
  'mails.mail_file': MailsMailFile;
  'mails.mail_picture': MailsMailPicture;
  'mails.picture': MailsPicture;
  'markets.banner_text': MarketsBannerText;
  'markets.market': MarketsMarket;
  'markets.privacy': MarketsPrivacy;
  'markets.shop': MarketsShop;
  'markets.storefront': MarketsStorefront;
  'markets.theme': MarketsTheme;
  'media.asset': MediaAsset;
  'media.edit': MediaEdit;
  'media.rendition': MediaRendition;
  'merchandising.collection': MerchandisingCollection;
  'merchandising.collection_product': MerchandisingCollectionProduct;
  'merchandising.listing': MerchandisingListing;
  'merchandising.placement': MerchandisingPlacement;
  'merchandising.product_facts': MerchandisingProductFacts;
  'merchandising.translation': MerchandisingTranslation;
  'orders.access': OrdersAccess;
  'orders.address_change': OrdersAddressChange;
  'orders.download': OrdersDownload;
  'orders.draft': OrdersDraft;
  'orders.event': OrdersEvent;
  'orders.exchange': OrdersExchange;
  'orders.fulfilment': OrdersFulfilment;
  'orders.fulfilment_line': OrdersFulfilmentLine;
  'orders.gift_card': OrdersGiftCard;
  'orders.line': OrdersLine;
  'orders.line_component': OrdersLineComponent;
  'orders.link': OrdersLink;
  'orders.mention': OrdersMention;
  'orders.order': OrdersOrder;
  'orders.order_tag': OrdersOrderTag;
  'orders.refund': OrdersRefund;
  'orders.refund_call': OrdersRefundCall;
  'orders.refund_line': OrdersRefundLine;
  'orders.return': OrdersReturn;
  'orders.return_line': OrdersReturnLine;
  'orders.sales_entry': OrdersSalesEntry;
  'orders.withdrawal': OrdersWithdrawal;
  'pagewatch.approval': PagewatchApproval;
  'pagewatch.finding': PagewatchFinding;
  'pagewatch.look': PagewatchLook;
  'pagewatch.report': PagewatchReport;
  'payments.account': PaymentsAccount;
  'payments.attempt_count': PaymentsAttemptCount;
  'payments.by_hand': PaymentsByHand;
  'payments.difference': PaymentsDifference;
  'payments.dispute': PaymentsDispute;
  'payments.dispute_evidence': PaymentsDisputeEvidence;
  'payments.evidence_file': PaymentsEvidenceFile;
  'payments.method': PaymentsMethod;
  'payments.movement': PaymentsMovement;
  'payments.operation': PaymentsOperation;
  'payments.payment': PaymentsPayment;
  'payments.payout': PaymentsPayout;
  'payments.provider_line': PaymentsProviderLine;
  'payments.receipt': PaymentsReceipt;
  'payments.reconciliation': PaymentsReconciliation;
  'payments.test_charge': PaymentsTestCharge;
  'payments.test_evidence': PaymentsTestEvidence;
  'payments.test_operation': PaymentsTestOperation;
  'payments.test_secret': PaymentsTestSecret;
  'payments.webhook_event': PaymentsWebhookEvent;
  'payments.worldpay_attempt': PaymentsWorldpayAttempt;
  'payments.worldpay_call': PaymentsWorldpayCall;
  'payments.worldpay_chargeback': PaymentsWorldpayChargeback;
  'platform.dead_letter': PlatformDeadLetter;
  'platform.idempotency_key': PlatformIdempotencyKey;
  'platform.migration': PlatformMigration;
  'platform.outbox': PlatformOutbox;
  'platform.reaction_done': PlatformReactionDone;
  'platform.restored': PlatformRestored;
  'platform.revision': PlatformRevision;
  'platform.undistributed': PlatformUndistributed;
  'platform.wal_archive': PlatformWalArchive;
  'platform.work': PlatformWork;
  'platform.work_piece': PlatformWorkPiece;
  'platform.worker': PlatformWorker;
  'pricing.lane': PricingLane;
  'pricing.list_price': PricingListPrice;
  'pricing.list_price_change': PricingListPriceChange;
  'pricing.price': PricingPrice;
  'pricing.price_change': PricingPriceChange;
  'pricing.price_list': PricingPriceList;
  'pricing.price_list_change': PricingPriceListChange;
  'pricing.promotion': PricingPromotion;
  'pricing.promotion_change': PricingPromotionChange;
  'pricing.promotion_code': PricingPromotionCode;
  'pricing.promotion_counter': PricingPromotionCounter;
  'pricing.promotion_use': PricingPromotionUse;
  'pricing.rulebook': PricingRulebook;
  'pricing.scheduled_price': PricingScheduledPrice;
  'purchasing.landed_cost': PurchasingLandedCost;
  'purchasing.landed_share': PurchasingLandedShare;
  'purchasing.past_delivery': PurchasingPastDelivery;
  'purchasing.payable': PurchasingPayable;
  'purchasing.payment': PurchasingPayment;
  'purchasing.payment_line': PurchasingPaymentLine;
  'purchasing.price_break': PurchasingPriceBreak;
  'purchasing.purchase_order': PurchasingPurchaseOrder;
  'purchasing.purchase_order_line': PurchasingPurchaseOrderLine;
  'purchasing.receipt': PurchasingReceipt;
  'purchasing.receipt_line': PurchasingReceiptLine;
  'purchasing.request': PurchasingRequest;
  'purchasing.source': PurchasingSource;
  'purchasing.step': PurchasingStep;
  'purchasing.supplier': PurchasingSupplier;
  'purchasing.supplier_closed': PurchasingSupplierClosed;
  'purchasing.supplier_contact': PurchasingSupplierContact;
  'purchasing.supplier_invoice': PurchasingSupplierInvoice;
  'purchasing.supplier_invoice_line': PurchasingSupplierInvoiceLine;
  'purchasing.supplier_return': PurchasingSupplierReturn;
  'purchasing.supplier_return_line': PurchasingSupplierReturnLine;
  'replenishment.backtest': ReplenishmentBacktest;
  'replenishment.experience': ReplenishmentExperience;
  'replenishment.need': ReplenishmentNeed;
  'replenishment.policy': ReplenishmentPolicy;
  'replenishment.review': ReplenishmentReview;
  'replenishment.stock_health': ReplenishmentStockHealth;
  'reporting.alert': ReportingAlert;
  'reporting.firing': ReportingFiring;
  'reporting.link': ReportingLink;
  'reporting.run': ReportingRun;
  'reporting.schedule': ReportingSchedule;
  'reporting.unsubscribed': ReportingUnsubscribed;
  'search.document': SearchDocument;
  'search.projection': SearchProjection;
  'search.query_log': SearchQueryLog;
  'search.removal': SearchRemoval;
  'search.rule': SearchRule;
  'search.synonym': SearchSynonym;
  'shipping.carrier_table': ShippingCarrierTable;
  'shipping.method': ShippingMethod;
  'shipping.pickup_point': ShippingPickupPoint;
  'shipping.rate': ShippingRate;
  'shipping.rate_step': ShippingRateStep;
  'shipping.rulebook': ShippingRulebook;
  'shipping.zone': ShippingZone;
  'simulator.demo': SimulatorDemo;
  'simulator.found_before': SimulatorFoundBefore;
  'simulator.made': SimulatorMade;
  'simulator.past': SimulatorPast;
  'staff.assignment': StaffAssignment;
  'staff.challenge': StaffChallenge;
  'staff.confirmation': StaffConfirmation;
  'staff.invitation': StaffInvitation;
  'staff.mail': StaffMail;
  'staff.member': StaffMember;
  'staff.passkey': StaffPasskey;
  'staff.password': StaffPassword;
  'staff.recovery_code': StaffRecoveryCode;
  'staff.role': StaffRole;
  'staff.role_grant': StaffRoleGrant;
  'staff.session': StaffSession;
  'staff.sign_in_attempt': StaffSignInAttempt;
  'staff.totp': StaffTotp;
  'targets.change': TargetsChange;
  'targets.target': TargetsTarget;
  'taxes.class': TaxesClass;
  'taxes.rate': TaxesRate;
  'taxes.rulebook': TaxesRulebook;
  'taxes.seller': TaxesSeller;
  'taxes.vat_id_check': TaxesVatIdCheck;
  'views.view': ViewsView;
  'waitlist.leave_secret': WaitlistLeaveSecret;
  'waitlist.turn': WaitlistTurn;
  'waitlist.wait': WaitlistWait;
  'webhooks.attempt': WebhooksAttempt;
  'webhooks.delivery': WebhooksDelivery;
  'webhooks.endpoint': WebhooksEndpoint;
  'webhooks.message': WebhooksMessage;
};
