// SPDX-License-Identifier: Apache-2.0
// The middle: what the complaint is about and what is being done, part by part. A form opens where what it records will stand.
import { type ReactNode, useState } from 'react';
import type { Answer, Complaint } from '../../api/client';
import { CommandForm } from '../../forms/command_form';
import { useSay } from '../../i18n';
import { Button } from '../../ui/button';
import { Access } from './access';
import { Agreement } from './agreement';
import type { OpenForm, PartProps } from './complaint';
import { type Section, sectionOf, sections } from './guide';
import { Investigation } from './investigation';
import { After, Letters, Promises } from './outcome';
import { Story } from './story';

const bodies: Record<Section, (props: PartProps) => ReactNode> = {
  story: Story,
  access: Access,
  investigation: Investigation,
  agreement: Agreement,
  promises: Promises,
  letters: Letters,
  after: After,
};

const reached: Record<Section, (complaint: Complaint) => boolean> = {
  story: () => true,
  access: one => one.concerns_staff.length > 0,
  investigation: one => one.stage !== 'Received' && (one.stage !== 'Acknowledged' || one.facts.length > 0),
  agreement: one => one.hearing !== null || one.proposals.length > 0 || one.stage === 'Discussing' || one.final_position !== '',
  promises: one => one.promises.length > 0 || one.holds.length > 0,
  letters: one => one.letters.length > 0,
  after: one => one.preventive_actions.length > 0 || one.prevention_ruled_out || ['FollowingUp', 'Closed'].includes(one.stage),
};

function Part({ section, ...props }: PartProps & { section: Section }) {
  const say = useSay();
  const Body = bodies[section];
  const isFormHere = props.form !== null && sectionOf(props.form.command) === section;
  if (!isFormHere && !reached[section](props.complaint)) return null;
  return (
    <section className="part card" id={`section-${section}`} aria-labelledby={`title-${section}`}>
      <h2 id={`title-${section}`}>{say(`section.${section}`)}</h2>
      {isFormHere && props.form && <FormHere {...props} form={props.form} />}
      <Body {...props} />
    </section>
  );
}

function FormHere({ complaint, form, open, close, done }: Omit<PartProps, 'form'> & { form: OpenForm }) {
  const say = useSay();
  return (
    <div className="form-here">
      <h3>{say(`command.${form.command}`)}</h3>
      <CommandForm
        key={form.command + JSON.stringify(form.given ?? {})}
        complaint={complaint}
        command={form.command}
        given={form.given}
        onDone={(answer: Answer) => done(answer)}
        onCancel={close}
        onGo={command => open({ command })}
      />
    </div>
  );
}

export function Work(props: PartProps) {
  const say = useSay();
  // What matters now stands first; the parts keep their order otherwise.
  const [newestFirst, setNewestFirst] = useState(true);
  const present = sections.filter(
    section => reached[section](props.complaint) || (props.form && sectionOf(props.form.command) === section),
  );
  const here = props.form && sectionOf(props.form.command);
  const sorted = newestFirst ? [...present].reverse() : present;
  // The part that is being worked on comes up, rather than that somebody is carried down to it.
  const order = here ? [here, ...sorted.filter(section => section !== here)] : sorted;
  return (
    <div className="work" role="region" aria-label={say('work')}>
      {present.length > 2 && (
        <div className="spread work-order no-print">
          <nav aria-label={say('work.parts')} className="line small">
            {order.map(section => (
              <a key={section} href={`#section-${section}`}>
                {say(`section.${section}`)}
              </a>
            ))}
          </nav>
          <button type="button" className="link small" onClick={() => setNewestFirst(!newestFirst)}>
            {say(newestFirst ? 'work.oldestFirst' : 'work.newestFirst')}
          </button>
        </div>
      )}
      {order.map(section => (
        <Part key={section} section={section} {...props} />
      ))}
    </div>
  );
}

/** The commands of a part as a line of buttons at its end. */
export function Doing({ names, open }: { names: string[]; open: PartProps['open'] }) {
  const say = useSay();
  if (names.length === 0) return null;
  return (
    <div className="doing no-print">
      {names.map(name => (
        <Button key={name} look="quiet" icon="plus" onClick={() => open({ command: name })}>
          {say(`command.${name}`)}
        </Button>
      ))}
    </div>
  );
}
