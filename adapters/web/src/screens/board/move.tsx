// SPDX-License-Identifier: Apache-2.0
// Moving a card: the commands that lead to another column, as the engine permits them now. One that is ready opens its form; one that is not says what is
// missing, and leads there. A card that was dropped begins at the command of its column.
import { useState } from 'react';
import { Link } from 'wouter';
import type { Complaint } from '../../api/client';
import { useComplaint } from '../../api/queries';
import { CommandForm } from '../../forms/command_form';
import { MissingList } from '../../forms/missing';
import { useSay } from '../../i18n';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { type Way, waysOn } from '../complaint/guide';

interface Props {
  reference: string;
  to: string;
  onClose: () => void;
}

function WayOn({ way: { permitted, to }, complaint, onGo }: { way: Way; complaint: Complaint; onGo: (command: string) => void }) {
  const say = useSay();
  return (
    <li className="stack way">
      <p className="line">
        <Icon name={permitted.ready ? 'right' : 'lock'} size={15} />
        <strong>{say(`stage.${to}`)}</strong>
      </p>
      {permitted.ready ? (
        <p>
          <Button onClick={() => onGo(permitted.name)}>{say(`command.${permitted.name}`)}</Button>
        </p>
      ) : (
        <>
          <p className="small soft">{say('board.missing', { command: say(`command.${permitted.name}`) })}</p>
          <MissingList missing={permitted.missing} complaint={complaint} onGo={onGo} />
        </>
      )}
    </li>
  );
}

function Ways({ complaint, to, onGo }: { complaint: Complaint; to: string; onGo: (command: string) => void }) {
  const say = useSay();
  const ways = waysOn(complaint);
  const wanted = to ? ways.filter(one => one.to === to) : ways;
  if (to && wanted.length === 0)
    return (
      <div className="stack" role="status">
        <p>{say('board.noWay', { from: say(`stage.${complaint.stage}`), to: say(`stage.${to}`) })}</p>
        <Ways complaint={complaint} to="" onGo={onGo} />
      </div>
    );
  if (wanted.length === 0) return <p role="status">{say('board.noWays')}</p>;
  return (
    <ul className="stack" aria-label={say('board.ways')}>
      {wanted.map(one => (
        <WayOn key={one.permitted.name} way={one} complaint={complaint} onGo={onGo} />
      ))}
    </ul>
  );
}

export function MoveDialog({ reference, to, onClose }: Props) {
  const say = useSay();
  const complaint = useComplaint(reference).data;
  const [chosen, setChosen] = useState<string | null>(null);
  // What was dropped where its command may be given goes on at once.
  const dropped = complaint && waysOn(complaint).find(one => one.to === to && one.permitted.ready)?.permitted.name;
  const command = chosen ?? dropped ?? '';
  const name = complaint?.complainant.name ?? reference;
  return (
    <Dialog title={say('board.move', { name })} onClose={onClose}>
      <div className="dialog-body">
        <div>
          <h2>{say('board.move', { name })}</h2>
          {complaint && <p className="soft">{say('board.standsAt', { stage: say(`stage.${complaint.stage}`) })}</p>}
        </div>
        {!complaint && <p className="soft">{say('loading')}</p>}
        {complaint && !command && <Ways complaint={complaint} to={to} onGo={setChosen} />}
        {complaint && command && (
          <section className="stack" aria-labelledby="move-command">
            <h3 id="move-command">{say(`command.${command}`)}</h3>
            <CommandForm key={command} complaint={complaint} command={command} onDone={onClose} onCancel={onClose} onGo={setChosen} />
          </section>
        )}
        {!command && (
          <div className="dialog-actions">
            <Link href={`/complaints/${reference}`} className="button" onClick={onClose}>
              {say('open')}
            </Link>
            <Button onClick={onClose}>{say('close')}</Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
