export { type AnomalyOptions, type DayScore, dailyAnomalies } from './anomaly/daily-anomalies.ts';
export { type AbcClass, type AbcItem, abcClasses } from './assortment/abc.ts';
export { type Steadiness, type XyzClass, xyzClass } from './assortment/xyz.ts';
export { falseDiscovery } from './basket/false-discovery.ts';
export { attractionProbability } from './basket/fisher.ts';
export { type FrequentPair, frequentPairs, type PairOptions } from './basket/frequent-pairs.ts';
export { type BgNbd, probabilityAlive, type Timing } from './customers/bg-nbd.ts';
export {
  expectedPurchases,
  newCustomersPurchases,
  purchaseDistribution,
} from './customers/expected-purchases.ts';
export { type BgNbdFit, fitBgNbd } from './customers/fit-bg-nbd.ts';
export { fitGammaGamma, type GammaGammaFit } from './customers/fit-gamma-gamma.ts';
export { expectedSpend, type GammaGamma } from './customers/gamma-gamma.ts';
export { type Horizon, lifetimeValue, type ValueModel } from './customers/lifetime-value.ts';
export { type Purchase, type PurchaseHistory, summarisePurchases } from './customers/purchase-history.ts';
export { purchasesOfMany } from './customers/purchases-of-many.ts';
export { RFM_SEGMENTS, type RfmFacts, type RfmSegment, rfmScores } from './customers/rfm-segments.ts';
export { customerValueInterval, totalValueInterval, type ValueFit } from './customers/value-interval.ts';
export { productChange } from './decompose/factors.ts';
export { type Segment, type SegmentChange, segmentChanges } from './decompose/segments.ts';
export { wholeParts } from './decompose/whole-parts.ts';
export {
  type Analogue,
  type AnalogyForecast,
  forecastByAnalogy,
} from './forecast/analogy/forecast-by-analogy.ts';
export { type ProductTraits, similarityOf } from './forecast/analogy/similarity.ts';
export { type Accuracy, accuracyOf } from './forecast/backtest/accuracy.ts';
export { type Backtest, backtest, type Forecaster, rollingOrigins } from './forecast/backtest/backtest.ts';
export { benchmarkForecasters, METHODS, type MethodName } from './forecast/backtest/benchmarks.ts';
export { chooseMethod } from './forecast/backtest/choose-method.ts';
export { pooled, type Score } from './forecast/backtest/score.ts';
export {
  classifyDemand,
  type DemandClass,
  type DemandPattern,
} from './forecast/demand/classify-demand.ts';
export { type DemandOptions, forecastDemand } from './forecast/demand/forecast-demand.ts';
export {
  asDemandForecast,
  demandOfPeriod,
  demandOfSum,
  type ItemForecast,
} from './forecast/demand/item-forecast.ts';
export { type Effect, effectsOf, factorOf } from './forecast/effects/effects-of.ts';
export { type EffectRow, type EffectsFit, fitEffects } from './forecast/effects/fit-effects.ts';
export type { PeriodFacts } from './forecast/effects/period-facts.ts';
export {
  EFFECT_KINDS,
  type EffectKind,
  type TestedEffects,
  testedEffects,
} from './forecast/effects/tested-effects.ts';
export { bootstrapDemand } from './forecast/horizon/bootstrap.ts';
export type { ErrorVariances } from './forecast/horizon/error-variances.ts';
export {
  chanceOfAtLeast,
  type Forecast,
  fitLevel,
  forecastInterval,
  forecastSum,
  type LevelFit,
  movedForecast,
} from './forecast/local-level.ts';
export type { Fitted } from './forecast/methods/fitted.ts';
export { pooledMethod } from './forecast/methods/pool.ts';
export {
  forecastGroups,
  type GroupForecasts,
  type GroupSeries,
  scaledSums,
} from './forecast/reconcile/group-forecast.ts';
export { type Level, reconcile } from './forecast/reconcile/reconcile.ts';
export {
  type Season,
  WEEK_OF_DAYS,
  YEAR_OF_MONTHS,
  YEAR_OF_WEEKS,
} from './forecast/season/fit-season.ts';
export { centredAverage } from './forecast/season/moving-average.ts';
export type { Interval } from './interval.ts';
export { bootstrapInterval, type Statistic, weightedRatio } from './intervals/bootstrap.ts';
export { meanDifferenceInterval, meanInterval, type Sample } from './intervals/mean.ts';
export { clopperPearsonInterval, wilsonInterval } from './intervals/proportion.ts';
export { type Proportion, proportionDifference } from './intervals/proportion-difference.ts';
export { type RatioSums, ratioInterval, ratioSums } from './intervals/ratio.ts';
export { countDemand, poissonDemand } from './inventory/demand/count-demand.ts';
export type { Demand } from './inventory/demand/demand.ts';
export {
  type DemandForecast,
  forecastOfQuantiles,
  steadyForecast,
} from './inventory/demand/demand-forecast.ts';
export { discreteDemand, quantileDemand } from './inventory/demand/discrete-demand.ts';
export { mixedDemand } from './inventory/demand/mixed-demand.ts';
export { normalDemand, normalLoss } from './inventory/demand/normal-demand.ts';
export { leadTimeCredibility } from './inventory/lead-time/credibility.ts';
export {
  certainLeadTime,
  type LeadTimes,
  leadTimeMoments,
  leadTimeQuantile,
  quotedLeadTime,
} from './inventory/lead-time/lead-times.ts';
export { type LeadTimeHistory, learnLeadTimes } from './inventory/lead-time/learn-lead-times.ts';
export { demandOverLeadTime, protectionMoments } from './inventory/lead-time/protection.ts';
export type { MarkdownQuestion } from './inventory/markdown/markdown-question.ts';
export { type PriceLadder, priceLadder } from './inventory/markdown/price-ladder.ts';
export { bestOrder, type OrderAdvice, type OrderCandidate } from './inventory/ordering/best-order.ts';
export { costOfOrder, type OrderCost, type OrderQuestion } from './inventory/ordering/cost-of-order.ts';
export { type OrderSizes, orderQuantity, type SizedOrder } from './inventory/ordering/order-quantity.ts';
export { type DiscountKind, type PriceBreaks, purchaseCost } from './inventory/ordering/price-breaks.ts';
export { type StockLevels, stockLevels } from './inventory/ordering/stock-levels.ts';
export {
  type SupplierItem,
  type SupplierMinimum,
  type SupplierOrder,
  supplierItem,
  supplierOrder,
} from './inventory/ordering/supplier-order.ts';
export {
  costOfWaiting,
  ordersUpTo,
  type ValuedOrder,
  valueOfOrder,
} from './inventory/ordering/value-of-order.ts';
export {
  chooseWithinLimits,
  type LimitedChoice,
  type LimitedOption,
} from './inventory/ordering/within-limits.ts';
export {
  fixedQuantityPolicy,
  forecastPolicy,
  minMaxPolicy,
  type OrderPolicy,
} from './inventory/replay/order-policy.ts';
export {
  type BegunReplay,
  beginReplay,
  type Replay,
  type ReplayQuestion,
  replayPolicy,
} from './inventory/replay/replay-policy.ts';
export type { ReplayTotals } from './inventory/replay/replay-totals.ts';
export { type ReplaySummary, summariseReplays } from './inventory/replay/summarise-replays.ts';
export { costOptimalService, holdingCostPerDay, shortageCost } from './inventory/service/cost-of-shortage.ts';
export { type CycleSize, type OrderCycles, orderCycles } from './inventory/service/order-cycles.ts';
export {
  aimedService,
  experienceFactor,
  type ServiceExperience,
} from './inventory/service/service-experience.ts';
export {
  levelForService,
  normalFillRate,
  type Protection,
  type Service,
  serviceOfLevel,
  serviceOfReorderPoint,
} from './inventory/service/service-of-stock.ts';
export {
  baseStockUnderDisruptions,
  orderQuantityUnderDisruptions,
} from './inventory/textbook/disruptions.ts';
export {
  economicOrderQuantity,
  economicOrderQuantityWithBackorders,
  economicProductionQuantity,
  type OrderSize,
  type SteadyDemand,
} from './inventory/textbook/economic-order-quantity.ts';
export { type JointItem, jointReplenishment } from './inventory/textbook/joint-replenishment.ts';
export { exactMinMax, type MinMax, powerMinMax } from './inventory/textbook/min-max.ts';
export { newsvendor, newsvendorCosts } from './inventory/textbook/newsvendor.ts';
export { discountedOrderQuantity } from './inventory/textbook/quantity-discounts.ts';
export {
  exactReorderQuantity,
  exactReorderQuantityOfCounts,
  expectedLevelReorderQuantity,
} from './inventory/textbook/reorder-quantity.ts';
export { wagnerWhitin } from './inventory/textbook/wagner-whitin.ts';
export {
  newsvendorOfAdditiveYield,
  orderQuantityOfAdditiveYield,
  orderQuantityOfShareYield,
} from './inventory/textbook/yield.ts';
export { drawBeta, drawExponential, drawGamma, type Uniform } from './sampling/draw.ts';
export { sum } from './series.ts';
export { betaQuantile } from './special/incomplete-beta.ts';
export type { MedianTime, SurvivalCurve, SurvivalStep } from './survival/kaplan-meier.ts';
export { kaplanMeier, medianTime, type Observation, survivalAt } from './survival/kaplan-meier.ts';
