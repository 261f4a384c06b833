import { once } from 'node:events';
import { rename, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Secrets } from '../../../platform/secrets/index.ts';
import type { ReadLedger } from '../agreement/check-agreement.ts';
import type { FactSources } from '../facts/sources.ts';
import type { LiveSources } from '../live/live-sources.ts';
import { openLive } from '../live/open-live.ts';
import { type Analytics, openAnalytics } from '../warehouse/open-analytics.ts';
import { ADDRESS_FILE } from './address.ts';
import { answerQuestion } from './answer-question.ts';
import { isPass } from './pass.ts';
import { questionWire, wireText } from './question.ts';

export type OwnerOptions = {
  /** `INSTITOR_DATA/warehouse`. */
  readonly folder: string;
  /** `live`: what goes on now can be asked for too. */
  readonly sources: FactSources & { readonly live?: LiveSources };
  readonly readLedger: ReadLedger;
  readonly readZone: () => Promise<string>;
  readonly secrets: Secrets;
  readonly memoryMb: number;
  readonly host: string;
  /** 0: any. */
  readonly port: number;
  /** Between two feedings. */
  readonly feedEveryMs: number;
  readonly log: { readonly error: (about: object, message: string) => void };
};

export type Owner = { readonly address: string; readonly close: () => Promise<void> };

const MOST_BYTES = 64 * 1024;

/**
 * The one process that has the warehouse: feeds it, and answers whoever knows the shop's secrets. Where it is stands in a
 * file beside the warehouse, for processes of the same machine.
 *
 * @throws Error when another process has it
 */
export async function openOwner(options: OwnerOptions): Promise<Owner> {
  const { folder, sources, memoryMb, readZone } = options;
  const open = async () => openAnalytics({ folder, sources, memoryMb, zone: await readZone() });
  let analytics = await open();
  let failure: string | undefined;
  const ending = new AbortController();
  const letGoNowAndThen = lettingGo();
  const feeding = (async () => {
    while (!ending.signal.aborted) {
      failure = await feedOnce(analytics, options);
      await letGoNowAndThen(analytics);
      await pause(options.feedEveryMs, undefined, { signal: ending.signal }).catch(() => undefined);
      if (ending.signal.aborted || (await readZone().catch(() => analytics.zone)) === analytics.zone)
        continue;
      // Days are another zone's now: the warehouse is made again.
      await analytics.close();
      analytics = await open();
    }
  })();
  const live = sources.live && openLive(sources.live);
  const server = createServer((request, response) => {
    const about = { readLedger: options.readLedger, failure: () => failure, live };
    const answering = async () => {
      if (!isPass(options.secrets, request.headers.authorization, Temporal.Now.instant())) {
        return send(response, 401, { message: 'the pass is not one of this shop' });
      }
      const question = questionWire.safeParse(JSON.parse(await bodyOf(request)));
      if (!question.success) return send(response, 422, { message: question.error.message });
      return send(response, 200, await answerQuestion(analytics, about, question.data));
    };
    answering().catch((error: unknown) => {
      options.log.error({ error }, 'a question to the warehouse failed');
      send(response, 500, { message: 'the question failed' });
    });
  });
  const address = await listen(server, options);
  return {
    address,
    close: async () => {
      ending.abort();
      server.close();
      server.closeAllConnections();
      await feeding;
      await live?.close();
      await analytics.close();
    },
  };
}

// What the process takes with a small warehouse open, and how long what was read stays at hand when it takes more.
const RESTING_MB = 250;
const LET_GO_EVERY_MS = 60_000;

/** Lets memory go after a feeding that took much of it, and every minute while the process takes much. */
function lettingGo(): (analytics: Analytics) => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async (analytics) => {
    if (process.memoryUsage.rss() / 2 ** 20 < RESTING_MB || performance.now() - last < LET_GO_EVERY_MS)
      return;
    await analytics.letGo();
    last = performance.now();
  };
}

/** What cannot be fed now is tried again at the next time; until then reports say as of when they are. */
async function feedOnce(analytics: Analytics, { log }: OwnerOptions): Promise<string | undefined> {
  try {
    await analytics.feed(Temporal.Now.instant());
    return undefined;
  } catch (error) {
    log.error({ error }, 'the warehouse could not be fed');
    return error instanceof Error ? error.message : String(error);
  }
}

async function listen(server: Server, { folder, host, port }: OwnerOptions): Promise<string> {
  server.listen({ host, port });
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new TypeError('the owner listens on a port');
  const address = `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`;
  const draft = join(folder, `${ADDRESS_FILE}.${process.pid}`);
  await writeFile(draft, address);
  await rename(draft, join(folder, ADDRESS_FILE));
  return address;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new RangeError('the question is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, answer: unknown): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json' }).end(wireText(answer));
}
