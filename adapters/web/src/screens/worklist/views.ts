// SPDX-License-Identifier: Apache-2.0
// Views a person saved for themselves: a name for an address. The address holds stages and staff, never anybody's name.
import { useSyncExternalStore } from 'react';

export interface View {
  name: string;
  query: string;
}

const place = 'redress.views';
const listeners = new Set<() => void>();

function read(): View[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as View[];
  } catch {
    return [];
  }
}

let views = read();

function write(next: View[]): void {
  views = next;
  localStorage.setItem(place, JSON.stringify(views));
  for (const listener of listeners) listener();
}

export const saveView = (view: View): void => write([...views.filter(one => one.name !== view.name), view]);
export const forgetView = (name: string): void => write(views.filter(one => one.name !== name));

export function useViews(): View[] {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => views,
  );
}
