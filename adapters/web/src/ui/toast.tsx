// SPDX-License-Identifier: Apache-2.0
// What has just happened, said once and politely. A toast stays until it is read when it brings something to press.
import { useSyncExternalStore } from 'react';
import { useSay } from '../i18n';
import { Button } from './button';

interface Toast {
  id: number;
  text: string;
  refused: boolean;
}

let toasts: Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

function publish(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export function tell(text: string, mood: 'done' | 'refused' = 'done'): void {
  const toast = { id: ++count, text, refused: mood === 'refused' };
  publish([...toasts.slice(-2), toast]);
  setTimeout(() => publish(toasts.filter(one => one.id !== toast.id)), mood === 'done' ? 10_000 : 20_000);
}

export function Toasts() {
  const say = useSay();
  const shown = useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map(toast => (
        <div key={toast.id} className={`toast${toast.refused ? ' refused' : ''}`}>
          <p>{toast.text}</p>
          <Button
            look="quiet"
            icon="cross"
            aria-label={say('dismiss')}
            onClick={() => publish(toasts.filter(one => one.id !== toast.id))}
          />
        </div>
      ))}
    </div>
  );
}
