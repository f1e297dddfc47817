// SPDX-License-Identifier: Apache-2.0
import { useCallback, useSyncExternalStore } from 'react';
import { newKey } from '../api/client';
import { type Draft, drafts, type Saving } from './store';

export interface DraftHandle<T> {
  value: T;
  key: string;
  savedAt: number | null;
  saving: Saving;
  set: (value: T) => void;
  discard: () => void;
}

const keys = new Map<string, string>();
/** The key of what has not been written in yet: the same for as long as the page lives, so that pressing twice sends once. */
function keyOf(id: string): string {
  const known = keys.get(id) ?? newKey();
  keys.set(id, known);
  return known;
}

export function useDraft<T>(id: string, initial: T): DraftHandle<T> {
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.get<T>(id));
  const saving = useSyncExternalStore(drafts.subscribe, () => drafts.saving(id));
  const key = draft?.key ?? keyOf(id);
  const set = useCallback((value: T) => drafts.put(id, value, (drafts.get(id) as Draft<T> | undefined)?.key ?? keyOf(id)), [id]);
  const discard = useCallback(() => {
    keys.delete(id);
    drafts.discard(id);
  }, [id]);
  return { value: draft?.value ?? initial, key, savedAt: draft?.savedAt ?? null, saving, set, discard };
}
