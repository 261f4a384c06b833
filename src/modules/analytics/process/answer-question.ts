import { type Result, refuse } from '../../../kernel/index.ts';
import { checkAgreement, type ReadLedger } from '../agreement/check-agreement.ts';
import { readStockOuts } from '../annotations/stock-outs.ts';
import { askCustomerValue, askSecondOrder } from '../customers/ask-customers.ts';
import { readDemand, readDemandMarks } from '../demand/read-demand.ts';
import { drillAsk, runAsk } from '../explore/run-ask.ts';
import type { Live } from '../live/open-live.ts';
import { drillReport } from '../reports/drill.ts';
import { readShownOrders } from '../reports/orders-shown.ts';
import { runReport } from '../reports/run-report.ts';
import type { Analytics } from '../warehouse/open-analytics.ts';
import type { Question, Standing } from './question.ts';

type About = {
  readonly readLedger: ReadLedger;
  readonly failure: () => string | undefined;
  readonly live: Live | undefined;
};

const NOT_LIVE = refuse('not_live', 'this process has no way to what goes on now');

/** The answer to a question, or why there is none. */
export async function answerQuestion(
  analytics: Analytics,
  { readLedger, failure, live }: About,
  question: Question,
): Promise<Result<unknown>> {
  const now = Temporal.Now.instant();
  switch (question.ask) {
    case 'report':
      return runReport(analytics, question.id, question.parameters);
    case 'orders':
      return drillReport(analytics, question.id, question.drill);
    case 'ask':
      return runAsk(analytics, question.asked);
    case 'ask_orders':
      return drillAsk(analytics, question.asked, question.drill);
    case 'customer_value':
      return askCustomerValue(analytics, question.asked);
    case 'second_order':
      return askSecondOrder(analytics, question.asked);
    case 'demand':
      return { ok: true, value: await readDemand(analytics, question.asked) };
    case 'demand_marks':
      return { ok: true, value: await readDemandMarks(analytics, question.asked) };
    case 'shown_orders':
      return { ok: true, value: await readShownOrders(analytics, question.orderIds) };
    case 'stock_outs':
      return { ok: true, value: await readStockOuts(analytics, question) };
    case 'live':
      return live === undefined ? NOT_LIVE : { ok: true, value: await live.read(now) };
    case 'agreement':
      // What was posted a moment ago is in the ledger; let it be in the warehouse too.
      await analytics.feed(now);
      return { ok: true, value: await checkAgreement(analytics, readLedger, question) };
    case 'forget':
      await analytics.forget(question.customerId);
      return { ok: true, value: null };
    case 'refresh':
      await analytics.refresh();
      return { ok: true, value: null };
    case 'rebuild':
      await analytics.rebuild(now);
      return { ok: true, value: null };
    case 'standing': {
      const [asOf, problem] = [await analytics.asOf(), failure()];
      const standing: Standing = {
        zone: analytics.zone,
        ...(asOf === undefined ? {} : { asOf }),
        ...(problem === undefined ? {} : { failure: problem }),
      };
      return { ok: true, value: standing };
    }
  }
}
