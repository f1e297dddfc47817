// SPDX-License-Identifier: Apache-2.0
// What the person told us, the points we take from it, and every talk since.
import { useStaffName } from '../../api/queries';
import { useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { channelIcons, Icon } from '../../ui/icon';
import { type PartProps, readyIn } from './complaint';
import { Doing } from './work';

function Talks({ complaint, open }: PartProps) {
  const say = useSay();
  const times = useTimes();
  const staffName = useStaffName();
  const appointments = complaint.appointments.filter(one => !one.cancelled);
  const mayMove = readyIn(complaint, 'story').includes('change-appointment');
  return (
    <>
      {appointments.length > 0 && (
        <div className="stack">
          <h3>{say('story.appointments')}</h3>
          <ul className="stack">
            {appointments.map(one => (
              <li key={one.id} className="line">
                <Icon name={one.kind === 'call' ? 'phone' : 'people'} size={16} />
                <strong>{times.moment(one.at)}</strong>
                <span>
                  {say(`enum.kind.${one.kind}`)} · {staffName(one.with)}
                </span>
                {mayMove && Date.parse(one.at) > Date.now() && (
                  <button
                    type="button"
                    className="link small"
                    onClick={() => open({ command: 'change-appointment', given: { appointment: one.id } })}
                  >
                    {say('move')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {complaint.contacts.length > 0 && (
        <div className="stack">
          <h3>{say('story.contacts')}</h3>
          <ul className="stack">
            {complaint.contacts.map(one => (
              <li key={one.at + one.summary} className="quote">
                <p className="soft small line">
                  <Icon name={channelIcons[one.channel] ?? 'chat'} size={14} />
                  {say(`contact.${one.direction}`, { channel: say(`enum.channel.${one.channel}`) })} · {staffName(one.by)} ·{' '}
                  {times.moment(one.at)}
                </p>
                <p className="said">{one.summary}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

export function Story(props: PartProps) {
  const { complaint, open } = props;
  const say = useSay();
  const times = useTimes();
  const person = complaint.complainant;
  const reach = [person.email, person.phone, ...(person.postal_address ?? [])].filter(Boolean);
  const guide = complaint.situation_guide;
  return (
    <>
      <figure className="quote narrative" lang={complaint.language}>
        <figcaption className="soft small">
          {say('story.came', { at: times.moment(complaint.received_at), channel: say(`enum.channel.${complaint.channel}`) })}
          {reach.length > 0 && <> · {reach.join(' · ')}</>}
        </figcaption>
        <p className="said">{complaint.narrative}</p>
      </figure>
      {complaint.desired_outcome && (
        <div className="stack">
          <h3>{say('section.wants')}</h3>
          <p className="said">{complaint.desired_outcome}</p>
        </div>
      )}
      {complaint.points.length > 0 && (
        <div className="stack">
          <h3>{say('story.points')}</h3>
          <ol className="points">
            {complaint.points.map(point => (
              <li key={point.id}>
                <span>{point.text}</span>
                {point.finding && (
                  <span className={`tag ${point.finding === 'not-upheld' ? '' : 'accent'}`}>{say(`enum.finding.${point.finding}`)}</span>
                )}
                {point.explanation && <p className="soft">{point.explanation}</p>}
              </li>
            ))}
          </ol>
        </div>
      )}
      {guide && (
        <details className="more">
          <summary>{say('story.guide', { situation: say(`situation.${complaint.situation}`) })}</summary>
          <div className="stack" lang={complaint.language}>
            <p>{guide.interest}</p>
            {guide.evidence && guide.evidence.length > 0 && (
              <p className="small">
                {say('story.evidence')}: {guide.evidence.join('; ')}
              </p>
            )}
            <ul className="dashes small">
              {guide.next_questions?.map(one => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </div>
        </details>
      )}
      <Talks {...props} />
      <Doing
        names={readyIn(complaint, 'story', ['change-appointment', 'cancel-appointment', 'assign-handler', 'acknowledge'])}
        open={open}
      />
    </>
  );
}
