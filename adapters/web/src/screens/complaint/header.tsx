// SPDX-License-Identifier: Apache-2.0
import { Link } from 'wouter';
import type { Complaint } from '../../api/client';
import { useSay } from '../../i18n';
import { Clock } from '../../ui/clock';
import { channelIcons, Icon } from '../../ui/icon';
import { OthersHere } from '../../ui/others_here';
import { Pips } from '../../ui/pips';
import type { OpenForm } from './complaint';

/** What passed without being done stays the next until it is done. */
export function nextDeadline(complaint: Complaint): string | null {
  const moments = complaint.deadlines.filter(one => one.state === 'running' || one.owed).map(one => one.due_at);
  return moments.sort()[0] ?? null;
}

interface HeaderProps {
  complaint: Complaint;
  open: (form: OpenForm) => void;
  isWriting: boolean;
}

export function ComplaintHeader({ complaint, open, isWriting }: HeaderProps) {
  const say = useSay();
  const mayAssign = complaint.permitted_commands.some(one => one.name === 'assign-handler' && one.ready);
  const handler = complaint.handler?.name ?? say('nobody');
  return (
    <header className="complaint-header">
      <div className="complaint-name">
        <Link href="/" className="button quiet icon" aria-label={say('complaint.back')}>
          <Icon name="left" />
        </Link>
        <div>
          <h1 tabIndex={-1}>{complaint.complainant.name}</h1>
          <p className="soft line small">
            <span className="number">{complaint.reference}</span>
            <span className="line">
              <Icon name={channelIcons[complaint.channel] ?? 'mail'} size={15} />
              {say(`enum.channel.${complaint.channel}`)}
            </span>
            <span>{say(`languageName.${complaint.language}`)}</span>
            {!complaint.identity_confirmed && <span className="tag soon">{say('identity.open')}</span>}
            {complaint.authentication?.dmarc === 'fail' && <span className="tag late">{say('identity.disowned')}</span>}
            {complaint.urgency !== 'normal' && <span className="tag late">{say(`urgency.${complaint.urgency}`)}</span>}
            {complaint.escalation !== 'NotEscalated' && <span className="tag soon">{say(`escalation.${complaint.escalation}`)}</span>}
            {complaint.waiting !== 'NotWaiting' && <span className="tag">{say('waiting.WaitingForComplainant')}</span>}
            {complaint.holds.some(one => !one.lifted) && <span className="tag accent">{say('hold.stands')}</span>}
            <OthersHere reference={complaint.reference} isWriting={isWriting} />
          </p>
        </div>
      </div>
      <dl className="complaint-facts">
        <div>
          <dt>{say('header.stage')}</dt>
          <dd>
            <Pips stage={complaint.stage} />
          </dd>
        </div>
        <div>
          <dt>{say('header.due')}</dt>
          <dd>
            <Clock at={nextDeadline(complaint)} />
          </dd>
        </div>
        <div>
          <dt>{say('header.handler')}</dt>
          <dd>
            {mayAssign ? (
              <button type="button" className="link" onClick={() => open({ command: 'assign-handler' })}>
                {handler}
              </button>
            ) : (
              handler
            )}
          </dd>
        </div>
      </dl>
    </header>
  );
}
