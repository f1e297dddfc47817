// SPDX-License-Identifier: Apache-2.0
// Who is logged in. The cookie is the browser's affair; we never see it.
import { ask, ProblemError } from './client';

export interface Session {
  name: string;
  display_name: string;
  staff_id: string;
  roles: string[];
  language: string;
  /** Commands and privileges, as the server names them. */
  may: string[];
}

export async function readSession(): Promise<Session | null> {
  try {
    return (await (await ask('/api/v1/session')).json()) as Session;
  } catch (failure) {
    // 404: a server that has no users yet; its log-in says so.
    if (failure instanceof ProblemError && [401, 404].includes(failure.status)) return null;
    throw failure;
  }
}

export async function logIn(name: string, password: string): Promise<Session> {
  const body = JSON.stringify({ name, password });
  const response = await ask('/api/v1/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  return (await response.json()) as Session;
}

export async function logOut(): Promise<void> {
  await ask('/api/v1/session', { method: 'DELETE' });
}
