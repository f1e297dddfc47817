// SPDX-License-Identifier: Apache-2.0
// The rules a node goes by: roles, profiles, letter templates. They are read here and never changed; they stand in files that are read at start.
import { useQuery } from '@tanstack/react-query';
import { ask, type Schemas } from '../../api/client';
import { useLanguage } from '../../i18n';

export type Roles = Schemas['RoleList'];
export type Profile = Schemas['Profile'];
export type DeadlineRule = Profile['deadlines'][number];
export type Period = DeadlineRule['period'];
export type Dates = Schemas['ProfileDates'];
export type Template = Schemas['LetterTemplate'];

/** The server answers in the language of the page, so the language is part of what was asked. */
function useRule<T>(path: string, { enabled = true } = {}) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['rules', path, language],
    queryFn: async () => (await (await ask(`/api/v1${path}`)).json()) as T,
    staleTime: 600_000,
    enabled,
  });
}

export const useRoles = () => useRule<Roles>('/roles');
export const useProfiles = () => useRule<Schemas['ProfileList']>('/profiles');
export const useProfile = (name: string) => useRule<Profile>(`/profiles/${encodeURIComponent(name)}`);
export const useTemplates = () => useRule<Schemas['LetterTemplateList']>('/letter-templates');
export const useTemplate = (language: string, kind: string) => useRule<Template>(`/letter-templates/${language}/${kind}`);

/** On what a profile is tried: a moment at which something comes in, or a complaint that is there. */
export type Trial = { received_at: string; channel: string } | { reference: string };

export function useTrial(profile: string, trial: Trial | null) {
  const name = encodeURIComponent(profile);
  const path =
    trial && 'reference' in trial
      ? `/complaints/${encodeURIComponent(trial.reference)}/profiles/${name}/dates`
      : `/profiles/${name}/dates?${new URLSearchParams(trial ?? {})}`;
  return useRule<Dates>(path, { enabled: trial !== null });
}
