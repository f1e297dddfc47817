// SPDX-License-Identifier: Apache-2.0
// One command on many complaints. The engine answers for each: what it refuses is named first, with its reason, stays chosen, and can be tried again with
// something else filled in. What was filled in is a draft like any other.
import { useState } from 'react';
import type { Row } from '../../api/client';
import { pruned, useCommandSchema } from '../../api/forms';
import { useSession } from '../../app/session';
import { useDraft } from '../../drafts/use_draft';
import { useFailureText } from '../../forms/failure';
import { Fields } from '../../forms/fields';
import { Saved } from '../../forms/saved';
import { useSay } from '../../i18n';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { type Result, useBulkRun } from './bulk_run';

const offered = ['assign-handler', 'add-note', 'ask-complainant', 'escalate'];

type Values = Record<string, unknown>;

function Results({ results, done, of }: { results: Result[]; done: number; of: number }) {
  const say = useSay();
  const textOf = useFailureText();
  // What was refused is what somebody has to look at.
  const inOrder = [...results.filter(one => one.failure !== null), ...results.filter(one => one.failure === null)];
  return (
    <div className="stack">
      <p role="status">{say('bulk.result', { done, refused: results.length - done, of })}</p>
      <progress value={results.length} max={of} aria-label={say('bulk.progress')} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard */}
      <ul className="stack bulk-results" tabIndex={0} aria-label={say('bulk.results')}>
        {inOrder.map(({ row, failure }) => (
          <li key={row.reference} className="line small">
            <span className={`tag ${failure === null ? 'good' : 'late'}`}>
              <Icon name={failure === null ? 'tick' : 'warning'} size={14} />
              {say(failure === null ? 'bulk.done' : 'bulk.refused')}
            </span>
            <strong>{row.complainant_name}</strong>
            <span className="number soft">{row.reference}</span>
            {failure !== null && <span>{textOf(failure).title}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface DialogProps {
  name: string;
  rows: Row[];
  onClose: (left: string[]) => void;
}

function BulkDialog({ name, rows, onClose }: DialogProps) {
  const say = useSay();
  const session = useSession();
  const schema = useCommandSchema(name);
  // Whom it was begun with; what has become of each row meanwhile is read anew for those that are tried again.
  const [chosen] = useState(() => rows.map(row => row.reference));
  const [first] = useState(rows);
  const current = chosen.flatMap(
    reference => rows.find(row => row.reference === reference) ?? first.find(row => row.reference === reference) ?? [],
  );
  const draft = useDraft<Values>(`${session.name}/bulk/${name}`, {});
  const bulk = useBulkRun(name, current);
  const [again, setAgain] = useState(false);
  const finished = bulk.results.length === chosen.length && !bulk.running;
  const isForm = bulk.results.length === 0 || again;
  const close = () => {
    if (bulk.running) return;
    if (finished && bulk.left.length === 0) draft.discard();
    onClose(bulk.left.map(row => row.reference));
  };
  const send = () => {
    setAgain(false);
    void bulk.run((pruned(draft.value) ?? {}) as Values);
  };
  return (
    <Dialog title={say(`command.${name}`)} onClose={close}>
      <form
        className="dialog-body"
        onSubmit={event => {
          event.preventDefault();
          if (isForm) send();
        }}
      >
        <h2>{say('bulk.title', { command: say(`command.${name}`), count: isForm ? bulk.left.length : chosen.length })}</h2>
        {isForm && schema && (
          <>
            <Fields schema={schema} command={name} value={draft.value} onChange={draft.set} />
            <Saved draft={draft} />
          </>
        )}
        {bulk.results.length > 0 && <Results results={bulk.results} done={bulk.done} of={chosen.length} />}
        <div className="dialog-actions">
          {!bulk.running && <Button onClick={close}>{say(finished ? 'close' : 'cancel')}</Button>}
          {finished && !again && bulk.left.length > 0 && (
            <Button look="primary" onClick={() => setAgain(true)}>
              {say('bulk.again', { count: bulk.left.length })}
            </Button>
          )}
          {(isForm || bulk.running) && (
            <Button look="primary" type="submit" pending={bulk.running}>
              {say('bulk.run', { count: bulk.left.length })}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

export function BulkBar({ rows, all, onChoose }: { rows: Row[]; all: number; onChoose: (references?: string[]) => void }) {
  const say = useSay();
  const [command, setCommand] = useState('');
  return (
    <div className="bulk" role="region" aria-label={say('bulk.region')}>
      <strong>{say('bulk.chosen', { count: rows.length })}</strong>
      {rows.length < all && (
        <Button look="quiet" onClick={() => onChoose()}>
          {say('bulk.all', { count: all })}
        </Button>
      )}
      {offered.map(name => (
        <Button key={name} onClick={() => setCommand(name)}>
          {say(`command.${name}`)}
        </Button>
      ))}
      <Button look="quiet" icon="cross" aria-label={say('bulk.none')} onClick={() => onChoose([])} />
      {command && (
        <BulkDialog
          name={command}
          rows={rows}
          onClose={left => {
            setCommand('');
            onChoose(left);
          }}
        />
      )}
    </div>
  );
}
