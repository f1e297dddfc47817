// SPDX-License-Identifier: Apache-2.0
// What the mail screens read, apart from what the first screen needs.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { client, dataOf, type Schemas } from '../../api/client';

/** A mail that waits has no entry yet. */
export type Mail = Schemas['Mail'] & Partial<Omit<Schemas['MailEntry'], 'state'>>;

export function useIntake(state: 'all' | 'undecided' | 'quarantined' | 'filed') {
  return useInfiniteQuery({
    queryKey: ['intake', state],
    initialPageParam: '',
    queryFn: async ({ pageParam }) => {
      const query = pageParam ? { state, after: pageParam } : { state };
      return dataOf(await client.GET('/api/v1/intake', { params: { query } }));
    },
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  });
}

export function useMail(id: string) {
  return useQuery({
    queryKey: ['mail', id],
    queryFn: async () => dataOf(await client.GET('/api/v1/intake/{id}', { params: { path: { id } } })) as Mail,
  });
}
