// SPDX-License-Identifier: Apache-2.0
// The one list of keys. Screens register what they offer; the palette, the help and the keyboard read the same list. Keys are told by where they lie on the
// keyboard (event.code), so that j is j under a Russian layout. Single keys are silent while somebody types, and can be switched off.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { preferences } from '../app/preferences';

export interface Action {
  /** Unique: "worklist.next". Its words are action.<id> in the catalogues, or `label` when they are made of data. */
  id: string;
  label?: string;
  /** "KeyJ", "Shift+Slash", "Ctrl+Enter", "KeyG KeyW" for one after the other. */
  keys?: string;
  run: () => void;
  /** Left out of the palette: moving about is for keys alone. */
  quiet?: boolean;
}

let actions: Action[] = [];
const listeners = new Set<() => void>();
let first: { code: string; at: number } | null = null;

function publish(next: Action[]): void {
  actions = next;
  for (const listener of listeners) listener();
}

export function useActions(): Action[] {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => actions,
  );
}

/** Offers these while the component is there. What is offered last wins a key. */
export function useOffer(offered: Action[]): void {
  const latest = useRef(offered);
  latest.current = offered;
  const names = offered.map(one => `${one.id}|${one.keys ?? ''}|${one.label ?? ''}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what an action does may change at every turn; which there are is in their names
  useEffect(() => {
    const mine = latest.current.map((one, index): Action => ({ ...one, run: () => latest.current[index]?.run() }));
    publish([...actions, ...mine]);
    return () => publish(actions.filter(one => !mine.includes(one)));
  }, [names]);
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button)$/.test(target.type))
  );
}

function chordOf(event: KeyboardEvent): string {
  const parts = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '', event.code];
  return parts.filter(Boolean).join('+');
}

function actionFor(chord: string): Action | undefined {
  const before = first && Date.now() - first.at < 1500 ? `${first.code} ${chord}` : null;
  const wanted = actions.findLast(one => one.keys === before) ?? actions.findLast(one => one.keys?.split(', ').includes(chord));
  first = actions.some(one => one.keys?.startsWith(`${chord} `)) ? { code: chord, at: Date.now() } : null;
  return wanted;
}

export function press(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented) return;
  const chord = chordOf(event);
  const isSingle = !chord.startsWith('Ctrl+') && !chord.startsWith('Alt+') && !/^F\d+$/.test(event.code);
  if (isSingle && (isWriting(event.target) || document.querySelector('dialog[open]') || !preferences.get().singleKeys)) return;
  // Enter and Space belong to what has the focus, when that can be pressed.
  if (
    /^(Enter|Space)$/.test(chord) &&
    event.target instanceof HTMLElement &&
    event.target.closest('button, a, summary, input, label, [role=option]')
  ) {
    if (!event.target.closest('[data-row-link]')) return;
  }
  const action = actionFor(chord);
  if (!action) return;
  event.preventDefault();
  action.run();
}

const faces: Record<string, string> = {
  Slash: '/',
  Escape: 'Esc',
  BracketLeft: '[',
  BracketRight: ']',
  ArrowDown: '↓',
  ArrowUp: '↑',
  Comma: ',',
  Period: '.',
};

/** How a key is written: "Ctrl+K", "g w". */
export function faceOf(keys: string): string {
  return keys
    .split(', ')
    .slice(0, 1)
    .join('')
    .split(' ')
    .map(chord =>
      chord
        .replace('Shift+Slash', '?')
        .split('+')
        .map(part => faces[part] ?? part.replace(/^(Key|Digit)/, ''))
        .map((part, _, all) => (all.length === 1 && /^[A-Z]$/.test(part) ? part.toLowerCase() : part))
        .join('+'),
    )
    .join(' ');
}
