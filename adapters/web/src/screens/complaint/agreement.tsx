// SPDX-License-Identifier: Apache-2.0
// Heard out, then proposal and answer, back and forth, as a ladder: what they asked for on the one side, what we offered on the other.
import { useLanguage, useSay } from '../../i18n';
import { localeOf } from '../../ui/month';
import { type PartProps, readyIn } from './complaint';
import { Doing } from './work';

type Proposal = PartProps['complaint']['proposals'][number];

function Rung({ proposal, open, mayAnswer }: { proposal: Proposal; open: PartProps['open']; mayAnswer: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const money = proposal.compensation;
  const amount =
    money && new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: money.currency }).format(money.minor_units / 100);
  const look = proposal.answer === 'accept' ? 'good' : proposal.answer === null ? 'soon' : '';
  return (
    <li className="rung ours">
      <div className="rung-body">
        <p className="soft small">{say('agreement.offered')}</p>
        <p className="said">{proposal.description}</p>
        {(amount || proposal.goodwill) && (
          <p className="small">
            {amount && (
              <>
                {say('field.compensation')}: <strong>{amount}</strong>{' '}
              </>
            )}
            {proposal.goodwill && (
              <>
                {say('field.goodwill')}: {proposal.goodwill}
              </>
            )}
          </p>
        )}
        <p className="line">
          <span className={`tag ${look}`}>{say(proposal.answer === null ? 'agreement.open' : `enum.answer.${proposal.answer}`)}</span>
          {proposal.answer === null && mayAnswer && (
            <button
              type="button"
              className="link small"
              onClick={() => open({ command: 'record-answer', given: { proposal: proposal.id } })}
            >
              {say('command.record-answer')}
            </button>
          )}
        </p>
      </div>
    </li>
  );
}

export function Agreement({ complaint, open }: PartProps) {
  const say = useSay();
  const ready = readyIn(complaint, 'agreement');
  return (
    <>
      <ol className="ladder">
        {complaint.hearing && (
          <li className="rung theirs">
            <div className="rung-body">
              <p className="soft small">{say('section.wants')}</p>
              <p className="said">“{complaint.hearing.desired_outcome}”</p>
              {complaint.hearing.summary && <p className="soft small said">{complaint.hearing.summary}</p>}
            </div>
          </li>
        )}
        {complaint.proposals.map(one => (
          <Rung key={one.id} proposal={one} open={open} mayAnswer={ready.includes('record-answer')} />
        ))}
      </ol>
      {complaint.final_position && (
        <div className="stack">
          <h3>{say('field.final_position')}</h3>
          <p className="said">{complaint.final_position}</p>
        </div>
      )}
      <Doing names={ready.filter(name => name !== 'record-answer')} open={open} />
    </>
  );
}
