// SPDX-License-Identifier: Apache-2.0
// What a token may do: everything its owner may, or only what is ticked. Ticking nothing would mean everything to the server, so it is not sent.
import { useCommandNames } from '../../api/forms';
import { useSession } from '../../app/session';
import { useSay, useWords } from '../../i18n';

/** What can be allowed beside commands. One that a newer server has, and this list has not, is offered to whoever has it themselves. */
const privileges = [
  'read-complaints',
  'read-history',
  'read-letters',
  'read-intake',
  'read-outbox',
  'read-users',
  'read-readings',
  'read-rules',
  'deliver-mail',
  'decide-mail',
  'manage-users',
];

export function useActionName(): (action: string) => string {
  const words = useWords();
  return action => {
    const id = [`privilege.${action}`, `command.${action}`].find(one => words.has(one));
    return id ? words.say(id) : action;
  };
}

/** Of a token of one's own, what one may oneself: a token cannot do more. */
function useOffered(name: string): { privileges: string[]; commands: string[] } {
  const session = useSession();
  const commands = useCommandNames();
  const isOwn = session.name === name;
  const known = new Set([...privileges, ...commands]);
  const others = session.may.filter(one => !known.has(one));
  const mayHave = (action: string) => !isOwn || session.may.includes(action);
  return { privileges: [...privileges, ...others].filter(mayHave), commands: commands.filter(mayHave) };
}

interface Props {
  name: string;
  chosen: string[];
  onChoose: (chosen: string[]) => void;
}

function Ticks({ legend, actions, chosen, onChoose }: Omit<Props, 'name'> & { legend: string; actions: string[] }) {
  const actionName = useActionName();
  if (actions.length === 0) return null;
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="choices">
        {actions.map(action => (
          <label key={action} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(action)}
              onChange={event => onChoose(event.target.checked ? [...chosen, action] : chosen.filter(one => one !== action))}
            />
            {actionName(action)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Scopes({ name, chosen, onChoose }: Props) {
  const say = useSay();
  const offered = useOffered(name);
  const among = offered.commands.filter(one => chosen.includes(one)).length;
  return (
    <>
      <Ticks legend={say('tokens.read')} actions={offered.privileges} chosen={chosen} onChoose={onChoose} />
      {offered.commands.length > 0 && (
        <details className="more">
          <summary>{say('tokens.commands', { count: among })}</summary>
          <Ticks legend={say('tokens.commandsLegend')} actions={offered.commands} chosen={chosen} onChoose={onChoose} />
        </details>
      )}
    </>
  );
}
