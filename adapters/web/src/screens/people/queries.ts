// SPDX-License-Identifier: Apache-2.0
// Users and what is theirs. Only whoever the server lets read them gets an answer.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, dataOf, type Schemas } from '../../api/client';
import { cache } from '../../api/queries';
import { useFailureText } from '../../forms/failure';

export type User = Schemas['User'];

export function useUsers(wanted = true) {
  return useQuery({ queryKey: ['users'], queryFn: async () => dataOf(await client.GET('/api/v1/users')).users, enabled: wanted });
}

const path = (name: string) => ({ params: { path: { name } } });

export function useLogIns(name: string) {
  return useQuery({
    queryKey: ['users', name, 'log-ins'],
    queryFn: async () => dataOf(await client.GET('/api/v1/users/{name}/log-ins', path(name))).log_ins,
  });
}

export function useTokens(name: string) {
  return useQuery({
    queryKey: ['users', name, 'tokens'],
    queryFn: async () => dataOf(await client.GET('/api/v1/users/{name}/tokens', path(name))).tokens,
  });
}

export function useIdentities(name: string) {
  return useQuery({
    queryKey: ['users', name, 'identities'],
    queryFn: async () => dataOf(await client.GET('/api/v1/users/{name}/identities', path(name))).identities,
  });
}

export type Belonging = 'tokens' | 'identities';

/** Gives somebody a token or an identity, or takes one back; what they have is read anew afterwards, whatever came of it. */
export function useBelonging(name: string, kind: Belonging) {
  const textOf = useFailureText();
  const [pending, setPending] = useState('');
  const [failure, setFailure] = useState('');
  const place = `/api/v1/users/${encodeURIComponent(name)}/${kind}`;
  const send = async (id: string, init: RequestInit): Promise<Response | null> => {
    setPending(id || kind);
    setFailure('');
    try {
      return await ask(id ? `${place}/${encodeURIComponent(id)}` : place, init);
    } catch (thrown) {
      const { title, detail } = textOf(thrown);
      setFailure([title, detail].filter(Boolean).join(' '));
      return null;
    } finally {
      setPending('');
      void cache.invalidateQueries({ queryKey: ['users', name, kind] });
    }
  };
  const headers = { 'Content-Type': 'application/json' };
  const add = (fields: object) => send('', { method: 'POST', headers, body: JSON.stringify(fields) });
  const remove = (id: string) => send(id, { method: 'DELETE' });
  return { pending, failure, add, remove };
}
