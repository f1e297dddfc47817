// SPDX-License-Identifier: Apache-2.0
// Why something that was sent did not happen, in words for whoever sent it. A refusal has its own words, and they are the server's. A server that has no room,
// or cannot reach its store, has none in the reader's language; what matters then is that nothing happened, that nothing is lost, and what to do next.
import { ProblemError } from '../api/client';
import { useWords } from '../i18n';

/** Nothing is wrong with what was sent: sent once more when the server can, it may well be accepted. */
export const mayPass = (failure: unknown): boolean => !(failure instanceof ProblemError) || [429, 503, 507].includes(failure.status);

export interface FailureText {
  title: string;
  detail: string;
}

export function useFailureText(): (failure: unknown) => FailureText {
  const words = useWords();
  const say = words.say.bind(words);
  return failure => {
    if (!(failure instanceof ProblemError)) return { title: say('send.unreachable'), detail: '' };
    if (failure.status === 507) return { title: say('send.full'), detail: say('send.fullKept') };
    if (failure.status === 503) return { title: say('send.unavailable'), detail: say('send.unavailableKept') };
    // About accounts the server speaks English only, and says by a name what is wrong.
    const named = `problem.${failure.problem.type?.split('/').at(-1)}`;
    if (words.has(named) && !failure.problem.refusal) return { title: say(named), detail: '' };
    if (failure.status === 403 && !failure.problem.refusal) return { title: say('problem.forbidden'), detail: '' };
    return { title: failure.problem.title ?? say('send.failed', { status: failure.status }), detail: failure.problem.detail ?? '' };
  };
}
