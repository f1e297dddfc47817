// SPDX-License-Identifier: Apache-2.0
import { useHistory } from '../../api/queries';
import { useSay } from '../../i18n';
import { Icon } from '../../ui/icon';
import { type PartProps, readyIn } from './complaint';
import { Doing } from './work';

/** What each said stands in the history alone. */
function useStatements(reference: string): (person: string) => string[] {
  const events = useHistory(reference).data?.events ?? [];
  return person =>
    events
      .filter(one => one.type === 'statement-recorded' && (one.data as { person?: string }).person === person)
      .map(one => String((one.data as { text?: string }).text ?? ''));
}

export function Investigation({ complaint, open }: PartProps) {
  const say = useSay();
  const statementsOf = useStatements(complaint.reference);
  const mayRecord = readyIn(complaint, 'investigation').includes('record-statement');
  return (
    <>
      {complaint.people_involved.length > 0 && (
        <div className="stack">
          <h3>{say('investigation.people')}</h3>
          <ul className="stack">
            {complaint.people_involved.map(one => (
              <li key={one.person} className="quote">
                <p className="line">
                  <strong>{one.name}</strong> <span className="soft">{one.role}</span>
                  <span className={`tag ${one.heard ? 'good' : 'soon'}`}>
                    <Icon name={one.heard ? 'tick' : 'clock'} size={13} />
                    {say(one.heard ? 'investigation.heard' : 'investigation.notHeard')}
                  </span>
                  {mayRecord && !one.heard && (
                    <button
                      type="button"
                      className="link small"
                      onClick={() => open({ command: 'record-statement', given: { person: one.person } })}
                    >
                      {say('command.record-statement')}
                    </button>
                  )}
                </p>
                {statementsOf(one.person).map(text => (
                  <p key={text} className="said">
                    {text}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </div>
      )}
      {complaint.facts.length > 0 && (
        <table className="facts">
          <thead>
            <tr>
              <th scope="col">{say('investigation.facts')}</th>
              <th scope="col">{say('field.evidence')}</th>
            </tr>
          </thead>
          <tbody>
            {complaint.facts.map(one => (
              <tr key={one.id}>
                <td>{one.text}</td>
                <td className="soft">{one.evidence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {complaint.root_cause && (
        <div className="stack">
          <h3>{say('investigation.cause')}</h3>
          <p>
            {complaint.root_cause.circumstance} <span className="tag">{complaint.root_cause.category}</span>
          </p>
        </div>
      )}
      <Doing names={readyIn(complaint, 'investigation', ['record-statement'])} open={open} />
    </>
  );
}
