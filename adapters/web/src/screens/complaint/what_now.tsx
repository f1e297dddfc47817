// SPDX-License-Identifier: Apache-2.0
// The left column: the usual steps of this stage, what each still misses, and everything else that may be done. Nothing that the engine refuses is hidden,
// and nothing is shown that it does not know.
import { useEffect, useState } from 'react';
import type { Missing, Permitted } from '../../api/client';
import { MissingList, mending, useMissingText } from '../../forms/missing';
import { useSay } from '../../i18n';
import { Icon } from '../../ui/icon';
import type { PartProps } from './complaint';
import { exits, type GuidedStep, guided, nextStep, sectionCommands, sections } from './guide';

function Step({ step, isNext, complaint, open }: Pick<PartProps, 'complaint' | 'open'> & { step: GuidedStep; isNext: boolean }) {
  const say = useSay();
  const { permitted, done } = step;
  const name = say(`command.${permitted.name}`);
  return (
    <li className={`step${done ? ' done' : ''}${isNext ? ' next' : ''}`}>
      <span className="step-mark">
        {done ? <Icon name="tick" size={15} /> : permitted.ready ? null : <Icon name="lock" size={14} />}
        <span className="hidden">{say(done ? 'step.done' : permitted.ready ? 'step.open' : 'step.blocked')}</span>
      </span>
      <div className="stack">
        {permitted.ready ? (
          <>
            {/* One and the same button, whatever it looks like: it must not be exchanged under a finger that is pressing it. */}
            <button type="button" className={isNext ? 'button primary' : 'link'} onClick={() => open({ command: permitted.name })}>
              {name}
            </button>
            {isNext && <p className="hint">{say(`prompt.${permitted.name}`)}</p>}
          </>
        ) : (
          <>
            <span>{name}</span>
            {!done && <MissingList missing={permitted.missing} complaint={complaint} onGo={command => open({ command })} />}
          </>
        )}
      </div>
    </li>
  );
}

function Others({ complaint, open, steps }: Pick<PartProps, 'complaint' | 'open'> & { steps: GuidedStep[] }) {
  const say = useSay();
  const [shown, setShown] = useState(false);
  const shownAlready = new Set(steps.map(one => one.permitted.name));
  const others = complaint.permitted_commands.filter(one => !shownAlready.has(one.name));
  const groups = [
    ...sections.map(section => [section, sectionCommands[section].filter(name => !exits.includes(name))] as const),
    ['exits', exits] as const,
  ];
  return (
    <details className="more" open={shown} onToggle={event => setShown(event.currentTarget.open)}>
      <summary>{say('whatNow.others', { count: others.filter(one => one.ready).length })}</summary>
      {groups.map(([section, names]) => {
        const listed = names.flatMap(name => others.find(one => one.name === name) ?? []);
        if (listed.length === 0) return null;
        return (
          <section key={section} className="others">
            <h3>{say(`section.${section}`)}</h3>
            <ul>
              {listed.map(one => (
                <li key={one.name}>
                  {one.ready ? (
                    <button type="button" className="link" onClick={() => open({ command: one.name })}>
                      {say(`command.${one.name}`)}
                    </button>
                  ) : (
                    <details className="blocked">
                      <summary>
                        <Icon name="lock" size={13} /> {say(`command.${one.name}`)}
                      </summary>
                      <MissingList missing={one.missing} complaint={complaint} onGo={command => open({ command })} />
                    </details>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </details>
  );
}

/** What keeps this reader from everything there is to do, and nobody can mend here, in the engine's words, when there is such a thing. */
function keptFromAll(complaint: PartProps['complaint']): Missing | undefined {
  const unmendable = (one: Permitted) => (one.ready ? [] : one.missing.filter(other => !mending[other.reason]));
  const [first, ...others] = complaint.permitted_commands.map(unmendable);
  return first?.find(one => others.every(all => all.some(other => other.title === one.title)));
}

export function WhatNow({ complaint, open }: PartProps) {
  const say = useSay();
  const steps = guided(complaint);
  const next = nextStep(steps);
  const kept = keptFromAll(complaint);
  const missingText = useMissingText(complaint);
  useEffect(() => {
    document.title = `${complaint.reference} · Redress`;
    return () => {
      document.title = 'Redress';
    };
  }, [complaint.reference]);
  return (
    <section className="what-now" aria-labelledby="what-now">
      <h2 id="what-now" tabIndex={-1}>
        {say('whatNow')}
      </h2>
      {complaint.stage === 'Received' && complaint.acknowledgement_withheld && (
        <p className="notice">{say(`withheld.${complaint.acknowledgement_withheld}`)}</p>
      )}
      {kept && <p className="soft small">{missingText(kept)}</p>}
      {kept ? null : steps.length > 0 ? (
        <ol className="steps">
          {steps.map(step => (
            <Step key={step.permitted.name} step={step} isNext={step === next} complaint={complaint} open={open} />
          ))}
        </ol>
      ) : (
        <p className="soft">{say(`rest.${complaint.stage}`)}</p>
      )}
      <Others complaint={complaint} open={open} steps={steps} />
    </section>
  );
}
