// SPDX-License-Identifier: Apache-2.0
// What was wanted could not be read: why, and the way to ask again. What is on the screen already stays there; this stands where there is nothing to show.
import { ProblemError } from '../api/client';
import { useSay } from '../i18n';
import { Button } from './button';

interface Props {
  failure: unknown;
  onTryAgain: () => unknown;
  /** Alone on the page, or above what is there all the same. */
  look?: 'page' | 'notice';
}

export function NotRead({ failure, onTryAgain, look = 'page' }: Props) {
  const say = useSay();
  // A server that has no room, or cannot reach its store, has no words for a reader: it may answer in a moment like one that does not answer at all.
  const isAnswer = failure instanceof ProblemError && failure.status < 500;
  return (
    <div className={look === 'page' ? 'empty stack' : 'notice late stack'} role="alert">
      <p>{(isAnswer && failure.problem.title) || say('unreachable')}</p>
      <Button className={look === 'page' ? 'middle' : 'start'} onClick={() => void onTryAgain()}>
        {say('tryAgain')}
      </Button>
    </div>
  );
}
