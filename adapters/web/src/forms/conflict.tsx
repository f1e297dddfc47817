// SPDX-License-Identifier: Apache-2.0
// Somebody was quicker. What was written here stays; what happened meanwhile is told, and the person decides.
import { useHistory, useStaffName } from '../api/queries';
import { useSay } from '../i18n';
import { useTimes } from '../i18n/times';
import { useEventText } from '../screens/complaint/event_text';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

interface Props {
  reference: string;
  /** The version that was on the screen. */
  from: number;
  onSend: (version: number) => void;
  onKeep: () => void;
}

export function Conflict({ reference, from, onSend, onKeep }: Props) {
  const say = useSay();
  const times = useTimes();
  const textOf = useEventText();
  const staffName = useStaffName();
  const history = useHistory(reference);
  const since = history.data?.events.filter(one => one.sequence > from) ?? [];
  const version = history.data?.events.at(-1)?.sequence ?? from;
  return (
    <Dialog title={say('conflict.title')} onClose={onKeep}>
      <div className="dialog-body">
        <h2>{say('conflict.title')}</h2>
        <p>{say('conflict.lead')}</p>
        <ul className="stack conflict-events">
          {since.map(event => (
            <li key={event.sequence}>
              <strong>{textOf(event).title}</strong>{' '}
              <span className="soft small">
                {staffName(String(event.actor.id ?? '')) || say(`actor.${String(event.actor.kind)}`)}, {times.moment(event.at)}
              </span>
              {textOf(event).detail && <p className="small said">{textOf(event).detail}</p>}
            </li>
          ))}
          {since.length === 0 && <li className="soft">{say('loading')}</li>}
        </ul>
        <div className="dialog-actions">
          <Button onClick={onKeep}>{say('conflict.keep')}</Button>
          <Button look="primary" onClick={() => onSend(version)}>
            {say('conflict.send')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
