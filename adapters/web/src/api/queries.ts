// SPDX-License-Identifier: Apache-2.0
// What the screens read, each under a key that names the language too, since the server answers in it. Drafts never stand here: a refetch may replace
// anything in this cache at any moment.
import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLanguage } from '../i18n';
import { ask, client, dataOf, type Event, ProblemError, type Schemas } from './client';

export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, failure) => count < 2 && !(failure instanceof ProblemError),
      refetchOnWindowFocus: true,
    },
  },
});

export interface Filter {
  stage?: string;
  handler?: string;
  q?: string;
  due_before?: string;
}

const listLength = 200;
/** The list that every screen has at hand: the worklist shows it, the palette looks in it. */
export const firstList = `/api/v1/complaints?limit=${listLength}`;

export function useComplaints(filter: Filter, { limit = listLength, enabled = true } = {}) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['complaints', language, filter, limit],
    queryFn: async () => {
      const query = { ...filter, limit } as { stage?: 'Received'; limit: number };
      return dataOf(await client.GET('/api/v1/complaints', { params: { query } }));
    },
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function complaintQuery(language: string, reference: string) {
  return {
    queryKey: ['complaint', reference, language],
    queryFn: async () => dataOf(await client.GET('/api/v1/complaints/{reference}', { params: { path: { reference } } })),
  };
}

export function useComplaint(reference: string) {
  const language = useLanguage();
  return useQuery(complaintQuery(language, reference));
}

export function useHistory(reference: string) {
  return useQuery({
    queryKey: ['history', reference],
    queryFn: async () => {
      const { leaves, events } = dataOf(await client.GET('/api/v1/complaints/{reference}/history', { params: { path: { reference } } }));
      return { leaves, events: events as Event[] };
    },
  });
}

/** The files that came with the mails of a complaint; the mails keep them, so the list is asked for apart. */
export function useFiles(reference: string, wanted: boolean) {
  return useQuery({
    queryKey: ['complaint', reference, 'files'],
    queryFn: async () => dataOf(await client.GET('/api/v1/complaints/{reference}/files', { params: { path: { reference } } })),
    enabled: wanted,
  });
}

export function useOrganisation() {
  const language = useLanguage();
  return useQuery({
    queryKey: ['organisation', language],
    queryFn: async () => dataOf(await client.GET('/api/v1/organisation')),
    staleTime: 600_000,
    placeholderData: keepPreviousData,
  });
}

/** The name of a member of staff; what stands in the history when the organisation does not know them any more. */
export function useStaffName(): (id: string | null | undefined) => string {
  const staff = useOrganisation().data?.staff;
  return id => staff?.find(one => one.id === id)?.name ?? id ?? '';
}

/** What somebody is called in the language of the page, else as the server has it. */
export function useNameOf(id: string | null, otherwise: string): string {
  return useOrganisation().data?.staff.find(one => one.id === id)?.name ?? otherwise;
}

export function useOutbox() {
  return useQuery({ queryKey: ['outbox'], queryFn: async () => dataOf(await client.GET('/api/v1/outbox')) });
}

const letterPath = (reference: string, id: string) => ({ params: { path: { reference, id } } });

export function useLetterVersions(reference: string, id: string, drafts: number) {
  return useQuery({
    queryKey: ['letter', reference, id, 'versions', drafts],
    queryFn: async () => dataOf(await client.GET('/api/v1/complaints/{reference}/letters/{id}/versions', letterPath(reference, id))),
    placeholderData: keepPreviousData,
  });
}

export function useLetterReview(reference: string, id: string, version: number) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['letter', reference, id, 'review', language, version],
    queryFn: async () => dataOf(await client.GET('/api/v1/complaints/{reference}/letters/{id}/review', letterPath(reference, id))),
    placeholderData: keepPreviousData,
  });
}

export function useLetterPage(reference: string, id: string, drafts: number) {
  return useQuery({
    queryKey: ['letter', reference, id, 'page', drafts],
    queryFn: async () => {
      const path = `/api/v1/complaints/${reference}/letters/${id}`;
      return (await ask(path, { headers: { Accept: 'text/html' } })).text();
    },
    placeholderData: keepPreviousData,
  });
}

/** Much may change at once, and a list is read anew no more often than this. */
const breath = 400;

/** Listens for what changes, whoever changes it, and has it read anew. */
export function useChanges(): void {
  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readLists = () => {
      timer = undefined;
      for (const kind of ['complaints', 'intake']) void cache.invalidateQueries({ queryKey: [kind] });
    };
    const source = new EventSource('/api/v1/events');
    source.onmessage = message => {
      const { reference } = JSON.parse(message.data) as { reference: string };
      for (const kind of ['complaint', 'history', 'letter']) void cache.invalidateQueries({ queryKey: [kind, reference] });
      timer ??= setTimeout(readLists, breath);
    };
    source.addEventListener('presence', message => {
      const { reference, present } = JSON.parse(message.data) as { reference: string; present: Schemas['Presence']['present'] };
      cache.setQueryData(['presence', reference], present);
    });
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, []);
}
