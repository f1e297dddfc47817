// SPDX-License-Identifier: Apache-2.0
import { useDeferredValue, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useComplaints } from '../api/queries';
import { useSay } from '../i18n';
import { faceOf, useActions } from '../keys/registry';
import { Dialog } from '../ui/dialog';
import { may, useSession } from './session';

interface Entry {
  id: string;
  text: string;
  keys?: string;
  run: () => void;
}

/** Every letter of what is typed, in order. */
function fits(text: string, typed: string): boolean {
  let at = 0;
  const lower = text.toLowerCase();
  for (const letter of typed) {
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function useEntries(typed: string): Entry[] {
  const say = useSay();
  const [, goTo] = useLocation();
  const actions = useActions();
  const wanted = useDeferredValue(typed.trim().toLowerCase());
  const session = useSession();
  const rows = useComplaints({}, { enabled: may(session, 'read-complaints') }).data?.complaints;
  return useMemo(() => {
    const commands = actions
      .filter(one => !one.quiet)
      .map((one): Entry => ({ id: one.id, text: one.label ?? say(`action.${one.id}`), keys: one.keys, run: one.run }));
    const complaints = (rows ?? []).map((row): Entry => {
      const text = `${row.complainant_name} · ${row.reference}`;
      return { id: row.reference, text, run: () => goTo(`/complaints/${row.reference}`) };
    });
    const whole = [...commands, ...(wanted ? complaints : [])].filter(one => fits(one.text, wanted));
    return whole.sort((a, b) => Number(b.text.toLowerCase().includes(wanted)) - Number(a.text.toLowerCase().includes(wanted))).slice(0, 30);
  }, [actions, rows, wanted, say, goTo]);
}

export function Palette({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const entries = useEntries(typed);
  const chosen = Math.min(at, entries.length - 1);
  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    // Once the dialog has given the focus back, so that the action may take it.
    setTimeout(entry.run);
  };
  return (
    <Dialog title={say('palette')} className="palette" onClose={onClose}>
      <input
        className="input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={entries[chosen] ? `palette-${chosen}` : undefined}
        aria-label={say('palette')}
        placeholder={say('palette.hint')}
        value={typed}
        onChange={event => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={event => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step) setAt((chosen + step + entries.length) % Math.max(1, entries.length));
          else if (event.key === 'Enter') run(entries[chosen]);
          else return;
          event.preventDefault();
        }}
      />
      <div className="options" id="palette-list" role="listbox" aria-label={say('palette')}>
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={entry.id}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => run(entry)}
            onMouseMove={() => setAt(index)}
          >
            <span>{entry.text}</span>
            {entry.keys && <kbd>{faceOf(entry.keys)}</kbd>}
          </div>
        ))}
        {entries.length === 0 && <p className="soft">{say('nothingFound')}</p>}
      </div>
    </Dialog>
  );
}
