// SPDX-License-Identifier: Apache-2.0
// Users and what is theirs. Only whoever the server lets read them gets an answer.
import { useQuery } from '@tanstack/react-query';
import { client, dataOf, type Schemas } from '../../api/client';

export type User = Schemas['User'];

export function useUsers() {
  return useQuery({ queryKey: ['users'], queryFn: async () => dataOf(await client.GET('/api/v1/users')).users });
}

const path = (name: string) => ({ params: { path: { name } } });

export function useLogIns(name: string) {
  return useQuery({
    queryKey: ['users', name, 'log-ins'],
    queryFn: async () => dataOf(await client.GET('/api/v1/users/{name}/log-ins', path(name))).log_ins,
  });
}

export function useTokens(name: string, wanted: boolean) {
  return useQuery({
    queryKey: ['users', name, 'tokens'],
    queryFn: async () => dataOf(await client.GET('/api/v1/users/{name}/tokens', path(name))).tokens,
    enabled: wanted,
  });
}
