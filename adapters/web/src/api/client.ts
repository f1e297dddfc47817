// SPDX-License-Identifier: Apache-2.0
// How the UI speaks to the engine. Every answer that says no becomes a ProblemError, which carries what RFC 9457 says; when nothing answers at all it is an
// UnreachableError. Nothing is tried again behind the user's back.
import createClient from 'openapi-fetch';
import { earlyAnswer } from './early';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];
export type Missing = NonNullable<Problem['missing']>[number];
export type Complaint = Schemas['Complaint'];
export type Row = Schemas['ComplaintRow'];
export type Permitted = Complaint['permitted_commands'][number];
export type Deadline = Complaint['deadlines'][number];
export type Promised = Complaint['promises'][number];
export type LetterDocument = Schemas['Letter'];
export type Paragraph = NonNullable<LetterDocument['body']>[number];
export type Organisation = Schemas['Organisation'];
export type Event = Omit<Schemas['History']['events'][number], 'actor' | 'data'> & {
  actor: { id?: string; kind?: string; via?: string };
  data: Record<string, unknown>;
};
export type Language = Complaint['language'];

export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Partial<Problem>,
    readonly retryAfter: number | null = null,
  ) {
    super(problem.title ?? String(status));
  }
}

export class UnreachableError extends Error {}

let language = 'en';
export function speak(wanted: string): void {
  language = wanted;
}

const listeners = new Set<() => void>();
/** Calls back when the server says that nobody is logged in any more. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function problemOf(response: Response): Promise<ProblemError> {
  const after = Number(response.headers.get('Retry-After'));
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return new ProblemError(response.status, problem, after > 0 ? after : null);
}

async function send(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', language);
  if (request.method !== 'GET') request.headers.set('X-Redress-CSRF', '1');
  let response: Response;
  try {
    response = (await earlyAnswer(request)) ?? (await fetch(request));
  } catch {
    throw new UnreachableError();
  }
  if (response.ok) return response;
  if (response.status === 401 && !request.url.endsWith('/session')) for (const listener of listeners) listener();
  // What a proxy says for a server that is gone is no answer of the server's.
  if (response.status === 502 || response.status === 504) throw new UnreachableError();
  throw await problemOf(response);
}

export const client = createClient<paths>({ baseUrl: typeof location === 'undefined' ? '' : location.origin, fetch: send });

/** A request that the description of the API does not hold yet, or whose answer is not JSON. */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return send(new Request(new URL(path, location.origin), init));
}

/** Says something that nobody waits for: when it fails nothing is lost, and the person is not told. It is sent even when the page is closing. */
export async function sendQuietly(path: string, body: object): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json', 'X-Redress-CSRF': '1' };
  try {
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body), keepalive: true });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

export function dataOf<T>(answer: { data?: T }): T {
  if (answer.data === undefined) throw new UnreachableError();
  return answer.data;
}

export type Answer = Schemas['Answer'];

export interface Order {
  reference: string;
  name: string;
  fields: Record<string, unknown>;
  version: number | null;
  key: string;
}

/** Gives one command. The key makes sure that it happens once, however often it has to be sent. */
export async function give(order: Order): Promise<Answer> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json', 'Idempotency-Key': order.key };
  if (order.version !== null) headers['If-Match'] = `"${order.version}"`;
  const path = `/api/v1/complaints/${encodeURIComponent(order.reference)}/commands/${order.name}`;
  const response = await ask(path, { method: 'POST', headers, body: JSON.stringify(order.fields) });
  return (await response.json()) as Answer;
}

export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
