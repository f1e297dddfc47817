// SPDX-License-Identifier: Apache-2.0
import { useSay } from '../i18n';

/** The main road, in order. It is only drawn here; what may be done at each is the engine's to say. */
export const road = ['Received', 'Acknowledged', 'Investigating', 'Discussing', 'Agreed', 'LetterSent', 'FollowingUp', 'Closed'] as const;

/** Without agreement a final letter is still owed: that is open until it is closed. */
export const isOver = (stage: string): boolean => ['Closed', 'Withdrawn', 'Merged', 'Referred'].includes(stage);

export function Pips({ stage, withName = true }: { stage: string; withName?: boolean }) {
  const say = useSay();
  const at = (road as readonly string[]).indexOf(stage);
  return (
    <span className="line stage">
      <span
        className={`pips${at < 0 ? ' off' : ''}`}
        role="img"
        aria-label={withName ? '' : say(`stage.${stage}`)}
        aria-hidden={withName || undefined}
      >
        {road.map((one, index) => (
          <i key={one} className={index === at ? 'now' : index < at ? 'done' : ''} />
        ))}
      </span>
      {withName && <span>{say(`stage.${stage}`)}</span>}
    </span>
  );
}
