// SPDX-License-Identifier: Apache-2.0
// Why something that was sent did not happen, in words for whoever sent it. A refusal has its own words, and they are the server's. A server that has no room,
// or cannot reach its store, has none in the reader's language; what matters then is that nothing happened, that nothing is lost, and what to do next.
import { ProblemError } from '../api/client';
import { useSay } from '../i18n';

/** Nothing is wrong with what was sent: sent once more when the server can, it may well be accepted. */
export const mayPass = (failure: unknown): boolean => !(failure instanceof ProblemError) || [429, 503, 507].includes(failure.status);

export interface FailureText {
  title: string;
  detail: string;
}

export function useFailureText(): (failure: unknown) => FailureText {
  const say = useSay();
  return failure => {
    if (!(failure instanceof ProblemError)) return { title: say('send.unreachable'), detail: '' };
    if (failure.status === 507) return { title: say('send.full'), detail: say('send.fullKept') };
    if (failure.status === 503) return { title: say('send.unavailable'), detail: say('send.unavailableKept') };
    return { title: failure.problem.title ?? say('send.failed', { status: failure.status }), detail: failure.problem.detail ?? '' };
  };
}
