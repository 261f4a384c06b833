import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendStored } from '../cache/index.ts';
import type { Tx } from '../database/index.ts';
import { admit } from './admit.ts';
import { keepForbidden, watchAround, watchInTransaction, watchRefused } from './audit/watched.ts';
import type { Caller } from './caller.ts';
import type { Endpoint } from './endpoint.ts';
import type { ApiRefusal } from './handler.ts';
import { type Claim, claimOf, isClaim, type Reply } from './idempotency/key.ts';
import { type Once, onceInTransaction, onceInTwoPhases } from './idempotency/once.ts';
import type { AnyCall, AnyHandled, Mounted } from './mounted.ts';
import { answerText } from './output.ts';
import { type ApiProblem, PROBLEM_TYPE, problem, problemText } from './problem.ts';
import { addressOf } from './rate-limits.ts';
import { readInput } from './read-input.ts';
import { sendProblem } from './refused-request.ts';
import { sendFile } from './send-file.ts';
import { uploadOf } from './upload.ts';

const LONGEST_AGENT = 500;
const JSON_TYPE = 'application/json; charset=utf-8';

/** One request: who asks, may they, how often, what exactly; then the handler, once. */
export async function runEndpoint(
  mounted: Mounted,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const now = mounted.now();
  const admitted = await admit(mounted, request, reply, now);
  if ('problem' in admitted) {
    await keepForbidden(mounted, request, admitted, now);
    return sendProblem(request, reply, admitted.problem);
  }
  const { caller } = admitted;
  const raw = typeof request.body === 'string' ? request.body : undefined;
  const body = parseBody(raw);
  if ('problem' in body) return sendProblem(request, reply, body.problem);
  const read = readInput(mounted.endpoint, { ...sent(request), body: body.value });
  if ('problem' in read) return sendProblem(request, reply, read.problem);
  const userAgent = request.headers['user-agent']?.slice(0, LONGEST_AGENT);
  const { upload } = mounted.endpoint;
  const file = upload === undefined ? {} : { upload: uploadOf(request.body, upload.mostBytes) };
  const call = {
    ...read.input,
    ...file,
    caller,
    now,
    ip: request.ip,
    userAgent,
    headers: request.headers,
    origin: originOf(mounted, request),
  };
  const { idempotency = 'none' } = mounted.endpoint;
  if (idempotency === 'none') return sendHandled(mounted, request, reply, call);
  const claim = claimOf(request.headers['idempotency-key'], nameOf(mounted, request, caller), [
    request.method,
    request.url,
    raw ?? '',
  ]);
  if (!isClaim(claim)) return sendProblem(request, reply, claim);
  return sendOnce(request, reply, await runOnce(mounted, request, claim, call));
}

/** Where the shop is reached. A made-up Host is its sender's own: nothing that is kept or mailed is made of it. */
function originOf({ baseUrl }: Mounted, { protocol, host }: FastifyRequest): string {
  return URL.parse(baseUrl ?? `${protocol}://${host}`)?.origin ?? `${protocol}://localhost`;
}

/** Parts of the request as records of their own, without a prototype's names among them. */
function sent({ params, query }: FastifyRequest): { readonly params: unknown; readonly query: unknown } {
  return { params: { ...asObject(params) }, query: { ...asObject(query) } };
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function parseBody(raw: string | undefined): { readonly value: unknown } | { readonly problem: ApiProblem } {
  if (raw === undefined || raw === '') return { value: undefined };
  try {
    return { value: JSON.parse(raw) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: problem(400, 'malformed_body', `the body is no JSON: ${error.message}`, 'body') };
  }
}

/** Whose Idempotency-Key it is: the API key's, the member's of staff, the customer's, the holder's of the token, or the address's. */
function nameOf({ prefix }: Mounted, request: FastifyRequest, caller: Caller): string {
  if (caller.kind === 'key') return `${prefix} key ${caller.id}`;
  if (caller.kind === 'staff') return `${prefix} staff ${caller.id}`;
  if (caller.kind === 'customer') return `${prefix} customer ${caller.customerId}`;
  const token = new Map(Object.entries(asObject(request.params))).get('token');
  return typeof token === 'string' ? `${prefix} token ${token}` : `${prefix} ip ${addressOf(request.ip)}`;
}

function runOnce(mounted: Mounted, request: FastifyRequest, claim: Claim, call: AnyCall): Promise<Once> {
  if (mounted.endpoint.idempotency === 'two_phase') {
    return onceInTwoPhases(mounted.db, claim, async () => {
      return replyOf(mounted, request, call.caller, await watchAround(mounted, call));
    });
  }
  const work = async (tx: Tx): Promise<Reply> => {
    return replyOf(mounted, request, call.caller, await watchInTransaction(mounted, { ...call, tx }));
  };
  return watchRefused(mounted, call, onceInTransaction(mounted.db, claim, work));
}

function replyOf(
  { endpoint, guarded, isStrict = false }: Mounted,
  request: FastifyRequest,
  caller: Caller,
  handled: AnyHandled,
): Reply {
  if (!handled.ok) {
    const found = problemOf(endpoint, handled.refusal);
    return { status: found.status, text: problemText(found, request.id), code: found.code };
  }
  if (!('value' in handled)) throw new TypeError('what has an effect answers with a value');
  const text = answerText(endpoint.output, handled.value, isStrict, { caller, guarded });
  return {
    status: endpoint.status ?? 200,
    text,
    ...('headers' in handled ? { headers: handled.headers } : {}),
  };
}

function sendOnce(request: FastifyRequest, reply: FastifyReply, once: Once): FastifyReply {
  if ('problem' in once) return sendProblem(request, reply, once.problem);
  if (once.isReplayed) reply.header('idempotent-replayed', 'true');
  return sendReply(reply, once.reply);
}

async function sendHandled(
  mounted: Mounted,
  request: FastifyRequest,
  reply: FastifyReply,
  call: AnyCall,
): Promise<FastifyReply> {
  const handled = await watchAround(mounted, call);
  if (handled.ok && 'stored' in handled) {
    return sendStored(request, reply, handled.stored, { vary: 'accept-encoding', bodyIn: handled.bodyIn });
  }
  if (handled.ok && 'file' in handled) return sendFile(reply, mounted.endpoint, handled.file);
  return sendReply(reply, replyOf(mounted, request, call.caller, handled));
}

function sendReply(reply: FastifyReply, { status, text, headers = {} }: Reply): FastifyReply {
  for (const [name, value] of Object.entries(headers)) reply.header(name, value);
  const type = status >= 400 ? PROBLEM_TYPE : JSON_TYPE;
  return reply.code(status).header('cache-control', 'no-store').type(type).send(text);
}

function problemOf(endpoint: Endpoint, refusal: ApiRefusal<string>): ApiProblem {
  const status = endpoint.refusals[refusal.code];
  if (status === undefined)
    throw new TypeError(`${endpoint.path} does not document the refusal ${refusal.code}`);
  const { code, message: detail, field, errors } = refusal;
  return { status, code, detail, ...(field ? { field } : {}), ...(errors ? { errors } : {}) };
}
