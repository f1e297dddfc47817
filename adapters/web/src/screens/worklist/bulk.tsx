// SPDX-License-Identifier: Apache-2.0
// One command on many complaints. Each is given by itself, at the version that was on the screen, and the engine answers for each: what it refuses stays
// chosen, with its reason.
import { useState } from 'react';
import { give, newKey, ProblemError, type Row } from '../../api/client';
import { useCommandSchema } from '../../api/forms';
import { cache } from '../../api/queries';
import { Fields } from '../../forms/fields';
import { useSay } from '../../i18n';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';

const offered = ['assign-handler', 'add-note', 'ask-complainant', 'escalate'];

interface Result {
  row: Row;
  refused: string | null;
}

async function giveTo(row: Row, name: string, fields: Record<string, unknown>): Promise<Result> {
  try {
    await give({ reference: row.reference, name, fields, version: row.version, key: newKey() });
    return { row, refused: null };
  } catch (failure) {
    return { row, refused: failure instanceof ProblemError ? (failure.problem.title ?? String(failure.status)) : '' };
  }
}

function Results({ results, of }: { results: Result[]; of: number }) {
  const say = useSay();
  const refused = results.filter(one => one.refused !== null);
  return (
    <div className="stack" aria-live="polite">
      <p>{say('bulk.result', { done: results.length - refused.length, refused: refused.length, of })}</p>
      <progress value={results.length} max={of} aria-label={say('bulk.progress')} />
      <ul className="stack bulk-results">
        {results.map(({ row, refused: why }) => (
          <li key={row.reference} className="line small">
            <span className={`tag ${why === null ? 'good' : 'late'}`}>
              <Icon name={why === null ? 'tick' : 'warning'} size={14} />
              {say(why === null ? 'bulk.done' : 'bulk.refused')}
            </span>
            <strong>{row.complainant_name}</strong>
            <span>{why || (why === '' ? say('unreachable') : '')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function BulkDialog({ name, rows, onClose }: { name: string; rows: Row[]; onClose: (left: string[]) => void }) {
  const say = useSay();
  const schema = useCommandSchema(name);
  const [chosen] = useState(rows);
  const [fields, setFields] = useState<Record<string, unknown>>({});
  const [results, setResults] = useState<Result[]>([]);
  const [running, setRunning] = useState(false);
  const run = async () => {
    setRunning(true);
    for (const row of chosen) {
      const result = await giveTo(row, name, fields);
      setResults(before => [...before, result]);
    }
    setRunning(false);
    void cache.invalidateQueries({ queryKey: ['complaints'] });
  };
  const finished = results.length === chosen.length;
  const left = () =>
    chosen.map(row => row.reference).filter(one => !results.some(result => result.row.reference === one && result.refused === null));
  return (
    <Dialog title={say(`command.${name}`)} onClose={() => !running && onClose(left())}>
      <form
        className="dialog-body"
        onSubmit={event => {
          event.preventDefault();
          void run();
        }}
      >
        <h2>{say('bulk.title', { command: say(`command.${name}`), count: chosen.length })}</h2>
        {results.length === 0 && schema && <Fields schema={schema} command={name} value={fields} onChange={setFields} />}
        {results.length > 0 && <Results results={results} of={chosen.length} />}
        <div className="dialog-actions">
          <Button onClick={() => onClose(left())}>{say(finished ? 'close' : 'cancel')}</Button>
          {!finished && (
            <Button look="primary" type="submit" pending={running}>
              {say('bulk.run', { count: chosen.length })}
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
