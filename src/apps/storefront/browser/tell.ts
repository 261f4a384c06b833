/** Parameters of an event, by the names of Google Analytics 4. */
export type Params = Readonly<Record<string, unknown>>;

type Waiting = {
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly params: Params;
  readonly page: Params;
};

const ADDRESS = '/collect';
const WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** Of a batch: the collector takes 50, and `keepalive` and `sendBeacon` 64 kB. */
const MOST = 40;
const MOST_CHARACTERS = 50_000;
/** What could not be sent is kept in memory only: a shop that is away for long loses the oldest. */
const MOST_WAITING = 200;

let waiting: Waiting[] = [];
let timer = 0;
let waitMs = WAIT_MS;
let isSending = false;

/** Keeps an event for the next batch. Nothing that becomes of it disturbs the page. */
export function tell(name: string, params: Params = {}): void {
  waiting.push({ id: newId(), name, at: performance.now(), params, page: pageNow() });
  waiting = waiting.slice(-MOST_WAITING);
  schedule();
}

/** Sends what waits while the page goes away: nobody is there any more to hear whether it arrived. */
export function tellLast(): void {
  for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) {
    if (!navigator.sendBeacon(ADDRESS, bodyOf(batch))) return;
    waiting = waiting.slice(batch.length);
  }
}

function schedule(): void {
  clearTimeout(timer);
  if (waiting.length > 0 && !isSending) timer = window.setTimeout(sendNext, waitMs);
}

async function sendNext(): Promise<void> {
  const batch = nextBatch();
  waiting = waiting.slice(batch.length);
  isSending = true;
  const isDone = await sent(bodyOf(batch));
  isSending = false;
  // What was answered is taken, or would be refused again; without an answer it goes out again under the same ids.
  if (!isDone) waiting = [...batch, ...waiting];
  waitMs = isDone ? WAIT_MS : Math.min(waitMs * 2, LONGEST_WAIT_MS);
  schedule();
}

async function sent(body: string): Promise<boolean> {
  try {
    const { status } = await fetch(ADDRESS, { method: 'POST', body, keepalive: true });
    return status !== 429 && status < 500;
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return false;
    throw error;
  }
}

/** As many as fit, all of one page. */
function nextBatch(): readonly Waiting[] {
  const [first] = waiting;
  const page = JSON.stringify(first?.page);
  let characters = 0;
  const end = waiting.findIndex((event, index) => {
    characters += JSON.stringify(event.params).length + 120;
    const isFull = index >= MOST || characters > MOST_CHARACTERS;
    return index > 0 && (isFull || JSON.stringify(event.page) !== page);
  });
  return waiting.slice(0, end === -1 ? MOST : end);
}

function bodyOf(batch: readonly Waiting[]): string {
  const now = performance.now();
  return JSON.stringify({
    page: batch[0]?.page,
    automated: navigator.webdriver,
    events: batch.map(({ id, name, at, params }) => ({ id, name, ago: Math.round(now - at), params })),
  });
}

function pageNow(): Params {
  const { lang, dataset } = document.documentElement;
  return {
    page_location: addressNow(),
    page_title: document.title.slice(0, 500),
    page_referrer: referrerNow(),
    language: lang,
    market: dataset['market'],
  };
}

const CAMPAIGN = /^(?:utm_\w+|\w*clid|[gw]braid|li_fat_id|epik)$/;

/** Of a query only what names a campaign leaves the browser. */
function addressNow(): string {
  const query = new URLSearchParams(location.search);
  for (const name of [...query.keys()]) if (!CAMPAIGN.test(name)) query.delete(name);
  const campaign = query.toString();
  return location.origin + location.pathname + (campaign && `?${campaign}`);
}

/** From which host somebody came, if from another; never from which page of it. */
function referrerNow(): string | undefined {
  const from = document.referrer && URL.parse(document.referrer);
  return from && from.host !== location.host ? `${from.origin}/` : undefined;
}

/** `crypto.randomUUID` is there over https only; a shop at home on a plain address has random bytes. */
function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    return (Number(digit) ^ (byte & (15 >> (Number(digit) / 4)))).toString(16);
  });
}
