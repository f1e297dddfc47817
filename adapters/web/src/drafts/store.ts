// SPDX-License-Identifier: Apache-2.0
// What somebody is writing. It lies here and nowhere else until it is accepted: not in the cache of what the server said, which may be replaced at any
// moment, and not in a component, which may go. Saved on this computer 300 ms after the last key, and at once when the page is left. The server keeps no
// drafts yet, so a draft is on the computer it was written on, and the UI says so.

export interface Draft<T> {
  value: T;
  /** Sent along with the command; kept, so that sending again after a lost answer does nothing twice. */
  key: string;
  savedAt: number;
}

const prefix = 'redress.draft/';
const patience = 300;

type Listener = () => void;
export type Saving = 'empty' | 'waiting' | 'saved' | 'failed';

class DraftStore {
  private readonly drafts = new Map<string, Draft<unknown>>();
  private readonly unsaved = new Set<string>();
  private readonly failed = new Set<string>();
  private readonly listeners = new Set<Listener>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    if (typeof window === 'undefined') return;
    window.addEventListener('pagehide', () => this.flush());
    document.addEventListener('visibilitychange', () => this.flush());
    // Another window of the same browser wrote: take it over, unless we are writing the same ourselves.
    window.addEventListener('storage', event => {
      const id = event.key?.startsWith(prefix) ? event.key.slice(prefix.length) : undefined;
      if (id === undefined || this.unsaved.has(id)) return;
      this.drafts.delete(id);
      this.tell();
    });
  }

  get<T>(id: string): Draft<T> | undefined {
    const known = this.drafts.get(id);
    if (known) return known as Draft<T>;
    const stored = this.read(id);
    if (stored) this.drafts.set(id, stored);
    return stored as Draft<T> | undefined;
  }

  put<T>(id: string, value: T, key: string): void {
    this.drafts.set(id, { value, key, savedAt: Date.now() });
    this.unsaved.add(id);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), patience);
    this.tell();
  }

  discard(id: string): void {
    this.drafts.delete(id);
    this.unsaved.delete(id);
    this.failed.delete(id);
    localStorage.removeItem(prefix + id);
    this.tell();
  }

  saving(id: string): Saving {
    if (this.failed.has(id)) return 'failed';
    if (this.unsaved.has(id)) return 'waiting';
    return this.get(id) ? 'saved' : 'empty';
  }

  /** The names of all drafts that begin so: "user/R-…/". */
  names(beginning: string): string[] {
    const found = new Set<string>();
    for (let index = 0; index < localStorage.length; ++index) {
      const name = localStorage.key(index);
      if (name?.startsWith(prefix + beginning)) found.add(name.slice(prefix.length));
    }
    for (const name of this.drafts.keys()) if (name.startsWith(beginning)) found.add(name);
    return [...found];
  }

  flush(): void {
    clearTimeout(this.timer);
    for (const id of this.unsaved) {
      try {
        localStorage.setItem(prefix + id, JSON.stringify(this.drafts.get(id)));
        this.failed.delete(id);
      } catch {
        this.failed.add(id);
      }
    }
    this.unsaved.clear();
    this.tell();
  }

  subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private read(id: string): Draft<unknown> | undefined {
    try {
      const text = localStorage.getItem(prefix + id);
      return text === null ? undefined : (JSON.parse(text) as Draft<unknown>);
    } catch {
      return undefined;
    }
  }
}

export const drafts = new DraftStore();
